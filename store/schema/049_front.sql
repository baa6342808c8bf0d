-- When the front page was looked at last, and when it was before that visit, both in
-- milliseconds since 1970.
CREATE TABLE front_looked (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  at     INTEGER NOT NULL,
  before INTEGER NOT NULL
) STRICT;
