-- A checksum of all that an article says; see sum.go. 0: not known yet.
ALTER TABLE article ADD COLUMN sum INTEGER NOT NULL DEFAULT 0;
