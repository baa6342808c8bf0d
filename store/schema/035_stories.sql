-- The stories that articles tell. Each article but the first of a story hangs on the
-- one that is the nearest to it of all before it: what hangs together is a story.
DROP TABLE IF EXISTS found_story;
DROP TABLE IF EXISTS found_story_pending;

CREATE TABLE found_story (
  num      INTEGER PRIMARY KEY,  -- of the article
  root     INTEGER NOT NULL,     -- of the first article of its story
  link     INTEGER,              -- of the article that it hangs on; NULL of the first
  nearness REAL NOT NULL         -- to that article; 0 of the first
) STRICT;

CREATE INDEX found_story_root ON found_story (root);
CREATE INDEX found_story_link ON found_story (link) WHERE link IS NOT NULL;

-- The articles that still look for what they hang on.
CREATE TABLE found_story_pending (
  num INTEGER PRIMARY KEY
) STRICT;

UPDATE found_library SET version = 0;
