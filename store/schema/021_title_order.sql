-- The order of titles is made another way, see arabic.OrderKey.
UPDATE article SET title_order = warraq_title_order(title);
