-- The texts that an article had before, each until it was replaced.
CREATE TABLE version (
  num   INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
  until INTEGER NOT NULL,  -- milliseconds since 1970
  title TEXT    NOT NULL,
  body  TEXT    NOT NULL,  -- Markdown
  PRIMARY KEY (num, until)
) STRICT, WITHOUT ROWID;

-- What the words of a text add up to, 0 where they are few: one text under two titles
-- is found by it.
ALTER TABLE article ADD COLUMN text_key INTEGER NOT NULL DEFAULT 0;

UPDATE article SET text_key = coalesce((SELECT warraq_text_key(body) FROM text WHERE text.num = article.num), 0);

CREATE INDEX article_text_key ON article (text_key) WHERE text_key <> 0;
