-- One row: what is true of the library as a whole.
CREATE TABLE library (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  revision INTEGER NOT NULL DEFAULT 0,  -- grows with every change that lists show
  bundled  TEXT    NOT NULL DEFAULT ''  -- digest of the articles that ship, as last taken in
) STRICT;

INSERT INTO library (one) VALUES (1);

CREATE TABLE article (
  num          INTEGER PRIMARY KEY,
  -- The place in the order of all lists: greater is newer. The seconds since
  -- 1970 of the article's time in the upper bits, and below them what keeps the
  -- articles of one second in the order in which they came. Also the row of
  -- the article in the index of words, so that hits come newest first.
  newness      INTEGER NOT NULL UNIQUE,
  id           TEXT    NOT NULL UNIQUE,

  -- What an article is known by; see identity.go.
  key          TEXT    UNIQUE,
  address      TEXT    NOT NULL,  -- the URL without what does not matter in it
  title_key    TEXT    NOT NULL,  -- the words of the title, folded

  title        TEXT    NOT NULL,
  section      TEXT    NOT NULL,
  source       TEXT    NOT NULL,
  place        TEXT    NOT NULL,
  author       TEXT    NOT NULL,
  lang         TEXT    NOT NULL,
  direction    TEXT    NOT NULL,
  url          TEXT    NOT NULL,
  summary      TEXT    NOT NULL,
  published    TEXT    NOT NULL,  -- RFC 3339, '' where it is not known
  added        INTEGER NOT NULL,  -- milliseconds since 1970
  full         INTEGER NOT NULL,  -- 0: a card
  bundled      INTEGER NOT NULL DEFAULT 0,  -- 1: it ships with Warraq

  -- What lists are filtered by, folded.
  section_key  TEXT    NOT NULL,
  source_key   TEXT    NOT NULL,
  listed       TEXT    AS (title_key || char(10) || section_key || char(10) || source_key) STORED,

  -- What the reader did. The times are those of the last change, in
  -- milliseconds since 1970, NULL where it is not known.
  read          INTEGER NOT NULL DEFAULT 0,
  read_at       INTEGER,
  bookmarked    INTEGER NOT NULL DEFAULT 0,
  bookmarked_at INTEGER,
  position      INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What someone types is looked for in this index alone.
CREATE INDEX article_listed     ON article (newness, read, bookmarked, listed);
CREATE INDEX article_title      ON article (title_key);
CREATE INDEX article_address    ON article (address) WHERE address <> '';
CREATE INDEX article_section    ON article (section_key, newness);
CREATE INDEX article_source     ON article (source_key, newness);
CREATE INDEX article_unread     ON article (newness) WHERE read = 0;
CREATE INDEX article_bookmarked ON article (newness) WHERE bookmarked = 1;

-- Texts stand apart, so that lists read none of them.
CREATE TABLE text (
  num      INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  body     TEXT NOT NULL,  -- Markdown
  captions TEXT NOT NULL   -- a JSON array
) STRICT;

-- Which articles an article itself names as related, in its order.
CREATE TABLE link (
  source   INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  position INTEGER NOT NULL,
  target   INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  PRIMARY KEY (source, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX link_target ON link (target);

-- The words of every article, folded. The table holds no text of its own.
CREATE VIRTUAL TABLE words USING fts5 (
  title, body, section, source,
  content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 0 categories ''L* M* N*'''
);
