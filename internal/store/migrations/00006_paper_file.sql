-- +goose Up

ALTER TABLE tenant ADD COLUMN signing BOOLEAN NOT NULL DEFAULT FALSE;

-- paper_file holds the files that came to a paper beside the signed copy of its issue: edited on Word, with what was decided about them, and signed
-- in the program. A row is never taken away, nor its file.
CREATE TABLE paper_file (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, paper_id TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('edited','signed')),
    state TEXT NOT NULL DEFAULT '', edition BIGINT NOT NULL,
    file_hash TEXT NOT NULL, file_name TEXT NOT NULL, file_type TEXT NOT NULL, file_size BIGINT NOT NULL, sum TEXT NOT NULL,
    differs BIGINT NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT '', by_name TEXT NOT NULL, at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, paper_id) REFERENCES paper (tenant_id, id)
);
CREATE INDEX paper_file_paper ON paper_file (tenant_id, paper_id, at);
CREATE INDEX paper_file_hash ON paper_file (tenant_id, file_hash);
