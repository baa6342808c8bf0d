-- What articles are filed under where they come from: categories and tags of papers and
-- of the programs that an article was saved in, as written there and folded.
-- Some libraries have them already, from when another step had this one's number.
CREATE TABLE IF NOT EXISTS topic (
  num  INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  key  TEXT    NOT NULL,
  name TEXT    NOT NULL,
  PRIMARY KEY (num, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS topic_key ON topic (key, num);

-- The tags of articles, whoever gave them.
CREATE VIEW IF NOT EXISTS filed AS SELECT num, key FROM tag UNION ALL SELECT num, key FROM topic;
