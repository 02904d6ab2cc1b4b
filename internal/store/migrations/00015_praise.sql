-- +goose Up

-- The way of an initiative: its description in the words of the form, the session of the initiative council, who recognised it and how far it
-- reaches. What was recorded before is recognised where it says so, else a draft of its author.
ALTER TABLE initiative ADD COLUMN state TEXT NOT NULL DEFAULT 'initiative.draft';
ALTER TABLE initiative ADD COLUMN field TEXT NOT NULL DEFAULT '';
ALTER TABLE initiative ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE initiative ADD COLUMN problem TEXT NOT NULL DEFAULT '';
ALTER TABLE initiative ADD COLUMN solution TEXT NOT NULL DEFAULT '';
ALTER TABLE initiative ADD COLUMN effect TEXT NOT NULL DEFAULT '';
ALTER TABLE initiative ADD COLUMN apply TEXT NOT NULL DEFAULT '';
ALTER TABLE initiative ADD COLUMN applied_on TEXT NOT NULL DEFAULT '';
ALTER TABLE initiative ADD COLUMN meeting_number TEXT NOT NULL DEFAULT '';
ALTER TABLE initiative ADD COLUMN meeting_on TEXT NOT NULL DEFAULT '';
ALTER TABLE initiative ADD COLUMN meeting_result TEXT NOT NULL DEFAULT '';
ALTER TABLE initiative ADD COLUMN meeting_agreed BIGINT NOT NULL DEFAULT 0;
ALTER TABLE initiative ADD COLUMN meeting_members BIGINT NOT NULL DEFAULT 0;
ALTER TABLE initiative ADD COLUMN reach TEXT NOT NULL DEFAULT '';
ALTER TABLE initiative ADD COLUMN recogniser TEXT NOT NULL DEFAULT '';
ALTER TABLE initiative ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE initiative ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
UPDATE initiative SET state = 'initiative.recognised' WHERE recognised;

-- share is the contribution in hundredths of a percent; the shares of an initiative are 10000 together.
CREATE TABLE initiative_author (
    tenant_id TEXT NOT NULL, initiative_id TEXT NOT NULL, person_id TEXT NOT NULL, share BIGINT NOT NULL CHECK (share > 0 AND share <= 10000), ord BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, initiative_id, person_id),
    FOREIGN KEY (tenant_id, initiative_id) REFERENCES initiative (tenant_id, id)
);
CREATE INDEX initiative_author_person ON initiative_author (tenant_id, person_id);

-- initiative_use names the proposals in which an initiative stood as a standard.
CREATE TABLE initiative_use (
    tenant_id TEXT NOT NULL, initiative_id TEXT NOT NULL, nominee_id TEXT NOT NULL,
    PRIMARY KEY (tenant_id, initiative_id, nominee_id),
    FOREIGN KEY (tenant_id, initiative_id) REFERENCES initiative (tenant_id, id),
    FOREIGN KEY (tenant_id, nominee_id) REFERENCES nominee (tenant_id, id)
);

CREATE TABLE replication (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, initiative_id TEXT NOT NULL, place TEXT NOT NULL, taken_on TEXT NOT NULL DEFAULT '',
    document TEXT NOT NULL DEFAULT '', effect TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, initiative_id) REFERENCES initiative (tenant_id, id)
);
CREATE INDEX replication_initiative ON replication (tenant_id, initiative_id);

-- The yearly evaluation of a collective stands beside those of people: unit_id is set, person_id empty.
ALTER TABLE evaluation_result ADD COLUMN unit_id TEXT NOT NULL DEFAULT '';
DROP INDEX evaluation_person;
CREATE UNIQUE INDEX evaluation_subject ON evaluation_result (tenant_id, person_id, unit_id, year);

CREATE TABLE publicity_plan (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, round_id TEXT NOT NULL, unit_id TEXT NOT NULL, form TEXT NOT NULL, content TEXT NOT NULL, due TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);
CREATE INDEX publicity_plan_round ON publicity_plan (tenant_id, round_id);

CREATE TABLE publicity_item (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, round_id TEXT NOT NULL, plan_id TEXT NOT NULL DEFAULT '', unit_id TEXT NOT NULL, person_id TEXT NOT NULL DEFAULT '',
    form TEXT NOT NULL, title TEXT NOT NULL, done_on TEXT NOT NULL, media TEXT NOT NULL DEFAULT '', link TEXT NOT NULL DEFAULT '', doc_number TEXT NOT NULL DEFAULT '',
    file_hash TEXT NOT NULL DEFAULT '', file_name TEXT NOT NULL DEFAULT '', file_type TEXT NOT NULL DEFAULT '', file_size BIGINT NOT NULL DEFAULT 0,
    state TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', by_person TEXT NOT NULL, by_name TEXT NOT NULL, at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);
CREATE INDEX publicity_item_round ON publicity_item (tenant_id, round_id, unit_id);

CREATE TABLE exemplar (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, round_id TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('model','deed')), subject_kind TEXT NOT NULL,
    unit_id TEXT NOT NULL, person_id TEXT NOT NULL DEFAULT '', title TEXT NOT NULL, deed TEXT NOT NULL, doc_number TEXT NOT NULL DEFAULT '',
    file_hash TEXT NOT NULL DEFAULT '', file_name TEXT NOT NULL DEFAULT '', file_type TEXT NOT NULL DEFAULT '', file_size BIGINT NOT NULL DEFAULT 0,
    state TEXT NOT NULL, consent_on TEXT NOT NULL DEFAULT '', verified TEXT NOT NULL DEFAULT '', verified_by TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '',
    published_on TEXT NOT NULL DEFAULT '', spread TEXT NOT NULL DEFAULT '', by_person TEXT NOT NULL, by_name TEXT NOT NULL, at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);
CREATE INDEX exemplar_round ON exemplar (tenant_id, round_id, state);

-- remark is what the head of a unit writes of a person's character in a year; one for each person and round.
CREATE TABLE remark (
    tenant_id TEXT NOT NULL, round_id TEXT NOT NULL, person_id TEXT NOT NULL, verdict TEXT NOT NULL CHECK (verdict IN ('met','consider')), words TEXT NOT NULL,
    met_on TEXT NOT NULL, by_person TEXT NOT NULL, by_name TEXT NOT NULL, at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, round_id, person_id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);
