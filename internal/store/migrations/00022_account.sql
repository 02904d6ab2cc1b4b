-- What signing in stands on besides the account: the rule that an agency chose, one-time links to a password, earlier passwords, devices.

-- +goose Up
ALTER TABLE account ADD COLUMN password_at BIGINT;
ALTER TABLE account ADD COLUMN used_at BIGINT;
ALTER TABLE session ADD COLUMN roles TEXT NOT NULL DEFAULT '';

-- Microseconds; 0 is the usual limit of the program.
CREATE TABLE sign_in_rule (
    tenant_id  TEXT NOT NULL REFERENCES tenant (id),
    profile    TEXT NOT NULL,
    idle       BIGINT NOT NULL DEFAULT 0,
    idle_admin BIGINT NOT NULL DEFAULT 0,
    version    BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id)
);

-- Only the SHA-256 of the code is kept; a link that was used is gone.
CREATE TABLE account_link (
    tenant_id  TEXT NOT NULL,
    code_hash  TEXT NOT NULL UNIQUE CHECK (code_hash <> ''),
    account_id TEXT NOT NULL,
    until_at   BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, code_hash),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);
CREATE INDEX account_link_account ON account_link (tenant_id, account_id);

CREATE TABLE earlier_password (
    tenant_id     TEXT NOT NULL,
    id            TEXT NOT NULL CHECK (id <> ''),
    account_id    TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);
CREATE INDEX earlier_password_account ON earlier_password (tenant_id, account_id, id);

-- A browser from which somebody has signed in; only the SHA-256 of its cookie is kept.
CREATE TABLE known_device (
    tenant_id   TEXT NOT NULL,
    account_id  TEXT NOT NULL,
    secret_hash TEXT NOT NULL CHECK (secret_hash <> ''),
    seen_at     BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, account_id, secret_hash),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);
CREATE INDEX known_device_secret ON known_device (secret_hash);
