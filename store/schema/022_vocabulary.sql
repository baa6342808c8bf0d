-- The words that the index has, in the order of their bytes. It holds nothing itself.
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, instance);
