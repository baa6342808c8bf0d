-- The sources of an article that came from more than one, as each calls itself.
CREATE TABLE origin (
  num    INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  source TEXT    NOT NULL,
  PRIMARY KEY (num, source)
) STRICT, WITHOUT ROWID;
