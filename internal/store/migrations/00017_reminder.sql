-- +goose Up

-- A holiday says where it is known from, and whether that still has to be checked; built_in are those that came with the program.
ALTER TABLE holiday ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE holiday ADD COLUMN unsure BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE holiday ADD COLUMN built_in BOOLEAN NOT NULL DEFAULT FALSE;

-- notice holds what each account is told. live_key is its key while the task waits and its own id afterwards, so that a key comes once at a time.
CREATE TABLE notice (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL CHECK (id <> ''), account_id TEXT NOT NULL, live_key TEXT NOT NULL, text TEXT NOT NULL,
    code TEXT NOT NULL, role TEXT NOT NULL, round_id TEXT NOT NULL DEFAULT '', object TEXT NOT NULL DEFAULT '',
    due TEXT NOT NULL DEFAULT '', before_day TEXT NOT NULL DEFAULT '', made_at BIGINT NOT NULL, read_at BIGINT, ended_at BIGINT,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, account_id, live_key),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);
CREATE INDEX notice_unread ON notice (tenant_id, account_id) WHERE read_at IS NULL AND ended_at IS NULL;
CREATE INDEX notice_time ON notice (tenant_id, account_id, made_at);

-- contact holds where and how somebody wants mail; digest_on is the last day on which the day's mail was put into the outbox.
CREATE TABLE contact (
    tenant_id TEXT NOT NULL, account_id TEXT NOT NULL, address TEXT NOT NULL DEFAULT '',
    choice TEXT NOT NULL DEFAULT 'none' CHECK (choice IN ('none','daily','at-once')), digest_on TEXT NOT NULL DEFAULT '',
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, account_id),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);

-- calendar_feed holds the hash of the address of each person's calendar; who has the address reads it without signing in.
CREATE TABLE calendar_feed (
    tenant_id TEXT NOT NULL, account_id TEXT NOT NULL, token TEXT NOT NULL CHECK (token <> ''), made_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, account_id),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);
CREATE UNIQUE INDEX calendar_feed_token ON calendar_feed (token);

-- sample_phrase holds the sample targets that an agency wrote itself, phrase_hidden those that it does not want to see.
CREATE TABLE sample_phrase (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL CHECK (id <> ''), criterion BIGINT NOT NULL, field TEXT NOT NULL, content TEXT NOT NULL,
    measure TEXT NOT NULL, direction TEXT NOT NULL, guidance TEXT NOT NULL DEFAULT '', by_name TEXT NOT NULL, made_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE TABLE phrase_hidden (
    tenant_id TEXT NOT NULL, phrase_id TEXT NOT NULL, hidden_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, phrase_id)
);
