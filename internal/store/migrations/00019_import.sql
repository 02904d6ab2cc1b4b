-- +goose Up

-- import_run holds each list that was brought in from Excel, and when it was taken back.
CREATE TABLE import_run (
    tenant_id TEXT NOT NULL REFERENCES tenant (id), id TEXT NOT NULL CHECK (id <> ''), list TEXT NOT NULL, round_id TEXT NOT NULL DEFAULT '',
    file TEXT NOT NULL DEFAULT '', account_id TEXT NOT NULL DEFAULT '', by_name TEXT NOT NULL, made_at BIGINT NOT NULL,
    undone_at BIGINT, undone_by TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX import_run_list ON import_run (tenant_id, list, made_at);

-- import_step holds, in order, each object that an import changed, with its rows before and after it; lines counts the rows of the file, grp is the
-- object as the list knows it, wall the moment of the log.
CREATE TABLE import_step (
    tenant_id TEXT NOT NULL, import_id TEXT NOT NULL, ord BIGINT NOT NULL, object TEXT NOT NULL CHECK (object <> ''), name TEXT NOT NULL DEFAULT '',
    grp TEXT NOT NULL, lines BIGINT NOT NULL, before_rows TEXT NOT NULL, after_rows TEXT NOT NULL, wall BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, import_id, ord),
    FOREIGN KEY (tenant_id, import_id) REFERENCES import_run (tenant_id, id)
);
