-- What a feed of a server was called here, and in which folder it was, when both sides agreed
-- last: what its reader changed since differs from that, and is sent.
ALTER TABLE server_feed ADD COLUMN here_title  TEXT NOT NULL DEFAULT '';
ALTER TABLE server_feed ADD COLUMN here_folder TEXT NOT NULL DEFAULT '';

UPDATE server_feed SET (here_title, here_folder) = (SELECT iif(name <> '', name, title), folder FROM feed WHERE num = server_feed.feed);

-- The feeds of a server that are followed here no more while it still has them: with send
-- since their reader removed them, which the server is told.
CREATE TABLE server_gone (
  server INTEGER NOT NULL REFERENCES feed ON DELETE CASCADE,
  stream TEXT    NOT NULL,
  key    TEXT    NOT NULL,  -- of the feed
  send   INTEGER NOT NULL,
  PRIMARY KEY (server, stream)
) STRICT, WITHOUT ROWID;
