-- +goose Up

-- enrolment is the list of registrations of an agency for a year at Sở Nội vụ; a later package replaces the one that counts.
CREATE TABLE enrolment (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, parcel_id TEXT NOT NULL, from_agency TEXT NOT NULL, from_name TEXT NOT NULL,
    movement TEXT NOT NULL, year BIGINT NOT NULL, closing BOOLEAN NOT NULL DEFAULT FALSE, state TEXT NOT NULL,
    number TEXT NOT NULL DEFAULT '', dated TEXT NOT NULL DEFAULT '', first_on TEXT NOT NULL, sent_on TEXT NOT NULL,
    units BIGINT NOT NULL, people BIGINT NOT NULL, due TEXT NOT NULL, asked TEXT NOT NULL, changes TEXT NOT NULL,
    until_day TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '', confirmed TEXT NOT NULL, times BIGINT NOT NULL DEFAULT 1,
    updated_at BIGINT NOT NULL, name_key TEXT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX enrolment_of ON enrolment (tenant_id, year, movement, closing, from_agency);

-- enrolled is who stands in the confirmed list of an agency, by the key of the name.
CREATE TABLE enrolled (
    tenant_id TEXT NOT NULL, enrolment_id TEXT NOT NULL, subject TEXT NOT NULL,
    PRIMARY KEY (tenant_id, enrolment_id, subject)
);

-- enrolment_due is the day by which lists are due, as Sở Nội vụ entered it with its document.
CREATE TABLE enrolment_due (
    tenant_id TEXT NOT NULL, movement TEXT NOT NULL, year BIGINT NOT NULL, closing BOOLEAN NOT NULL, day TEXT NOT NULL, inclusive BOOLEAN NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (tenant_id, movement, year, closing)
);
