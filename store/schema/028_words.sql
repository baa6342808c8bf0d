-- Numbers written to letters are words of their own, and Hebrew acronyms are one: the
-- index and what is compared by words are made again.
UPDATE article SET title_key = warraq_key(title), section_key = warraq_key(section), source_key = warraq_key(source)
  WHERE title_key <> warraq_key(title) OR section_key <> warraq_key(section) OR source_key <> warraq_key(source);
UPDATE OR IGNORE tag SET key = warraq_key(name) WHERE key <> warraq_key(name);
UPDATE article SET text_key = coalesce((SELECT warraq_text_key(body) FROM text WHERE text.num = article.num), 0);

INSERT INTO words (words) VALUES ('delete-all');

INSERT INTO words (rowid, title, body, section, source)
  SELECT a.newness, warraq_words(a.title), warraq_body_words(a.summary || char(10) || coalesce(t.body, '')), warraq_words(a.section),
    warraq_words(a.source || char(10) || a.author || char(10) || a.place)
  FROM article a LEFT JOIN text t USING (num) ORDER BY a.newness;
