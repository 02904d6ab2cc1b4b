-- +goose Up

-- unit_version holds what a unit is called from a day to a day; the first begins with the empty day and the newest ends with 9999-12-31, so that
-- every day has exactly one. The row of the unit itself repeats the newest, which is that of today: a change is entered on its day.
CREATE TABLE unit_version (
    tenant_id TEXT NOT NULL, unit_id TEXT NOT NULL, from_date TEXT NOT NULL DEFAULT '', to_date TEXT NOT NULL DEFAULT '9999-12-31',
    name TEXT NOT NULL, short TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('office','division')), ord BIGINT NOT NULL, name_key TEXT NOT NULL,
    change_id TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, unit_id, from_date),
    FOREIGN KEY (tenant_id, unit_id) REFERENCES unit (tenant_id, id)
);
INSERT INTO unit_version (tenant_id, unit_id, name, short, kind, ord, name_key) SELECT tenant_id, id, name, short, kind, ord, name_key FROM unit;

-- agency_version is the same of the agency: what stands at the head of a paper of a day.
CREATE TABLE agency_version (
    tenant_id TEXT NOT NULL REFERENCES tenant (id), from_date TEXT NOT NULL DEFAULT '', to_date TEXT NOT NULL DEFAULT '9999-12-31',
    name TEXT NOT NULL, parent TEXT NOT NULL, place TEXT NOT NULL, symbol TEXT NOT NULL, leader_title TEXT NOT NULL, home_rule TEXT NOT NULL,
    change_id TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, from_date)
);
INSERT INTO agency_version (tenant_id, name, parent, place, symbol, leader_title, home_rule)
    SELECT id, name, parent, place, symbol, leader_title, home_rule FROM tenant;

-- unit_in_round is a unit as the year of a round knows it: with the names of the last day of its work.
CREATE VIEW unit_in_round AS
    SELECT n.tenant_id, n.id AS round_id, v.unit_id AS id, v.name, v.short, v.kind, v.ord, v.name_key
    FROM round n JOIN unit_version v ON v.tenant_id = n.tenant_id
        AND v.from_date <= CASE WHEN n.work_ends <> '' THEN n.work_ends ELSE CAST(n.year AS TEXT) || '-12-31' END
        AND v.to_date >= CASE WHEN n.work_ends <> '' THEN n.work_ends ELSE CAST(n.year AS TEXT) || '-12-31' END;

-- org_change is a change of the organisation by a decision: a draft until it is recorded, planned until its day, and what it did so that it can
-- be taken back.
CREATE TABLE org_change (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('rename','merge','split','dissolve','transfer','agency')),
    state TEXT NOT NULL CHECK (state IN ('change.draft','change.planned','change.done','change.undone','change.dropped')),
    day TEXT NOT NULL, number TEXT NOT NULL, decided_on TEXT NOT NULL, issuer TEXT NOT NULL, abstract TEXT NOT NULL DEFAULT '',
    scan_hash TEXT NOT NULL DEFAULT '', scan_name TEXT NOT NULL DEFAULT '', scan_type TEXT NOT NULL DEFAULT '', scan_size BIGINT NOT NULL DEFAULT 0,
    plan TEXT NOT NULL, done TEXT NOT NULL DEFAULT '{}', reason TEXT NOT NULL DEFAULT '', by_name TEXT NOT NULL, at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX org_change_day ON org_change (tenant_id, day);

-- unit_link says which unit another one came from; counts tells whether the awards of the old one count for the new one.
CREATE TABLE unit_link (
    tenant_id TEXT NOT NULL, old_unit TEXT NOT NULL, new_unit TEXT NOT NULL, change_id TEXT NOT NULL, counts BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (tenant_id, old_unit, new_unit),
    FOREIGN KEY (tenant_id, change_id) REFERENCES org_change (tenant_id, id)
);
