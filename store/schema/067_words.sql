-- Latin words written to letters are words of their own, and numbers are one with the signs
-- between their thousands: the index and what is compared by words are made again.
UPDATE article SET title_key = warraq_key(title), section_key = warraq_key(section), source_key = warraq_key(source)
  WHERE title_key <> warraq_key(title) OR section_key <> warraq_key(section) OR source_key <> warraq_key(source);
UPDATE article SET title_hash = warraq_title_hash(title_key) WHERE title_hash <> warraq_title_hash(title_key);
INSERT OR IGNORE INTO topic SELECT num, warraq_key(name), name FROM topic WHERE key <> warraq_key(name);
DELETE FROM topic WHERE key <> warraq_key(name);
UPDATE OR IGNORE tag SET key = warraq_key(name) WHERE key <> warraq_key(name);
UPDATE article SET text_key = coalesce((SELECT warraq_text_key(warraq_text(body)) FROM text WHERE text.num = article.num), 0);

INSERT INTO words (words) VALUES ('delete-all');

INSERT INTO words (rowid, title, body, section, source)
  SELECT w.place, warraq_words(a.title), warraq_body_words(warraq_text(a.summary) || char(10) || coalesce(warraq_text(t.body), '')),
    warraq_words(a.section), warraq_words(a.source || char(10) || a.author || char(10) || a.place)
  FROM word_place w JOIN article a USING (num) LEFT JOIN text t USING (num) ORDER BY w.place;
