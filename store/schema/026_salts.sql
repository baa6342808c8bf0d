-- A random number that every change makes anew, and the one before it: by these it is
-- told whether a journal belongs to the file that it lies beside. See replaced.go.
ALTER TABLE library ADD COLUMN salt INTEGER NOT NULL DEFAULT 0;
ALTER TABLE library ADD COLUMN base INTEGER NOT NULL DEFAULT 0;
