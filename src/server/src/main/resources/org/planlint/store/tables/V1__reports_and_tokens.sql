CREATE TABLE reports (
    id       VARCHAR(32) PRIMARY KEY,
    received TIMESTAMP WITH TIME ZONE NOT NULL,
    name     TEXT NOT NULL,
    sha256   VARCHAR(64),
    verdict  VARCHAR(20) NOT NULL,
    status   VARCHAR(20) NOT NULL,
    errors   INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    infos    INTEGER NOT NULL,
    number   TEXT,
    agency   TEXT,
    words    TEXT NOT NULL,
    report   TEXT NOT NULL
);
CREATE INDEX reports_received ON reports (received);
CREATE TABLE tokens (
    hash    VARCHAR(64) PRIMARY KEY,
    name    TEXT NOT NULL,
    role    VARCHAR(20) NOT NULL,
    created TIMESTAMP WITH TIME ZONE NOT NULL,
    revoked BOOLEAN NOT NULL
);
