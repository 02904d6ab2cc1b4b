-- What every other table stands on: agencies, accounts, sessions, the log and the upkeep of the program.
-- Rules: ids are UUIDv7 text, instants microseconds UTC in BIGINT, days YYYY-MM-DD in TEXT, and tenant_id stands first in every primary key.
-- The exceptions are tenant (it is the agency), session (found by its token before the agency is known), outbox and lease (the program's own).

-- +goose Up
CREATE TABLE tenant (
    id           TEXT PRIMARY KEY CHECK (id <> ''),
    name         TEXT NOT NULL CHECK (name <> ''),
    parent       TEXT NOT NULL DEFAULT '',
    place        TEXT NOT NULL DEFAULT '',
    symbol       TEXT NOT NULL DEFAULT '',
    leader_title TEXT NOT NULL DEFAULT '',
    home_rule    TEXT NOT NULL DEFAULT '',
    sample       BOOLEAN NOT NULL DEFAULT FALSE,
    public       BOOLEAN NOT NULL DEFAULT FALSE,
    made_at      BIGINT NOT NULL,
    version      BIGINT NOT NULL DEFAULT 1
);

CREATE TABLE account (
    tenant_id     TEXT NOT NULL REFERENCES tenant (id),
    id            TEXT NOT NULL CHECK (id <> ''),
    user_name     TEXT NOT NULL CHECK (user_name <> ''),
    user_fold     TEXT NOT NULL CHECK (user_fold <> ''),
    password_hash TEXT NOT NULL,
    person_id     TEXT,
    must_change   BOOLEAN NOT NULL DEFAULT FALSE,
    disabled_at   BIGINT,
    made_at       BIGINT NOT NULL,
    version       BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, user_fold),
    UNIQUE (tenant_id, person_id)
);
CREATE INDEX account_fold ON account (user_fold);

CREATE TABLE grant_role (
    tenant_id  TEXT NOT NULL,
    id         TEXT NOT NULL CHECK (id <> ''),
    account_id TEXT NOT NULL,
    role       TEXT NOT NULL CHECK (role <> ''),
    unit_id    TEXT,
    from_date  TEXT NOT NULL DEFAULT '',
    to_date    TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);
CREATE INDEX grant_role_account ON grant_role (tenant_id, account_id);

-- Sessions count in real time; only the SHA-256 of the token is kept.
CREATE TABLE session (
    token_hash TEXT PRIMARY KEY CHECK (token_hash <> ''),
    id         TEXT NOT NULL UNIQUE,
    tenant_id  TEXT NOT NULL,
    account_id TEXT NOT NULL,
    opened_at  BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL,
    agent      TEXT NOT NULL DEFAULT '',
    peer       TEXT NOT NULL DEFAULT '',
    FOREIGN KEY (tenant_id, account_id) REFERENCES account (tenant_id, id)
);
CREATE INDEX session_account ON session (tenant_id, account_id);

-- One row for each user name and each peer address from which somebody failed to sign in.
CREATE TABLE sign_in_guard (
    tenant_id TEXT NOT NULL,
    subject   TEXT NOT NULL CHECK (subject <> ''),
    failures  BIGINT NOT NULL,
    last_at   BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, subject)
);

-- The log. An event is never changed; what may have to be erased by law stands in event_detail, behind salted commitments.
CREATE TABLE event (
    tenant_id   TEXT NOT NULL REFERENCES tenant (id),
    id          TEXT NOT NULL CHECK (id <> ''),
    at          BIGINT NOT NULL,
    actor       TEXT NOT NULL CHECK (actor <> ''),
    acting_for  TEXT NOT NULL DEFAULT '',
    verb        TEXT NOT NULL CHECK (verb <> ''),
    object      TEXT NOT NULL DEFAULT '',
    text_hash   TEXT NOT NULL,
    before_hash TEXT NOT NULL DEFAULT '',
    after_hash  TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX event_object ON event (tenant_id, object, at);
CREATE INDEX event_time ON event (tenant_id, at);

CREATE TABLE event_detail (
    tenant_id   TEXT NOT NULL,
    event_id    TEXT NOT NULL,
    salt        TEXT NOT NULL,
    actor_name  TEXT NOT NULL DEFAULT '',
    object_name TEXT NOT NULL DEFAULT '',
    reason      TEXT NOT NULL DEFAULT '',
    origin      TEXT NOT NULL DEFAULT '',
    before_json TEXT NOT NULL DEFAULT '',
    after_json  TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, event_id),
    FOREIGN KEY (tenant_id, event_id) REFERENCES event (tenant_id, id)
);

CREATE TABLE leaf (
    tenant_id TEXT NOT NULL,
    seq       BIGINT NOT NULL CHECK (seq >= 0),
    event_id  TEXT NOT NULL,
    hash      TEXT NOT NULL,
    PRIMARY KEY (tenant_id, seq),
    UNIQUE (tenant_id, event_id),
    FOREIGN KEY (tenant_id, event_id) REFERENCES event (tenant_id, id)
);

CREATE TABLE log_node (
    tenant_id TEXT NOT NULL,
    ix        BIGINT NOT NULL CHECK (ix >= 0),
    hash      TEXT NOT NULL,
    PRIMARY KEY (tenant_id, ix)
);

CREATE TABLE checkpoint (
    tenant_id TEXT NOT NULL,
    size      BIGINT NOT NULL CHECK (size > 0),
    moment    BIGINT NOT NULL,
    note      TEXT NOT NULL,
    PRIMARY KEY (tenant_id, size)
);

-- Work that waits until its transaction is committed: mail, documents. Leased, so that a worker that dies gives it back.
CREATE TABLE outbox (
    id        TEXT PRIMARY KEY CHECK (id <> ''),
    tenant_id TEXT NOT NULL,
    kind      TEXT NOT NULL CHECK (kind <> ''),
    body      TEXT NOT NULL,
    run_at    BIGINT NOT NULL,
    attempt   BIGINT NOT NULL DEFAULT 0,
    leased_by TEXT NOT NULL DEFAULT '',
    failure   TEXT NOT NULL DEFAULT '',
    done_at   BIGINT
);
CREATE INDEX outbox_waiting ON outbox (run_at) WHERE done_at IS NULL;

CREATE TABLE lease (
    name   TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    until  BIGINT NOT NULL
);

-- The answer to a form that was sent, so that sending it twice has one effect.
CREATE TABLE idempotency (
    tenant_id  TEXT NOT NULL,
    account_id TEXT NOT NULL,
    idem_key   TEXT NOT NULL CHECK (idem_key <> ''),
    body_hash  TEXT NOT NULL,
    answer     TEXT NOT NULL DEFAULT '',
    made_at    BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, account_id, idem_key)
);
CREATE INDEX idempotency_age ON idempotency (made_at);
