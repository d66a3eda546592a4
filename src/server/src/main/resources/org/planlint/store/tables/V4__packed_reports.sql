-- A report is some fifty kilobytes, and packed a tenth of it; those from before stay as they are.
ALTER TABLE reports ALTER COLUMN report DROP NOT NULL;
ALTER TABLE reports ADD COLUMN packed BYTEA;
