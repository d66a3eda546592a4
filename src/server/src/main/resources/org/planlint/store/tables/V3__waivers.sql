-- Findings that a reviewer lets pass in documents of one name, whatever else of them changes.
CREATE TABLE waivers (
    name        VARCHAR(300) NOT NULL,
    fingerprint VARCHAR(16) NOT NULL,
    reason      TEXT NOT NULL,
    by_whom     TEXT NOT NULL,
    expires     DATE,
    created     TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (name, fingerprint)
);
