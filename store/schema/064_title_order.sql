-- The places of titles in their order take half of the bytes; see text.OrderKey.
UPDATE article SET title_order = warraq_title_order(title);
