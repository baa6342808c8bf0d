-- The index takes words as store/arabic makes them, with a space between each two:
-- SQLite has not to know the letters of Unicode, which took half of the time of
-- indexing and went by older tables of letters than queries do.
DROP TABLE words;

CREATE VIRTUAL TABLE words USING fts5 (
  title, body, section, source,
  content = '', contentless_delete = 1,
  tokenize = 'ascii'
);

-- What is gathered in memory before it is written, in bytes: more than an import's
-- batch, so that each is written as one piece and few have to be merged.
INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);

INSERT INTO words (rowid, title, body, section, source)
  SELECT a.newness, warraq_words(a.title), warraq_words(a.summary || char(10) || coalesce(t.body, '')), warraq_words(a.section),
    warraq_words(a.source || char(10) || a.author || char(10) || a.place)
  FROM article a LEFT JOIN text t USING (num) ORDER BY a.newness;

-- What has a text waits to be related when that comes, right after the article.
DROP TRIGGER found_article_comes;

CREATE TRIGGER found_article_comes AFTER INSERT ON article WHEN new.full = 0 BEGIN
  INSERT OR REPLACE INTO found_pending (num) VALUES (new.num);
END;
