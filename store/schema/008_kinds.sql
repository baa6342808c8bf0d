-- Where an article names another: see articles.Kind. Of what was there before this
-- it is not known.
ALTER TABLE link ADD COLUMN kind TEXT NOT NULL DEFAULT '';
