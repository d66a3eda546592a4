-- Events that came, so that none is taken in twice.
CREATE TABLE events (
    source   VARCHAR(100) NOT NULL,
    id       VARCHAR(200) NOT NULL,
    received TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (source, id)
);
CREATE INDEX events_received ON events (received);
-- Documents that are to be looked at; revision grows whenever one is named anew, version is that which was found, where one was.
CREATE TABLE work (
    source   VARCHAR(100) NOT NULL,
    document VARCHAR(1000) NOT NULL,
    version  VARCHAR(1000),
    revision INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    due      TIMESTAMP WITH TIME ZONE NOT NULL,
    failed   BOOLEAN NOT NULL,
    problem  TEXT,
    PRIMARY KEY (source, document)
);
-- What was last said of a document, and of which content.
CREATE TABLE seen (
    source   VARCHAR(100) NOT NULL,
    document VARCHAR(1000) NOT NULL,
    version  VARCHAR(1000) NOT NULL,
    sha256   VARCHAR(64) NOT NULL,
    rules    VARCHAR(200) NOT NULL,
    PRIMARY KEY (source, document)
);
-- How far the changes of a system have been followed.
CREATE TABLE followed (
    source VARCHAR(100) PRIMARY KEY,
    rules  VARCHAR(200) NOT NULL,
    until  TEXT NOT NULL
);
