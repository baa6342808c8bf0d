-- Searches that the reader keeps, each as it was typed.
CREATE TABLE search (
  query TEXT    PRIMARY KEY,
  added INTEGER NOT NULL   -- milliseconds since 1970
) STRICT, WITHOUT ROWID;

-- How far articles were read that were begun, and when that was last.
CREATE TABLE begun (
  num     INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  percent INTEGER NOT NULL,
  at      INTEGER NOT NULL  -- milliseconds since 1970
) STRICT;

CREATE INDEX begun_at ON begun (at);
