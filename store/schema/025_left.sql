-- The article that was open when the reader was left, if any was.
CREATE TABLE IF NOT EXISTS left_at (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  num INTEGER NOT NULL REFERENCES article ON DELETE CASCADE
) STRICT;
