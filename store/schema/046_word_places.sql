-- The places of articles in the index of words, in the order of their newness and close
-- together: the index keeps the distances between them, which take a byte or two then
-- instead of five. See word_places.go.
CREATE TABLE word_place (
  place INTEGER PRIMARY KEY,      -- the row of the index
  num   INTEGER NOT NULL UNIQUE   -- of the article
) STRICT;

INSERT INTO word_place SELECT 134217728 + 32 * row_number() OVER (ORDER BY newness), num FROM article;

INSERT INTO words (words) VALUES ('delete-all');

INSERT INTO words (rowid, title, body, section, source)
  SELECT w.place, warraq_words(a.title), warraq_body_words(a.summary || char(10) || coalesce(warraq_text(t.body), '')),
    warraq_words(a.section), warraq_words(a.source || char(10) || a.author || char(10) || a.place)
  FROM word_place w JOIN article a USING (num) LEFT JOIN text t USING (num) ORDER BY w.place;
