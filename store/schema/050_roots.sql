-- Where each table and index begins in the file, a second time: where the page that says
-- it first is damaged, repairing finds the rows by this. See roots.go.
CREATE TABLE root (
  name TEXT    PRIMARY KEY,  -- begins as no name of anything else does
  page INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
