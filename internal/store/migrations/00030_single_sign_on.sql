-- Signing in through a provider of identities, such as that of the province.

-- +goose Up

-- subject_link says which subject of which provider an account is, as an administrator has verified it; nothing else leads to an account.
CREATE TABLE subject_link (
    tenant_id  TEXT NOT NULL,
    account_id TEXT NOT NULL,
    issuer     TEXT NOT NULL CHECK (issuer <> ''),
    subject    TEXT NOT NULL CHECK (subject <> ''),
    linked_at  BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, account_id, issuer),
    UNIQUE (issuer, subject),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);

-- sign_in_step is a sign-in on its way: before the provider has answered it belongs to no agency and no account (both empty); afterwards it waits
-- for the code of the second factor. Only a hash of what the browser holds is kept, and a step that was taken is gone.
CREATE TABLE sign_in_step (
    tenant_id  TEXT NOT NULL,
    step_hash  TEXT NOT NULL UNIQUE CHECK (step_hash <> ''),
    account_id TEXT NOT NULL,
    next       TEXT NOT NULL,
    until_at   BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, step_hash)
);
