-- A program of before that has the library open still, while a newer one brought it here, would
-- write articles as they were kept then: summaries that are not packed, titles without their
-- number. It knows no such function, and nothing is written. Programs since see for themselves
-- (see stillKnown).
CREATE TRIGGER article_comes_newer BEFORE INSERT ON article WHEN NOT a_newer_warraq() BEGIN SELECT 1; END;

CREATE TRIGGER article_changes_newer BEFORE UPDATE OF title, summary ON article WHEN NOT a_newer_warraq() BEGIN SELECT 1; END;
