-- What relatedness knows of the articles. All of it follows from their texts, and
-- comes after them: an article waits in found_pending from its change on, and
-- what is known of it changes in the transaction that ends its waiting. The
-- triggers see to that whoever changes an article.
CREATE TABLE found_pending (
  stamp INTEGER PRIMARY KEY AUTOINCREMENT,  -- grows with every change
  num   INTEGER NOT NULL UNIQUE             -- of an article, or of one that is gone
) STRICT;

-- One row: what is true of all of it.
CREATE TABLE found_library (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  articles INTEGER NOT NULL DEFAULT 0,  -- in found
  version  INTEGER NOT NULL DEFAULT 0   -- of the profiles; see related.Version
) STRICT;

INSERT INTO found_library (one) VALUES (1);

CREATE TABLE found (
  num     INTEGER PRIMARY KEY,  -- of the article
  day     INTEGER NOT NULL,     -- in which it stands in lists, since 1970
  source  TEXT    NOT NULL,     -- its source_key
  profile BLOB    NOT NULL,
  leading BLOB    NOT NULL      -- the terms by which it is found: 4 bytes each, little endian
) STRICT;

-- In how many articles a term is.
CREATE TABLE found_term (
  term     INTEGER PRIMARY KEY,
  articles INTEGER NOT NULL
) STRICT;

-- The articles that a term leads to.
CREATE TABLE found_posting (
  term INTEGER NOT NULL,
  day  INTEGER NOT NULL,
  num  INTEGER NOT NULL,
  PRIMARY KEY (term, day, num)
) STRICT, WITHOUT ROWID;

-- The addresses that texts link to, whether an article of the library has them or
-- not: it may come later.
CREATE TABLE mention (
  source  INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  address TEXT    NOT NULL,
  PRIMARY KEY (source, address)
) STRICT, WITHOUT ROWID;

CREATE INDEX mention_address ON mention (address);

CREATE TRIGGER found_article_comes AFTER INSERT ON article BEGIN
  INSERT OR REPLACE INTO found_pending (num) VALUES (new.num);
END;

CREATE TRIGGER found_article_changes AFTER UPDATE OF title, summary, source_key, url, newness ON article
WHEN old.title <> new.title OR old.summary <> new.summary OR old.source_key <> new.source_key
  OR old.url <> new.url OR old.newness <> new.newness BEGIN
  INSERT OR REPLACE INTO found_pending (num) VALUES (new.num);
END;

CREATE TRIGGER found_article_goes AFTER DELETE ON article BEGIN
  INSERT OR REPLACE INTO found_pending (num) VALUES (old.num);
END;

CREATE TRIGGER found_text_comes AFTER INSERT ON text BEGIN
  INSERT OR REPLACE INTO found_pending (num) VALUES (new.num);
END;

CREATE TRIGGER found_text_changes AFTER UPDATE OF body ON text WHEN old.body <> new.body BEGIN
  INSERT OR REPLACE INTO found_pending (num) VALUES (new.num);
END;

-- The newest come first.
INSERT INTO found_pending (num) SELECT num FROM article ORDER BY newness DESC;
