-- +goose Up

-- data_request is what somebody asks about the personal data held on him, with the answer.
CREATE TABLE data_request (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, person_id TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('copy','correct','erase')),
    words TEXT NOT NULL, asked_at BIGINT NOT NULL, state TEXT NOT NULL CHECK (state IN ('request.open','request.granted','request.refused')),
    answer TEXT NOT NULL DEFAULT '', answered_by TEXT NOT NULL DEFAULT '', answered_at BIGINT, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE INDEX data_request_person ON data_request (tenant_id, person_id, asked_at);

-- data_view is that an account has looked at the page of somebody else on a day: the log tells it once.
CREATE TABLE data_view (
    tenant_id TEXT NOT NULL, account_id TEXT NOT NULL, person_id TEXT NOT NULL, day TEXT NOT NULL,
    PRIMARY KEY (tenant_id, account_id, person_id, day)
);

ALTER TABLE person ADD COLUMN masked_on TEXT NOT NULL DEFAULT '';
