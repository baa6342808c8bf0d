-- What comes in is counted, and waits to be related, once for all that a change brings; see
-- arrivals.go.
DROP TRIGGER tally_article_comes;
DROP TRIGGER found_article_comes;
DROP TRIGGER found_text_comes;

-- Programs of before are kept from writing articles where each of their changes notes that
-- lists show something new; see 060_of_this_version.sql.
DROP TRIGGER article_comes_newer;

CREATE TRIGGER library_changes_newer BEFORE UPDATE OF revision ON library WHEN NOT a_newer_warraq() BEGIN SELECT 1; END;
