-- Most words stand in texts. The index says the column of a word before its places, in two
-- bytes for each article that has it, but for the first column, which needs none: the texts
-- are that one now. It takes a third less.
DROP TABLE words;

CREATE VIRTUAL TABLE words USING fts5 (
  body, title, section, source,
  content = '', contentless_delete = 1,
  tokenize = 'ascii'
);

INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);

INSERT INTO words (rowid, title, body, section, source)
  SELECT w.place, warraq_words(a.title), warraq_body_words(a.summary || char(10) || coalesce(warraq_text(t.body), '')),
    warraq_words(a.section), warraq_words(a.source || char(10) || a.author || char(10) || a.place)
  FROM word_place w JOIN article a USING (num) LEFT JOIN text t USING (num) ORDER BY w.place;

-- Articles of one title are found by a number made of it, which takes less than the title
-- a third time; see identity.WordsHash.
ALTER TABLE article ADD COLUMN title_hash INTEGER NOT NULL DEFAULT 0;

DROP INDEX article_title;

UPDATE article SET title_hash = warraq_title_hash(title_key);

CREATE INDEX article_title ON article (title_hash);
