-- +goose Up

-- Somebody acts for another in one post for some days (ủy quyền); a row stays when the days are over or it was withdrawn.
CREATE TABLE deputy (
    tenant_id      TEXT NOT NULL,
    id             TEXT NOT NULL CHECK (id <> ''),
    from_person_id TEXT NOT NULL,
    to_person_id   TEXT NOT NULL,
    post           TEXT NOT NULL CHECK (post IN ('head','leader','chair')),
    unit_id        TEXT,
    from_date      TEXT NOT NULL CHECK (from_date <> ''),
    to_date        TEXT NOT NULL CHECK (to_date >= from_date),
    number         TEXT NOT NULL DEFAULT '',
    dated          TEXT NOT NULL DEFAULT '',
    by_name        TEXT NOT NULL,
    withdrawn_at   BIGINT,
    withdrawn_by   TEXT NOT NULL DEFAULT '',
    version        BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    CHECK (from_person_id <> to_person_id),
    CHECK ((post = 'head') = (unit_id IS NOT NULL)),
    FOREIGN KEY (tenant_id, from_person_id) REFERENCES person (tenant_id, id),
    FOREIGN KEY (tenant_id, to_person_id) REFERENCES person (tenant_id, id),
    FOREIGN KEY (tenant_id, unit_id) REFERENCES unit (tenant_id, id)
);
CREATE INDEX deputy_to ON deputy (tenant_id, to_person_id, to_date);
CREATE INDEX deputy_from ON deputy (tenant_id, from_person_id, to_date);
