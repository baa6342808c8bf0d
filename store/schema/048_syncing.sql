-- What is known of the library on other machines; see syncing.go.

-- One row: who this library is among them, '' until it is asked.
CREATE TABLE sync_library (
  one     INTEGER PRIMARY KEY CHECK (one = 1),
  machine TEXT    NOT NULL DEFAULT '',
  seq     INTEGER NOT NULL DEFAULT 0   -- grows with every register that is written
) STRICT;

INSERT INTO sync_library (one) VALUES (1);

CREATE TABLE sync_machine (
  machine INTEGER PRIMARY KEY,
  id      TEXT    NOT NULL UNIQUE
) STRICT;

-- The folders by which they meet, each by what this library left there.
CREATE TABLE sync_folder (
  folder  INTEGER PRIMARY KEY,
  token   TEXT    NOT NULL UNIQUE,
  written INTEGER NOT NULL DEFAULT 0   -- the registers up to this seq are there
) STRICT;

-- The segments of a folder that were read, and those that this library wrote or is about to.
CREATE TABLE sync_segment (
  folder INTEGER NOT NULL REFERENCES sync_folder ON DELETE CASCADE,
  name   TEXT    NOT NULL,
  state  INTEGER NOT NULL,            -- see SegmentState
  weight INTEGER NOT NULL DEFAULT 0,  -- of what was written here; see SyncTextWeight
  PRIMARY KEY (folder, name)
) STRICT, WITHOUT ROWID;

-- What is kept alike: articles, feeds, searches. The values are those that the library
-- had when it was compared last, so that what its reader changed since is found.
CREATE TABLE sync_item (
  item       INTEGER PRIMARY KEY,
  kind       INTEGER NOT NULL,             -- 0 an article, 1 a feed, 2 a search
  id         TEXT,                         -- here: of the article, of the feed its key, of the search its words
  here       INTEGER NOT NULL DEFAULT 0,
  sum        INTEGER NOT NULL DEFAULT 0,
  read       INTEGER NOT NULL DEFAULT 0,
  bookmarked INTEGER NOT NULL DEFAULT 0,
  archived   INTEGER NOT NULL DEFAULT 0,
  position   INTEGER NOT NULL DEFAULT 0,
  bundled    TEXT    NOT NULL DEFAULT ''   -- the key of an article that ships with the program
) STRICT;

CREATE UNIQUE INDEX sync_item_id ON sync_item (kind, id) WHERE id IS NOT NULL;

-- The names of items on all machines. One that two machines named apart has several.
CREATE TABLE sync_name (
  name TEXT    PRIMARY KEY,
  item INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sync_name_item ON sync_name (item);

-- The last writing of each field of each item.
CREATE TABLE sync_register (
  item    INTEGER NOT NULL,
  field   TEXT    NOT NULL,
  stamp   INTEGER NOT NULL,  -- milliseconds since 1970, or one more than the one before
  machine INTEGER NOT NULL,  -- that wrote it
  folder  INTEGER NOT NULL,  -- from which it came, 0 from here
  seq     INTEGER NOT NULL,
  value   TEXT    NOT NULL,
  PRIMARY KEY (item, field)
) STRICT, WITHOUT ROWID;

CREATE INDEX sync_register_seq ON sync_register (seq);

-- The tags and highlights as they were when they were compared last.
CREATE TABLE sync_tag (
  item INTEGER NOT NULL,
  key  TEXT    NOT NULL,
  PRIMARY KEY (item, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_highlight (
  id     TEXT    PRIMARY KEY,
  item   INTEGER NOT NULL,
  fields TEXT    NOT NULL,  -- the registers that it is, one a line
  value  TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sync_highlight_item ON sync_highlight (item);

-- Pictures that texts show and that have not come yet.
CREATE TABLE sync_picture (
  item INTEGER NOT NULL,
  name TEXT    NOT NULL,
  PRIMARY KEY (item, name)
) STRICT, WITHOUT ROWID;

-- Texts that came of articles that are removed, later than that: what brings them back is
-- still on its way.
CREATE TABLE sync_text (
  item    INTEGER PRIMARY KEY,
  article TEXT    NOT NULL,  -- as JSON
  feeds   TEXT    NOT NULL   -- as JSON
) STRICT;
