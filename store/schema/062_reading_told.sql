-- Times of reading are alike on all machines; see sync_reading.go. Of each it is known how much
-- has been told to others, or by them: what was read here since differs from that.
ALTER TABLE reading ADD COLUMN told INTEGER NOT NULL DEFAULT 0;

CREATE INDEX reading_untold ON reading (num) WHERE ms <> told;

DROP TRIGGER reading_article_goes;
CREATE TRIGGER reading_article_goes AFTER DELETE ON article BEGIN
  INSERT INTO reading (day, num, ms, told) SELECT day, 0, ms, told FROM reading WHERE num = old.num
    ON CONFLICT (day, num) DO UPDATE SET ms = ms + excluded.ms, told = told + excluded.told;
  DELETE FROM reading WHERE num = old.num;
END;

-- What copies of this library have in common: of the time that two of them knew before they
-- met, the longer one counts.
ALTER TABLE sync_library ADD COLUMN origin TEXT NOT NULL DEFAULT '';
UPDATE sync_library SET origin = lower(hex(randomblob(8)));

-- What newer machines told an earlier version, which passed it over.
UPDATE sync_item SET kind = 3, id = 'reading' WHERE item = (SELECT item FROM sync_name WHERE name = 'reading');
INSERT INTO reading (day, num, ms, told)
  SELECT CAST(substr(r.field, 9) AS INTEGER), coalesce(a.num, 0), sum(CAST(r.value AS INTEGER)), sum(CAST(r.value AS INTEGER))
  FROM sync_register r JOIN sync_item i USING (item) LEFT JOIN article a ON i.kind = 0 AND i.here = 1 AND a.id = i.id
  WHERE r.field > 'reading:' AND r.field < 'reading;' GROUP BY 1, 2
  ON CONFLICT (day, num) DO UPDATE SET ms = ms + excluded.ms, told = told + excluded.told;
