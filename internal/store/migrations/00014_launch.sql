-- +goose Up

-- delivery holds to whom a paper went, by which way, and who said that it came; without a document the paper is the plan of the movement.
CREATE TABLE delivery (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, movement_id TEXT NOT NULL, document_id TEXT NOT NULL DEFAULT '',
    recipient TEXT NOT NULL, unit_id TEXT NOT NULL DEFAULT '', way TEXT NOT NULL CHECK (way IN ('axis','clerk','mail','hand')),
    sent_on TEXT NOT NULL, ack_on TEXT NOT NULL DEFAULT '', ack_by TEXT NOT NULL DEFAULT '',
    scan_hash TEXT NOT NULL DEFAULT '', scan_name TEXT NOT NULL DEFAULT '', scan_type TEXT NOT NULL DEFAULT '', scan_size BIGINT NOT NULL DEFAULT 0,
    by_name TEXT NOT NULL, withdrawn TEXT NOT NULL DEFAULT '', ord BIGINT NOT NULL DEFAULT 0, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, movement_id) REFERENCES movement (tenant_id, id)
);
CREATE INDEX delivery_movement ON delivery (tenant_id, movement_id, document_id);
CREATE INDEX delivery_unit ON delivery (tenant_id, unit_id, ack_on);

CREATE TABLE pledge (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, round_id TEXT NOT NULL, unit_id TEXT NOT NULL DEFAULT '', block TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL, signers TEXT NOT NULL DEFAULT '', state TEXT NOT NULL CHECK (state IN ('pledge.draft','pledge.signed','pledge.dropped')),
    signed_on TEXT NOT NULL DEFAULT '',
    scan_hash TEXT NOT NULL DEFAULT '', scan_name TEXT NOT NULL DEFAULT '', scan_type TEXT NOT NULL DEFAULT '', scan_size BIGINT NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '', by_name TEXT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);
CREATE INDEX pledge_round ON pledge (tenant_id, round_id);

CREATE TABLE unit_plan (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, round_id TEXT NOT NULL, unit_id TEXT NOT NULL, number TEXT NOT NULL, on_date TEXT NOT NULL, summary TEXT NOT NULL,
    file_hash TEXT NOT NULL DEFAULT '', file_name TEXT NOT NULL DEFAULT '', file_type TEXT NOT NULL DEFAULT '', file_size BIGINT NOT NULL DEFAULT 0,
    by_name TEXT NOT NULL, withdrawn TEXT NOT NULL DEFAULT '', version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id), FOREIGN KEY (tenant_id, unit_id) REFERENCES unit (tenant_id, id)
);
CREATE INDEX unit_plan_round ON unit_plan (tenant_id, round_id, unit_id);

-- question holds what was asked about a movement and the one answer to it; fold is the search key of both.
CREATE TABLE question (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, movement_id TEXT NOT NULL, person_id TEXT NOT NULL, person_name TEXT NOT NULL, unit_name TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL, at BIGINT NOT NULL, answer TEXT NOT NULL DEFAULT '', basis TEXT NOT NULL DEFAULT '', answered_by TEXT NOT NULL DEFAULT '',
    answered_at BIGINT, seen BOOLEAN NOT NULL DEFAULT FALSE, fold TEXT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, movement_id) REFERENCES movement (tenant_id, id)
);
CREATE INDEX question_movement ON question (tenant_id, movement_id, at);
CREATE INDEX question_person ON question (tenant_id, person_id, seen);

CREATE TABLE related_movement (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, movement_id TEXT NOT NULL, relation TEXT NOT NULL CHECK (relation IN ('parent','sibling')),
    name TEXT NOT NULL, agency TEXT NOT NULL, document TEXT NOT NULL DEFAULT '', address TEXT NOT NULL DEFAULT '', withdrawn TEXT NOT NULL DEFAULT '',
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, movement_id) REFERENCES movement (tenant_id, id)
);
CREATE INDEX related_movement_of ON related_movement (tenant_id, movement_id);

-- guided_criterion holds the criteria of an attached document, guided_link the criteria of the plan, by code, that answer to them.
CREATE TABLE guided_criterion (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, document_id TEXT NOT NULL, code TEXT NOT NULL, body TEXT NOT NULL, ord BIGINT NOT NULL,
    withdrawn TEXT NOT NULL DEFAULT '', version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, document_id) REFERENCES movement_document (tenant_id, id)
);
CREATE INDEX guided_criterion_document ON guided_criterion (tenant_id, document_id);
CREATE TABLE guided_link (
    tenant_id TEXT NOT NULL, guided_id TEXT NOT NULL, criterion TEXT NOT NULL,
    PRIMARY KEY (tenant_id, guided_id, criterion),
    FOREIGN KEY (tenant_id, guided_id) REFERENCES guided_criterion (tenant_id, id)
);

-- launch_tick holds the lines of the launch check list of a year that the data do not tell.
CREATE TABLE launch_tick (
    tenant_id TEXT NOT NULL, round_id TEXT NOT NULL, item TEXT NOT NULL, on_date TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', by_name TEXT NOT NULL,
    PRIMARY KEY (tenant_id, round_id, item),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);

-- handover keeps the matters as JSON, as they stood when the work was handed over.
CREATE TABLE handover (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, from_person TEXT NOT NULL, from_called TEXT NOT NULL, from_post TEXT NOT NULL DEFAULT '',
    unit_id TEXT NOT NULL DEFAULT '', unit_called TEXT NOT NULL DEFAULT '', to_person TEXT NOT NULL DEFAULT '', to_called TEXT NOT NULL DEFAULT '',
    to_post TEXT NOT NULL DEFAULT '', to_unit TEXT NOT NULL DEFAULT '', words TEXT NOT NULL DEFAULT '', contacts TEXT NOT NULL DEFAULT '',
    matters TEXT NOT NULL DEFAULT '[]', state TEXT NOT NULL CHECK (state IN ('handover.draft','handover.done','handover.signed','handover.dropped')),
    done_at BIGINT,
    scan_hash TEXT NOT NULL DEFAULT '', scan_name TEXT NOT NULL DEFAULT '', scan_type TEXT NOT NULL DEFAULT '', scan_size BIGINT NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '', by_name TEXT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX handover_from ON handover (tenant_id, from_person);
