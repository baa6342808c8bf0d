-- Pictures that texts show from the web and that are still to be fetched; see
-- picture_pending.go.
CREATE TABLE picture_pending (
  num     INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  address TEXT    NOT NULL,             -- as the text has it
  tries   INTEGER NOT NULL DEFAULT 0,
  next    INTEGER NOT NULL DEFAULT 0,   -- milliseconds
  PRIMARY KEY (num, address)
) STRICT, WITHOUT ROWID;
