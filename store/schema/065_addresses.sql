-- Addresses are compared without more of what does not matter in them: pages as they are printed,
-- what led to them, and copies in archives of the web.
UPDATE article SET address = warraq_address(url) WHERE url <> '' AND address <> warraq_address(url);
UPDATE OR REPLACE mention SET address = warraq_address('https://' || address)
	WHERE warraq_address('https://' || address) NOT IN ('', address);
