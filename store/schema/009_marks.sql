-- The tags of bookmarks, as the reader wrote them and folded.
CREATE TABLE tag (
  num  INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  key  TEXT    NOT NULL,
  name TEXT    NOT NULL,
  PRIMARY KEY (num, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX tag_key ON tag (key, num);

-- Passages that the reader marked, and notes; see highlight.go.
CREATE TABLE highlight (
  id         TEXT    PRIMARY KEY,
  num        INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  first      INTEGER NOT NULL,  -- runes into the text as laid out
  last       INTEGER NOT NULL,
  quote      TEXT    NOT NULL,  -- '' for a note on the whole article
  quote_from TEXT    NOT NULL,  -- what stands before and after the quote
  quote_to   TEXT    NOT NULL,
  note       TEXT    NOT NULL,
  made       INTEGER NOT NULL,  -- milliseconds since 1970
  changed    INTEGER NOT NULL
) STRICT;

CREATE INDEX highlight_num  ON highlight (num, first);
CREATE INDEX highlight_made ON highlight (made, id);

-- How long an article was read on a day of the reader's calendar. What was read
-- of articles that are gone stays under the number 0, so that no day is lost.
CREATE TABLE reading (
  day INTEGER NOT NULL,  -- since 1970
  num INTEGER NOT NULL,
  ms  INTEGER NOT NULL,
  PRIMARY KEY (day, num)
) STRICT, WITHOUT ROWID;

CREATE INDEX reading_num ON reading (num);

CREATE TRIGGER reading_article_goes AFTER DELETE ON article BEGIN
  INSERT INTO reading (day, num, ms) SELECT day, 0, ms FROM reading WHERE num = old.num
    ON CONFLICT (day, num) DO UPDATE SET ms = ms + excluded.ms;
  DELETE FROM reading WHERE num = old.num;
END;

-- What lists are ordered by beside the time; see sort.go.
ALTER TABLE article ADD COLUMN title_order BLOB NOT NULL DEFAULT x'';
ALTER TABLE article ADD COLUMN length INTEGER NOT NULL DEFAULT 0;  -- of the text, in characters

UPDATE article SET title_order = warraq_title_order(title),
  length = coalesce((SELECT length(body) FROM text WHERE text.num = article.num), 0);

CREATE INDEX article_added       ON article (added, newness);
CREATE INDEX article_title_order ON article (title_order, newness);
CREATE INDEX article_length      ON article (length, newness);
CREATE INDEX article_read_at     ON article (read_at) WHERE read = 1 AND read_at IS NOT NULL;

-- How many articles there are of each kind, so that none have to be counted. The
-- triggers keep it whoever changes an article.
CREATE TABLE tally (
  kind       TEXT    NOT NULL,  -- 'all', 'section', 'source'
  key        TEXT    NOT NULL,
  articles   INTEGER NOT NULL,
  unread     INTEGER NOT NULL,  -- with a text that was not read
  bookmarked INTEGER NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

INSERT INTO tally VALUES ('all', '', 0, 0, 0);
UPDATE tally SET (articles, unread, bookmarked) =
  (SELECT count(*), coalesce(sum(read = 0 AND full = 1), 0), coalesce(sum(bookmarked), 0) FROM article);
INSERT INTO tally SELECT 'section', section_key, count(*), sum(read = 0 AND full = 1), sum(bookmarked) FROM article GROUP BY section_key;
INSERT INTO tally SELECT 'source', source_key, count(*), sum(read = 0 AND full = 1), sum(bookmarked) FROM article GROUP BY source_key;

CREATE TRIGGER tally_article_comes AFTER INSERT ON article BEGIN
  INSERT INTO tally VALUES
    ('all', '', 1, new.read = 0 AND new.full = 1, new.bookmarked),
    ('section', new.section_key, 1, new.read = 0 AND new.full = 1, new.bookmarked),
    ('source', new.source_key, 1, new.read = 0 AND new.full = 1, new.bookmarked)
    ON CONFLICT (kind, key) DO UPDATE SET articles = articles + 1,
      unread = unread + excluded.unread, bookmarked = bookmarked + excluded.bookmarked;
END;

CREATE TRIGGER tally_article_goes AFTER DELETE ON article BEGIN
  UPDATE tally SET articles = articles - 1, unread = unread - (old.read = 0 AND old.full = 1), bookmarked = bookmarked - old.bookmarked
    WHERE kind = 'all' AND key = '';
  UPDATE tally SET articles = articles - 1, unread = unread - (old.read = 0 AND old.full = 1), bookmarked = bookmarked - old.bookmarked
    WHERE kind = 'section' AND key = old.section_key;
  UPDATE tally SET articles = articles - 1, unread = unread - (old.read = 0 AND old.full = 1), bookmarked = bookmarked - old.bookmarked
    WHERE kind = 'source' AND key = old.source_key;
END;

CREATE TRIGGER tally_article_changes AFTER UPDATE OF read, bookmarked, full, section_key, source_key ON article
WHEN old.read <> new.read OR old.bookmarked <> new.bookmarked OR old.full <> new.full
  OR old.section_key <> new.section_key OR old.source_key <> new.source_key BEGIN
  UPDATE tally SET articles = articles - 1, unread = unread - (old.read = 0 AND old.full = 1), bookmarked = bookmarked - old.bookmarked
    WHERE kind = 'all' AND key = '';
  UPDATE tally SET articles = articles - 1, unread = unread - (old.read = 0 AND old.full = 1), bookmarked = bookmarked - old.bookmarked
    WHERE kind = 'section' AND key = old.section_key;
  UPDATE tally SET articles = articles - 1, unread = unread - (old.read = 0 AND old.full = 1), bookmarked = bookmarked - old.bookmarked
    WHERE kind = 'source' AND key = old.source_key;
  INSERT INTO tally VALUES
    ('all', '', 1, new.read = 0 AND new.full = 1, new.bookmarked),
    ('section', new.section_key, 1, new.read = 0 AND new.full = 1, new.bookmarked),
    ('source', new.source_key, 1, new.read = 0 AND new.full = 1, new.bookmarked)
    ON CONFLICT (kind, key) DO UPDATE SET articles = articles + 1,
      unread = unread + excluded.unread, bookmarked = bookmarked + excluded.bookmarked;
END;
