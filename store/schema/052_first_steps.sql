-- Which of the first steps of a new reader were done, their names parted by spaces.
CREATE TABLE first_steps (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  done TEXT NOT NULL
) STRICT;
