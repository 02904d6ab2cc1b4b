-- +goose Up

-- proof_sheet holds the statements of proof sheets (phiếu kiểm chứng). id is the fingerprint of the statement, which the object of the event names
-- as well; code is its short form, under which the public looks it up.
CREATE TABLE proof_sheet (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL CHECK (id <> ''), code TEXT NOT NULL CHECK (code <> ''), object TEXT NOT NULL CHECK (object <> ''),
    statement TEXT NOT NULL, by_name TEXT NOT NULL DEFAULT '', made_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, code)
);
CREATE INDEX proof_sheet_object ON proof_sheet (tenant_id, object, made_at);

-- anchor_letter holds the letters by which checkpoints leave the agency, one for each day and address; sent_at is when the mail server took it.
CREATE TABLE anchor_letter (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL CHECK (id <> ''), day TEXT NOT NULL, address TEXT NOT NULL CHECK (address <> ''),
    account_id TEXT NOT NULL DEFAULT '', size BIGINT NOT NULL, note TEXT NOT NULL, growth TEXT NOT NULL DEFAULT '', made_at BIGINT NOT NULL, sent_at BIGINT,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, day, address)
);
