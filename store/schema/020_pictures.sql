-- The pictures that articles came with, each once, under a name that is made of its
-- bytes; see picture.go. The bytes stand last, so that what is known of a picture is
-- read without them.
CREATE TABLE picture (
  name   TEXT    PRIMARY KEY,
  type   TEXT    NOT NULL,  -- a media type
  width  INTEGER NOT NULL,  -- pixels
  height INTEGER NOT NULL,
  data   BLOB    NOT NULL
) STRICT;

-- Which articles show it.
CREATE TABLE article_picture (
  num  INTEGER NOT NULL REFERENCES article (num) ON DELETE CASCADE,
  name TEXT    NOT NULL REFERENCES picture (name),
  PRIMARY KEY (num, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_picture_name ON article_picture (name);

-- A picture goes with the last article that shows it.
CREATE TRIGGER article_picture_goes AFTER DELETE ON article_picture BEGIN
  DELETE FROM picture WHERE name = old.name AND NOT EXISTS (SELECT 1 FROM article_picture WHERE name = old.name);
END;
