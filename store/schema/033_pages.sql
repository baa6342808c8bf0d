-- Pages that are fetched if their feed is found to carry teasers.
ALTER TABLE page_pending ADD COLUMN maybe INTEGER NOT NULL DEFAULT 0;
