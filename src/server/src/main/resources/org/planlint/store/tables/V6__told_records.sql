-- What a notification said of a document beside naming it, and of which content it was first said.
CREATE TABLE told (
    source   VARCHAR(100) NOT NULL,
    document VARCHAR(1000) NOT NULL,
    record   TEXT NOT NULL,
    sha256   VARCHAR(64),
    PRIMARY KEY (source, document)
);
