-- Version 67 of a library, as the steps in schema make it (see TestNewLibrary).

CREATE TABLE library (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  revision INTEGER NOT NULL DEFAULT 0,  -- grows with every change that lists show
  bundled  TEXT    NOT NULL DEFAULT ''  -- digest of the articles that ship, as last taken in
, salt INTEGER NOT NULL DEFAULT 0, base INTEGER NOT NULL DEFAULT 0) STRICT;

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
  summary      ANY     NOT NULL,
  published    TEXT    NOT NULL,  -- RFC 3339, '' where it is not known
  added        INTEGER NOT NULL,  -- milliseconds since 1970
  full         INTEGER NOT NULL,  -- 0: a card
  bundled      INTEGER NOT NULL DEFAULT 0,  -- 1: it ships with Warraq

  -- What lists are filtered by, folded.
  section_key  TEXT    NOT NULL,
  source_key   TEXT    NOT NULL,
  read          INTEGER NOT NULL DEFAULT 0,
  read_at       INTEGER,
  bookmarked    INTEGER NOT NULL DEFAULT 0,
  bookmarked_at INTEGER,
  position      INTEGER NOT NULL DEFAULT 0
, title_order BLOB NOT NULL DEFAULT x'', length INTEGER NOT NULL DEFAULT 0, sum INTEGER NOT NULL DEFAULT 0, text_key INTEGER NOT NULL DEFAULT 0, guid TEXT NOT NULL DEFAULT '', archived INTEGER NOT NULL DEFAULT 0, title_hash INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE link (
  source   INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  position INTEGER NOT NULL,
  target   INTEGER NOT NULL REFERENCES article ON DELETE CASCADE, kind TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (source, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE found_pending (
  stamp INTEGER PRIMARY KEY AUTOINCREMENT,  -- grows with every change
  num   INTEGER NOT NULL UNIQUE             -- of an article, or of one that is gone
) STRICT;

CREATE TABLE found_library (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  articles INTEGER NOT NULL DEFAULT 0,  -- in found
  version  INTEGER NOT NULL DEFAULT 0   -- of the profiles; see related.Version
) STRICT;

CREATE TABLE mention (
  source  INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  address TEXT    NOT NULL,
  PRIMARY KEY (source, address)
) STRICT, WITHOUT ROWID;

CREATE TABLE origin (
  num    INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  source TEXT    NOT NULL,
  PRIMARY KEY (num, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag (
  num  INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  key  TEXT    NOT NULL,
  name TEXT    NOT NULL,
  PRIMARY KEY (num, key)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE reading (
  day INTEGER NOT NULL,  -- since 1970
  num INTEGER NOT NULL,
  ms  INTEGER NOT NULL, told INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (day, num)
) STRICT, WITHOUT ROWID;

CREATE TABLE tally (
  kind       TEXT    NOT NULL,  -- 'all', 'section', 'source'
  key        TEXT    NOT NULL,
  articles   INTEGER NOT NULL,
  unread     INTEGER NOT NULL,  -- with a text that was not read
  bookmarked INTEGER NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE picture (
  name   TEXT    PRIMARY KEY,
  type   TEXT    NOT NULL,  -- a media type
  width  INTEGER NOT NULL,  -- pixels
  height INTEGER NOT NULL,
  data   BLOB    NOT NULL
) STRICT;

CREATE TABLE article_picture (
  num  INTEGER NOT NULL REFERENCES article (num) ON DELETE CASCADE,
  name TEXT    NOT NULL REFERENCES picture (name),
  PRIMARY KEY (num, name)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, instance);

CREATE TABLE left_at (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  num INTEGER NOT NULL REFERENCES article ON DELETE CASCADE
) STRICT;

CREATE TABLE version (
  num   INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  until INTEGER NOT NULL,  -- milliseconds since 1970
  title TEXT    NOT NULL,
  body  TEXT    NOT NULL,  -- Markdown
  PRIMARY KEY (num, until)
) STRICT, WITHOUT ROWID;

CREATE TABLE found (
  num     INTEGER PRIMARY KEY,  -- of the article
  hour    INTEGER NOT NULL,     -- in which it stands in lists, since 1970
  source  TEXT    NOT NULL,     -- its source_key
  profile BLOB    NOT NULL
) STRICT;

CREATE TABLE found_length (
  num     INTEGER PRIMARY KEY,
  lengths INTEGER NOT NULL
) STRICT;

CREATE TABLE found_term (
  term     INTEGER NOT NULL,  -- less 2^21, which takes a byte less
  part     INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  nums     BLOB    NOT NULL,  -- the distances between the numbers within the part
  PRIMARY KEY (term, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE found_measured (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  articles INTEGER NOT NULL
) STRICT;

CREATE TABLE topic (
  num  INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  key  TEXT    NOT NULL,
  name TEXT    NOT NULL,
  PRIMARY KEY (num, key)
) STRICT, WITHOUT ROWID;

CREATE VIEW filed AS SELECT num, key FROM tag UNION ALL SELECT num, key FROM topic;

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
, is_server INTEGER NOT NULL DEFAULT 0, account   TEXT    NOT NULL DEFAULT '') STRICT;

CREATE TABLE feed_article (
  num  INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  feed INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  UNIQUE (feed, num)
) STRICT;

CREATE TABLE page_pending (
  num     INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  feed    INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  tries   INTEGER NOT NULL DEFAULT 0,
  next    INTEGER NOT NULL DEFAULT 0,
  failure TEXT    NOT NULL DEFAULT ''
, maybe INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE cleaning_told (one INTEGER PRIMARY KEY CHECK (one = 1)) STRICT;

CREATE TABLE found_story (
  num      INTEGER PRIMARY KEY,  -- of the article
  root     INTEGER NOT NULL,     -- of the first article of its story
  link     INTEGER,              -- of the article that it hangs on; NULL of the first
  nearness REAL NOT NULL         -- to that article; 0 of the first
) STRICT;

CREATE TABLE found_story_pending (
  num INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE removed (
  known TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE search (
  query TEXT    PRIMARY KEY,
  added INTEGER NOT NULL   -- milliseconds since 1970
) STRICT, WITHOUT ROWID;

CREATE TABLE begun (
  num     INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  percent INTEGER NOT NULL,
  at      INTEGER NOT NULL  -- milliseconds since 1970
) STRICT;

CREATE TABLE "text" (
  num      INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  body     ANY  NOT NULL,  -- Markdown; warraq_text gives it as a text
  captions TEXT NOT NULL   -- a JSON array
) STRICT;

CREATE TABLE word_place (
  place INTEGER PRIMARY KEY,      -- the row of the index
  num   INTEGER NOT NULL UNIQUE   -- of the article
) STRICT;

CREATE TABLE sync_library (
  one     INTEGER PRIMARY KEY CHECK (one = 1),
  machine TEXT    NOT NULL DEFAULT '',
  seq     INTEGER NOT NULL DEFAULT 0   -- grows with every register that is written
, origin TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE sync_machine (
  machine INTEGER PRIMARY KEY,
  id      TEXT    NOT NULL UNIQUE
) STRICT;

CREATE TABLE sync_folder (
  folder  INTEGER PRIMARY KEY,
  token   TEXT    NOT NULL UNIQUE,
  written INTEGER NOT NULL DEFAULT 0   -- the registers up to this seq are there
) STRICT;

CREATE TABLE sync_segment (
  folder INTEGER NOT NULL REFERENCES sync_folder ON DELETE CASCADE,
  name   TEXT    NOT NULL,
  state  INTEGER NOT NULL,            -- see SegmentState
  weight INTEGER NOT NULL DEFAULT 0,  -- of what was written here; see SyncTextWeight
  PRIMARY KEY (folder, name)
) STRICT, WITHOUT ROWID;

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
, left_read       INTEGER, left_bookmarked INTEGER) STRICT;

CREATE TABLE sync_name (
  name TEXT    PRIMARY KEY,
  item INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

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

CREATE TABLE sync_picture (
  item INTEGER NOT NULL,
  name TEXT    NOT NULL,
  PRIMARY KEY (item, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE sync_text (
  item    INTEGER PRIMARY KEY,
  article TEXT    NOT NULL,  -- as JSON
  feeds   TEXT    NOT NULL   -- as JSON
) STRICT;

CREATE TABLE front_looked (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  at     INTEGER NOT NULL,
  before INTEGER NOT NULL
) STRICT;

CREATE TABLE root (
  name TEXT    PRIMARY KEY,  -- begins as no name of anything else does
  page INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE first_steps (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  done TEXT NOT NULL
) STRICT;

CREATE TABLE server_feed (
  server INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  stream TEXT    NOT NULL,
  feed   INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  folder TEXT    NOT NULL,  -- and the title: as the server had them last
  title  TEXT    NOT NULL,
  own    INTEGER NOT NULL, here_title  TEXT NOT NULL DEFAULT '', here_folder TEXT NOT NULL DEFAULT '',  -- 1: it was followed here before the server brought it
  PRIMARY KEY (server, stream)
) STRICT, WITHOUT ROWID;

CREATE TABLE server_item (
  server       INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  id           TEXT    NOT NULL,
  read         INTEGER NOT NULL,
  starred      INTEGER NOT NULL,
  left_read    INTEGER,            -- the marks of an article that is here no more,
  left_starred INTEGER,            -- NULL where none was
  PRIMARY KEY (server, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE server_article (
  server INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  id     TEXT    NOT NULL,
  num    INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  PRIMARY KEY (server, id)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE words USING fts5 (
  body, title, section, source,
  content = '', contentless_delete = 1,
  tokenize = 'ascii'
);

CREATE TABLE picture_pending (
  num     INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  address TEXT    NOT NULL,             -- as the text has it
  tries   INTEGER NOT NULL DEFAULT 0,
  next    INTEGER NOT NULL DEFAULT 0,   -- milliseconds
  PRIMARY KEY (num, address)
) STRICT, WITHOUT ROWID;

CREATE TABLE server_gone (
  server INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  stream TEXT    NOT NULL,
  key    TEXT    NOT NULL,  -- of the feed
  send   INTEGER NOT NULL,
  PRIMARY KEY (server, stream)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_address    ON article (address) WHERE address <> '';

CREATE INDEX article_section    ON article (section_key, newness);

CREATE INDEX article_source     ON article (source_key, newness);

CREATE INDEX article_unread     ON article (newness) WHERE read = 0;

CREATE INDEX article_bookmarked ON article (newness) WHERE bookmarked = 1;

CREATE INDEX link_target ON link (target);

CREATE INDEX mention_address ON mention (address);

CREATE INDEX tag_key ON tag (key, num);

CREATE INDEX highlight_num  ON highlight (num, first);

CREATE INDEX highlight_made ON highlight (made, id);

CREATE INDEX reading_num ON reading (num);

CREATE INDEX article_read_at     ON article (read_at) WHERE read = 1 AND read_at IS NOT NULL;

CREATE INDEX article_picture_name ON article_picture (name);

CREATE INDEX article_text_key ON article (text_key) WHERE text_key <> 0;

CREATE INDEX topic_key ON topic (key, num);

CREATE INDEX article_guid ON article (guid) WHERE guid <> '';

CREATE INDEX feed_article_num ON feed_article (num);

CREATE INDEX found_story_root ON found_story (root);

CREATE INDEX found_story_link ON found_story (link) WHERE link IS NOT NULL;

CREATE INDEX article_added       ON article (added, newness, read, full, bookmarked, archived, section_key, source_key);

CREATE INDEX article_title_order ON article (title_order, newness, read, full, bookmarked, archived, section_key, source_key);

CREATE INDEX article_length      ON article (length, newness, read, full, bookmarked, archived, section_key, source_key);

CREATE INDEX article_archived    ON article (newness) WHERE archived = 1;

CREATE INDEX begun_at ON begun (at);

CREATE INDEX article_listed ON article (newness, read, bookmarked, archived, title_key, section_key, source_key);

CREATE UNIQUE INDEX sync_item_id ON sync_item (kind, id) WHERE id IS NOT NULL;

CREATE INDEX sync_name_item ON sync_name (item);

CREATE INDEX sync_register_seq ON sync_register (seq);

CREATE INDEX sync_highlight_item ON sync_highlight (item);

CREATE INDEX server_feed_feed ON server_feed (feed);

CREATE INDEX server_article_num ON server_article (num);

CREATE INDEX article_title ON article (title_hash);

CREATE INDEX reading_untold ON reading (num) WHERE ms <> told;

CREATE TRIGGER found_article_goes AFTER DELETE ON article BEGIN
  INSERT OR REPLACE INTO found_pending (num) VALUES (old.num);
END;

CREATE TRIGGER article_picture_goes AFTER DELETE ON article_picture BEGIN
  DELETE FROM picture WHERE name = old.name AND NOT EXISTS (SELECT 1 FROM article_picture WHERE name = old.name);
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

CREATE TRIGGER found_text_changes AFTER UPDATE OF body ON text WHEN old.body <> new.body BEGIN
  INSERT OR REPLACE INTO found_pending (num) VALUES (new.num);
END;

CREATE TRIGGER server_article_goes BEFORE DELETE ON article BEGIN
  UPDATE server_item SET left_read = old.read, left_starred = old.bookmarked
    WHERE (server, id) IN (SELECT server, id FROM server_article WHERE num = old.num);
END;

CREATE TRIGGER found_article_changes AFTER UPDATE OF title, summary, source_key, url, newness ON article
WHEN old.title <> new.title OR old.summary <> new.summary OR old.source_key <> new.source_key
  OR old.url <> new.url OR old.newness <> new.newness BEGIN
  INSERT OR REPLACE INTO found_pending (num) VALUES (new.num);
END;

CREATE TRIGGER article_changes_newer BEFORE UPDATE OF title, summary ON article WHEN NOT a_newer_warraq() BEGIN SELECT 1; END;

CREATE TRIGGER library_changes_newer BEFORE UPDATE OF revision ON library WHEN NOT a_newer_warraq() BEGIN SELECT 1; END;

CREATE TRIGGER reading_article_goes AFTER DELETE ON article BEGIN
  INSERT INTO reading (day, num, ms, told) SELECT day, 0, ms, told FROM reading WHERE num = old.num
    ON CONFLICT (day, num) DO UPDATE SET ms = ms + excluded.ms, told = told + excluded.told;
  DELETE FROM reading WHERE num = old.num;
END;

CREATE TRIGGER sync_article_goes BEFORE DELETE ON article BEGIN
  UPDATE sync_item SET left_read = old.read, left_bookmarked = old.bookmarked WHERE kind = 0 AND id = old.id;
END;

CREATE TRIGGER topic_comes AFTER INSERT ON topic BEGIN
  INSERT INTO tally SELECT iif(archived, 'archived topic', 'topic'), new.key, 1, read = 0 AND full = 1, bookmarked
    FROM article WHERE num = new.num
    ON CONFLICT (kind, key) DO UPDATE SET articles = articles + 1,
      unread = unread + excluded.unread, bookmarked = bookmarked + excluded.bookmarked;
END;

CREATE TRIGGER topic_goes AFTER DELETE ON topic BEGIN
  UPDATE tally SET articles = tally.articles - 1, unread = tally.unread - (a.read = 0 AND a.full = 1), bookmarked = tally.bookmarked - a.bookmarked
    FROM article a WHERE a.num = old.num AND tally.kind = iif(a.archived, 'archived topic', 'topic') AND tally.key = old.key;
END;

CREATE TRIGGER topic_article_goes BEFORE DELETE ON article BEGIN
  UPDATE tally SET articles = articles - 1, unread = unread - (old.read = 0 AND old.full = 1), bookmarked = bookmarked - old.bookmarked
    WHERE kind = iif(old.archived, 'archived topic', 'topic') AND key IN (SELECT key FROM topic WHERE num = old.num);
END;

CREATE TRIGGER topic_article_changes AFTER UPDATE OF read, bookmarked, full ON article
WHEN old.archived = new.archived AND (old.read <> new.read OR old.bookmarked <> new.bookmarked OR old.full <> new.full) BEGIN
  UPDATE tally SET unread = unread + (new.read = 0 AND new.full = 1) - (old.read = 0 AND old.full = 1),
      bookmarked = bookmarked + new.bookmarked - old.bookmarked
    WHERE kind = iif(new.archived, 'archived topic', 'topic') AND key IN (SELECT key FROM topic WHERE num = new.num);
END;

CREATE TRIGGER topic_article_moves AFTER UPDATE OF archived ON article WHEN old.archived <> new.archived BEGIN
  UPDATE tally SET articles = articles - 1, unread = unread - (old.read = 0 AND old.full = 1), bookmarked = bookmarked - old.bookmarked
    WHERE kind = iif(old.archived, 'archived topic', 'topic') AND key IN (SELECT key FROM topic WHERE num = old.num);
  INSERT INTO tally SELECT iif(new.archived, 'archived topic', 'topic'), key, 1, new.read = 0 AND new.full = 1, new.bookmarked
    FROM topic WHERE num = new.num
    ON CONFLICT (kind, key) DO UPDATE SET articles = articles + 1,
      unread = unread + excluded.unread, bookmarked = bookmarked + excluded.bookmarked;
END;

INSERT INTO library VALUES (1, 0, '', 0, 0);

INSERT INTO found_library VALUES (1, 0, 0);

INSERT INTO tally VALUES ('all', '', 0, 0, 0);

INSERT INTO tally VALUES ('archived all', '', 0, 0, 0);

INSERT INTO found_measured VALUES (1, 0);

INSERT INTO sync_library VALUES (1, '', 0, lower(hex(randomblob(8))));

INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);

