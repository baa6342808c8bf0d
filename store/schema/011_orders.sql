-- Each order of lists has an index that holds all that lists are filtered by, so
-- that no article is read that is not shown.
DROP INDEX article_added;
DROP INDEX article_title_order;
DROP INDEX article_length;

CREATE INDEX article_added       ON article (added, newness, read, full, bookmarked, section_key, source_key);
CREATE INDEX article_title_order ON article (title_order, newness, read, full, bookmarked, section_key, source_key);
CREATE INDEX article_length      ON article (length, newness, read, full, bookmarked, section_key, source_key);
