-- Addresses are compared without more of what does not matter in them: editions
-- for phones, ways of escaping, other counters of visitors. What texts link to is
-- read again with the profiles, which are of another version, too.
UPDATE article SET address = warraq_address(url) WHERE url <> '' AND address <> warraq_address(url);
DELETE FROM mention;
