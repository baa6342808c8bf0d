-- Servers of feeds; see servers.go. A server is followed as a feed is.
ALTER TABLE feed ADD COLUMN is_server INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN account   TEXT    NOT NULL DEFAULT '';  -- its reader's name there

-- The feeds of each, by what it calls them. These are not asked for themselves.
CREATE TABLE server_feed (
  server INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  stream TEXT    NOT NULL,
  feed   INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  folder TEXT    NOT NULL,  -- and the title: as the server had them last
  title  TEXT    NOT NULL,
  own    INTEGER NOT NULL,  -- 1: it was followed here before the server brought it
  PRIMARY KEY (server, stream)
) STRICT, WITHOUT ROWID;

CREATE INDEX server_feed_feed ON server_feed (feed);

-- The items of each, with the marks on which both sides agreed last. What its reader
-- changed since is what differs from them: it is sent, and then they are those.
CREATE TABLE server_item (
  server       INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  id           TEXT    NOT NULL,
  read         INTEGER NOT NULL,
  starred      INTEGER NOT NULL,
  left_read    INTEGER,            -- the marks of an article that is here no more,
  left_starred INTEGER,            -- NULL where none was
  PRIMARY KEY (server, id)
) STRICT, WITHOUT ROWID;

-- The articles that they are.
CREATE TABLE server_article (
  server INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  id     TEXT    NOT NULL,
  num    INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  PRIMARY KEY (server, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX server_article_num ON server_article (num);

-- What was read and then removed was read all the same.
CREATE TRIGGER server_article_goes BEFORE DELETE ON article BEGIN
  UPDATE server_item SET left_read = old.read, left_starred = old.bookmarked
    WHERE (server, id) IN (SELECT server, id FROM server_article WHERE num = old.num);
END;
