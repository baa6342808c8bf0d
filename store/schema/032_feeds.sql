-- The feeds that their reader follows; see feeds.go. Times are in milliseconds since
-- 1970, 0 where there is none.
CREATE TABLE feed (
  num        INTEGER PRIMARY KEY,
  address    TEXT    NOT NULL,
  key        TEXT    NOT NULL UNIQUE,      -- the address without what does not matter in it
  title      TEXT    NOT NULL DEFAULT '',  -- as it calls itself
  site       TEXT    NOT NULL DEFAULT '',
  lang       TEXT    NOT NULL DEFAULT '',

  -- What its reader says of it.
  name       TEXT    NOT NULL DEFAULT '',
  folder     TEXT    NOT NULL DEFAULT '',   -- of folders in folders one a line
  attributes TEXT    NOT NULL DEFAULT '[]', -- others of the list that it came in, as JSON
  whole      INTEGER NOT NULL DEFAULT 0,    -- whether pages are fetched: 0 as found out, 1 always, 2 never
  keep       INTEGER NOT NULL DEFAULT 0,    -- so many articles; 0 is as many as there are
  keep_days  INTEGER NOT NULL DEFAULT 0,
  every      INTEGER NOT NULL DEFAULT 0,    -- milliseconds between fetches; 0 as the feed says
  added      INTEGER NOT NULL,

  -- What is known of it from fetching.
  etag       TEXT    NOT NULL DEFAULT '',
  modified   TEXT    NOT NULL DEFAULT '',
  digest     TEXT    NOT NULL DEFAULT '',   -- of what the server gave last
  next       INTEGER NOT NULL DEFAULT 0,    -- it is not asked for before
  held       INTEGER NOT NULL DEFAULT 0,    -- nor, whoever asks for it, before this
  tried      INTEGER NOT NULL DEFAULT 0,
  fetched    INTEGER NOT NULL DEFAULT 0,    -- tried and had
  failing    INTEGER NOT NULL DEFAULT 0,    -- since when; 0: it is not
  failures   INTEGER NOT NULL DEFAULT 0,    -- one after the other
  failure    TEXT    NOT NULL DEFAULT '',   -- the last one, as JSON
  stopped    INTEGER NOT NULL DEFAULT 0,    -- 1: it is gone, and not asked for any more
  teasers    INTEGER NOT NULL DEFAULT 0     -- what it carries: 0 not known, 1 teasers, 2 whole texts
) STRICT;

-- The articles that came from each.
CREATE TABLE feed_article (
  num  INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  UNIQUE (feed, num)
) STRICT;

CREATE INDEX feed_article_num ON feed_article (num);

-- The articles whose page is still to be fetched.
CREATE TABLE page_pending (
  num     INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  feed    INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  tries   INTEGER NOT NULL DEFAULT 0,
  next    INTEGER NOT NULL DEFAULT 0,
  failure TEXT    NOT NULL DEFAULT ''
) STRICT;

-- One row once its reader was told that what is past its time is deleted.
CREATE TABLE cleaning_told (one INTEGER PRIMARY KEY CHECK (one = 1)) STRICT;
