-- Summaries are packed in half of their bytes (package packed): as bytes, or as they are
-- where that takes less. The column takes both from now on and stays where it is in the
-- rows, so that those of damaged files of before are understood; the table has not to be
-- made anew for that, only its statement.
PRAGMA writable_schema = on;
UPDATE sqlite_schema SET sql = replace(sql, 'summary      TEXT    NOT NULL', 'summary      ANY     NOT NULL')
  WHERE type = 'table' AND name = 'article';
PRAGMA writable_schema = reset;

-- What an article says does not change by it, so nothing is related anew.
DROP TRIGGER found_article_changes;

UPDATE article SET summary = warraq_packed_line(summary) WHERE summary <> '';

CREATE TRIGGER found_article_changes AFTER UPDATE OF title, summary, source_key, url, newness ON article
WHEN old.title <> new.title OR old.summary <> new.summary OR old.source_key <> new.source_key
  OR old.url <> new.url OR old.newness <> new.newness BEGIN
  INSERT OR REPLACE INTO found_pending (num) VALUES (new.num);
END;
