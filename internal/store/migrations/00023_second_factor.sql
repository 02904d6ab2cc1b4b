-- +goose Up

-- second_factor holds the shared secret of an account, sealed with a key that stands outside the database. pending is a secret that no code has
-- confirmed yet, and dies soon; last_step is the step of the last code that was used, so that none is used twice; reset_at is when an administrator took the
-- factor away.
CREATE TABLE second_factor (
    tenant_id TEXT NOT NULL, account_id TEXT NOT NULL, secret TEXT NOT NULL DEFAULT '', pending TEXT NOT NULL DEFAULT '',
    pending_at BIGINT, confirmed_at BIGINT, last_step BIGINT NOT NULL DEFAULT 0, reset_at BIGINT,
    PRIMARY KEY (tenant_id, account_id),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id),
    CHECK ((confirmed_at IS NULL) = (secret = ''))
);

-- recovery_code holds the hashes of the codes that are left; a used one is gone.
CREATE TABLE recovery_code (
    tenant_id TEXT NOT NULL, account_id TEXT NOT NULL, hash TEXT NOT NULL,
    PRIMARY KEY (tenant_id, account_id, hash),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);
