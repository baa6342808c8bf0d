-- The marks that an article had when it was removed, as far as other machines have not heard
-- of them.
ALTER TABLE sync_item ADD COLUMN left_read       INTEGER;
ALTER TABLE sync_item ADD COLUMN left_bookmarked INTEGER;

CREATE TRIGGER sync_article_goes BEFORE DELETE ON article BEGIN
  UPDATE sync_item SET left_read = old.read, left_bookmarked = old.bookmarked WHERE kind = 0 AND id = old.id;
END;
