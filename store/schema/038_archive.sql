-- Articles that their reader put away: lists leave them out, the search finds them.
-- The indexes that lists read alone have it too, and what is counted of them is
-- counted under kinds of their own.
ALTER TABLE article ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;

DROP INDEX IF EXISTS article_listed;
DROP INDEX IF EXISTS article_added;
DROP INDEX IF EXISTS article_title_order;
DROP INDEX IF EXISTS article_length;

CREATE INDEX article_listed      ON article (newness, read, bookmarked, archived, listed);
CREATE INDEX article_added       ON article (added, newness, read, full, bookmarked, archived, section_key, source_key);
CREATE INDEX article_title_order ON article (title_order, newness, read, full, bookmarked, archived, section_key, source_key);
CREATE INDEX article_length      ON article (length, newness, read, full, bookmarked, archived, section_key, source_key);
CREATE INDEX article_archived    ON article (newness) WHERE archived = 1;

INSERT OR IGNORE INTO tally VALUES ('archived all', '', 0, 0, 0);

DROP TRIGGER IF EXISTS tally_article_comes;
DROP TRIGGER IF EXISTS tally_article_goes;
DROP TRIGGER IF EXISTS tally_article_changes;

CREATE TRIGGER tally_article_comes AFTER INSERT ON article BEGIN
  INSERT INTO tally VALUES
    (iif(new.archived, 'archived all', 'all'), '', 1, new.read = 0 AND new.full = 1, new.bookmarked),
    (iif(new.archived, 'archived section', 'section'), new.section_key, 1, new.read = 0 AND new.full = 1, new.bookmarked),
    (iif(new.archived, 'archived source', 'source'), new.source_key, 1, new.read = 0 AND new.full = 1, new.bookmarked)
    ON CONFLICT (kind, key) DO UPDATE SET articles = articles + 1,
      unread = unread + excluded.unread, bookmarked = bookmarked + excluded.bookmarked;
END;

CREATE TRIGGER tally_article_goes AFTER DELETE ON article BEGIN
  UPDATE tally SET articles = articles - 1, unread = unread - (old.read = 0 AND old.full = 1), bookmarked = bookmarked - old.bookmarked
    WHERE kind = iif(old.archived, 'archived all', 'all') AND key = '';
  UPDATE tally SET articles = articles - 1, unread = unread - (old.read = 0 AND old.full = 1), bookmarked = bookmarked - old.bookmarked
    WHERE kind = iif(old.archived, 'archived section', 'section') AND key = old.section_key;
  UPDATE tally SET articles = articles - 1, unread = unread - (old.read = 0 AND old.full = 1), bookmarked = bookmarked - old.bookmarked
    WHERE kind = iif(old.archived, 'archived source', 'source') AND key = old.source_key;
END;

CREATE TRIGGER tally_article_changes AFTER UPDATE OF read, bookmarked, archived, full, section_key, source_key ON article
WHEN old.read <> new.read OR old.bookmarked <> new.bookmarked OR old.archived <> new.archived OR old.full <> new.full
  OR old.section_key <> new.section_key OR old.source_key <> new.source_key BEGIN
  UPDATE tally SET articles = articles - 1, unread = unread - (old.read = 0 AND old.full = 1), bookmarked = bookmarked - old.bookmarked
    WHERE kind = iif(old.archived, 'archived all', 'all') AND key = '';
  UPDATE tally SET articles = articles - 1, unread = unread - (old.read = 0 AND old.full = 1), bookmarked = bookmarked - old.bookmarked
    WHERE kind = iif(old.archived, 'archived section', 'section') AND key = old.section_key;
  UPDATE tally SET articles = articles - 1, unread = unread - (old.read = 0 AND old.full = 1), bookmarked = bookmarked - old.bookmarked
    WHERE kind = iif(old.archived, 'archived source', 'source') AND key = old.source_key;
  INSERT INTO tally VALUES
    (iif(new.archived, 'archived all', 'all'), '', 1, new.read = 0 AND new.full = 1, new.bookmarked),
    (iif(new.archived, 'archived section', 'section'), new.section_key, 1, new.read = 0 AND new.full = 1, new.bookmarked),
    (iif(new.archived, 'archived source', 'source'), new.source_key, 1, new.read = 0 AND new.full = 1, new.bookmarked)
    ON CONFLICT (kind, key) DO UPDATE SET articles = articles + 1,
      unread = unread + excluded.unread, bookmarked = bookmarked + excluded.bookmarked;
END;

-- What removed articles were known by, so that what comes in by itself, from a feed or
-- with a new version of the program, does not bring them back; see removed.go.
CREATE TABLE removed (
  known TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
