-- +goose Up

-- kept_file is, by address, what is known of the bytes of a kept file: who sent them, what a scanner said, how the nightly check found them. It counts for
-- quotas and is no fact of the agency; the rows that name a file are. at is NULL for a file that came before this table.
CREATE TABLE kept_file (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL CHECK (id <> ''), title TEXT NOT NULL, kind TEXT NOT NULL, size BIGINT NOT NULL,
    account_id TEXT NOT NULL DEFAULT '', by_name TEXT NOT NULL DEFAULT '', at BIGINT,
    scan TEXT NOT NULL CHECK (scan IN ('off','late','clean','found')),
    state TEXT NOT NULL DEFAULT 'whole' CHECK (state IN ('whole','changed','missing')), checked_at BIGINT,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX kept_file_account ON kept_file (tenant_id, account_id);

-- file_purge is a file that an administrator removed because it should not be here; its bytes are gone, the rows that named it say so.
CREATE TABLE file_purge (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, basis TEXT NOT NULL CHECK (basis <> ''), reason TEXT NOT NULL CHECK (reason <> ''),
    uses BIGINT NOT NULL, by_name TEXT NOT NULL, at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);

-- file_version is a file of an object (kind:id) that another took the place of.
CREATE TABLE file_version (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, object TEXT NOT NULL,
    file_hash TEXT NOT NULL, file_name TEXT NOT NULL, file_type TEXT NOT NULL, file_size BIGINT NOT NULL,
    replaced_by TEXT NOT NULL, replaced_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX file_version_object ON file_version (tenant_id, object);
CREATE INDEX file_version_hash ON file_version (tenant_id, file_hash);
