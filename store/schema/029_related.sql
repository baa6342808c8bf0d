-- What relatedness knows of the articles, kept in a third of the room. A term's row
-- is of the articles of one part, 32768 numbers: how many of them have it, and those
-- that it leads to. All is made anew from the texts.
DROP TABLE IF EXISTS found;
DROP TABLE IF EXISTS found_term;
DROP TABLE IF EXISTS found_posting;
DROP TABLE IF EXISTS found_length;
DROP TABLE IF EXISTS found_measured;

CREATE TABLE found (
  num     INTEGER PRIMARY KEY,  -- of the article
  hour    INTEGER NOT NULL,     -- in which it stands in lists, since 1970
  source  TEXT    NOT NULL,     -- its source_key
  profile BLOB    NOT NULL
) STRICT;

-- How long articles are for comparing them, by how rare their terms are in the
-- library; see related.Lengths. It changes as the library grows.
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

-- One row: how many articles there were when all lengths were found last.
CREATE TABLE found_measured (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  articles INTEGER NOT NULL
) STRICT;

INSERT INTO found_measured VALUES (1, 0);

UPDATE found_library SET version = 0;
