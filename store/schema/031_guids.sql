-- How its feed names an article, '' where it does not.
ALTER TABLE article ADD COLUMN guid TEXT NOT NULL DEFAULT '';

CREATE INDEX article_guid ON article (guid) WHERE guid <> '';
