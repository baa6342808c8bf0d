-- Texts are packed (package packed): as bytes, or as they are where that takes less.
CREATE TABLE packed (
  num      INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  body     ANY  NOT NULL,  -- Markdown; warraq_text gives it as a text
  captions TEXT NOT NULL   -- a JSON array
) STRICT;

INSERT INTO packed SELECT num, warraq_packed(body), captions FROM text ORDER BY num;
DROP TABLE text;
ALTER TABLE packed RENAME TO text;

CREATE TRIGGER found_text_comes AFTER INSERT ON text BEGIN
  INSERT OR REPLACE INTO found_pending (num) VALUES (new.num);
END;

CREATE TRIGGER found_text_changes AFTER UPDATE OF body ON text WHEN old.body <> new.body BEGIN
  INSERT OR REPLACE INTO found_pending (num) VALUES (new.num);
END;

-- The names by which articles are typed for stand in the index alone.
DROP INDEX IF EXISTS article_listed;
ALTER TABLE article DROP COLUMN listed;
CREATE INDEX article_listed ON article (newness, read, bookmarked, archived, title_key, section_key, source_key);
