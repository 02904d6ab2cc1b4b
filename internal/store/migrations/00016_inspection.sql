-- +goose Up

-- inspection is a round in which Văn phòng follows, guides and inspects units; inspection_visit what it found at each.
CREATE TABLE inspection (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, round_id TEXT NOT NULL, name TEXT NOT NULL, number TEXT NOT NULL DEFAULT '', content TEXT NOT NULL,
    from_date TEXT NOT NULL, to_date TEXT NOT NULL, state TEXT NOT NULL, by_name TEXT NOT NULL, made_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);
CREATE TABLE inspection_visit (
    tenant_id TEXT NOT NULL, inspection_id TEXT NOT NULL, unit_id TEXT NOT NULL, on_date TEXT NOT NULL DEFAULT '', finding TEXT NOT NULL DEFAULT '',
    by_name TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, inspection_id, unit_id),
    FOREIGN KEY (tenant_id, inspection_id) REFERENCES inspection (tenant_id, id),
    FOREIGN KEY (tenant_id, unit_id) REFERENCES unit (tenant_id, id)
);
CREATE TABLE recommendation (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, inspection_id TEXT NOT NULL, unit_id TEXT NOT NULL, body TEXT NOT NULL, due TEXT NOT NULL, state TEXT NOT NULL,
    answer TEXT NOT NULL DEFAULT '', answered_on TEXT NOT NULL DEFAULT '', answered_by TEXT NOT NULL DEFAULT '', doc_number TEXT NOT NULL DEFAULT '',
    file_hash TEXT NOT NULL DEFAULT '', file_name TEXT NOT NULL DEFAULT '', file_type TEXT NOT NULL DEFAULT '', file_size BIGINT NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '', closed_on TEXT NOT NULL DEFAULT '', by_name TEXT NOT NULL, made_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, inspection_id, unit_id) REFERENCES inspection_visit (tenant_id, inspection_id, unit_id)
);
CREATE INDEX recommendation_inspection ON recommendation (tenant_id, inspection_id);

-- mobilisation holds what Công đoàn, or whom the agency names after it, did so that people take part; confirmation is its word on a year.
CREATE TABLE mobilisation (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, round_id TEXT NOT NULL, unit_id TEXT NOT NULL DEFAULT '', on_date TEXT NOT NULL, what TEXT NOT NULL,
    took_part BIGINT NOT NULL, doc_number TEXT NOT NULL DEFAULT '', file_hash TEXT NOT NULL DEFAULT '', file_name TEXT NOT NULL DEFAULT '',
    file_type TEXT NOT NULL DEFAULT '', file_size BIGINT NOT NULL DEFAULT 0, by_name TEXT NOT NULL, made_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);
CREATE INDEX mobilisation_round ON mobilisation (tenant_id, round_id, on_date);
CREATE TABLE confirmation (
    tenant_id TEXT NOT NULL, round_id TEXT NOT NULL, words TEXT NOT NULL, on_date TEXT NOT NULL, by_name TEXT NOT NULL, by_union BOOLEAN NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, round_id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);

-- archive_place tells where the original on paper of a dossier lies.
CREATE TABLE archive_place (
    tenant_id TEXT NOT NULL, dossier_id TEXT NOT NULL, number TEXT NOT NULL, box TEXT NOT NULL DEFAULT '', deposited_on TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '', by_name TEXT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, dossier_id),
    FOREIGN KEY (tenant_id, dossier_id) REFERENCES dossier (tenant_id, id)
);

-- leader_link is a link for a leader without an account. Of its secret, and of that of each device, only the hash is kept.
CREATE TABLE leader_link (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, leader_id TEXT NOT NULL, leader_name TEXT NOT NULL, leader_post TEXT NOT NULL, secret_sum TEXT NOT NULL,
    until_date TEXT NOT NULL, ended_on TEXT NOT NULL DEFAULT '', by_name TEXT NOT NULL, made_at BIGINT NOT NULL, opened BIGINT NOT NULL DEFAULT 0,
    last_at BIGINT, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX leader_link_secret ON leader_link (secret_sum);
CREATE TABLE leader_link_device (
    tenant_id TEXT NOT NULL, link_id TEXT NOT NULL, secret_sum TEXT NOT NULL, opened_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, link_id, secret_sum),
    FOREIGN KEY (tenant_id, link_id) REFERENCES leader_link (tenant_id, id)
);
CREATE TABLE leader_link_option (
    tenant_id TEXT NOT NULL, words BOOLEAN NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id)
);
