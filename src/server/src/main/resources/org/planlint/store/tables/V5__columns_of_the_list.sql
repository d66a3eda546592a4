-- What the list of reports shows and is sorted by; who sent a document is the name of a token.
ALTER TABLE reports ADD COLUMN issued VARCHAR(10);
ALTER TABLE reports ADD COLUMN sender TEXT;
-- A reviewer may also say that a finding to review is right.
ALTER TABLE waivers ADD COLUMN confirms BOOLEAN DEFAULT FALSE NOT NULL;
