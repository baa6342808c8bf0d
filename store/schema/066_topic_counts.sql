-- How many articles are filed under each topic is counted as it is of sections, so that the
-- list of topics reads no articles. Readers of one library count for themselves, since the
-- marks are their own (see reader.go).
INSERT INTO tally SELECT iif(a.archived, 'archived topic', 'topic'), t.key, count(*), sum(a.read = 0 AND a.full = 1), sum(a.bookmarked)
  FROM topic t JOIN article a USING (num) GROUP BY a.archived, t.key;

CREATE TRIGGER topic_comes AFTER INSERT ON topic BEGIN
  INSERT INTO tally SELECT iif(archived, 'archived topic', 'topic'), new.key, 1, read = 0 AND full = 1, bookmarked
    FROM article WHERE num = new.num
    ON CONFLICT (kind, key) DO UPDATE SET articles = articles + 1,
      unread = unread + excluded.unread, bookmarked = bookmarked + excluded.bookmarked;
END;

-- With an article its topics go after it, and are counted before.
CREATE TRIGGER topic_goes AFTER DELETE ON topic BEGIN
  UPDATE tally SET articles = tally.articles - 1, unread = tally.unread - (a.read = 0 AND a.full = 1), bookmarked = tally.bookmarked - a.bookmarked
    FROM article a WHERE a.num = old.num AND tally.kind = iif(a.archived, 'archived topic', 'topic') AND tally.key = old.key;
END;

CREATE TRIGGER topic_article_goes BEFORE DELETE ON article BEGIN
  UPDATE tally SET articles = articles - 1, unread = unread - (old.read = 0 AND old.full = 1), bookmarked = bookmarked - old.bookmarked
    WHERE kind = iif(old.archived, 'archived topic', 'topic') AND key IN (SELECT key FROM topic WHERE num = old.num);
END;

CREATE TRIGGER topic_article_changes AFTER UPDATE OF read, bookmarked, full ON article
WHEN old.archived = new.archived AND (old.read <> new.read OR old.bookmarked <> new.bookmarked OR old.full <> new.full) BEGIN
  UPDATE tally SET unread = unread + (new.read = 0 AND new.full = 1) - (old.read = 0 AND old.full = 1),
      bookmarked = bookmarked + new.bookmarked - old.bookmarked
    WHERE kind = iif(new.archived, 'archived topic', 'topic') AND key IN (SELECT key FROM topic WHERE num = new.num);
END;

CREATE TRIGGER topic_article_moves AFTER UPDATE OF archived ON article WHEN old.archived <> new.archived BEGIN
  UPDATE tally SET articles = articles - 1, unread = unread - (old.read = 0 AND old.full = 1), bookmarked = bookmarked - old.bookmarked
    WHERE kind = iif(old.archived, 'archived topic', 'topic') AND key IN (SELECT key FROM topic WHERE num = old.num);
  INSERT INTO tally SELECT iif(new.archived, 'archived topic', 'topic'), key, 1, new.read = 0 AND new.full = 1, new.bookmarked
    FROM topic WHERE num = new.num
    ON CONFLICT (kind, key) DO UPDATE SET articles = articles + 1,
      unread = unread + excluded.unread, bookmarked = bookmarked + excluded.bookmarked;
END;
