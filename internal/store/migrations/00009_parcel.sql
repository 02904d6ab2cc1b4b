-- +goose Up

-- kind tells an agency that runs a movement from Sở Nội vụ and UBND tỉnh of the same installation.
ALTER TABLE tenant ADD COLUMN kind TEXT NOT NULL DEFAULT 'agency' CHECK (kind IN ('agency','home-affairs','province'));

-- partner holds whom an agency exchanges sealed packages with: another agency of the installation, or one elsewhere whose key was entered.
-- block is the group in which Sở Nội vụ compares it (khối: sở, ngành; huyện, thị xã, thành phố; xã, phường).
CREATE TABLE partner (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('agency','home-affairs','province')),
    block TEXT NOT NULL DEFAULT '', public_key TEXT NOT NULL DEFAULT '', inside BOOLEAN NOT NULL DEFAULT FALSE, ended BOOLEAN NOT NULL DEFAULT FALSE,
    name_fold TEXT NOT NULL, name_key TEXT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id)
);

-- parcel_out holds what an agency sealed; the receiver reads there what was sealed for it, and nobody writes in another agency.
CREATE TABLE parcel_out (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('registrations','dossier','answer')),
    to_agency TEXT NOT NULL, to_name TEXT NOT NULL, from_name TEXT NOT NULL, seal_key TEXT NOT NULL, of_parcel TEXT NOT NULL DEFAULT '', object TEXT NOT NULL DEFAULT '',
    movement TEXT NOT NULL, year BIGINT NOT NULL, closing BOOLEAN NOT NULL DEFAULT FALSE, number TEXT NOT NULL DEFAULT '', dated TEXT NOT NULL DEFAULT '',
    sealed_at BIGINT NOT NULL, file_hash TEXT NOT NULL, file_name TEXT NOT NULL, file_type TEXT NOT NULL, file_size BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX parcel_out_to ON parcel_out (to_agency, sealed_at);
CREATE INDEX parcel_out_object ON parcel_out (tenant_id, object);

-- parcel_in holds what an agency took in, with the data of the package as they stand in its file; a package is taken in once.
CREATE TABLE parcel_in (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('registrations','dossier','answer')),
    from_agency TEXT NOT NULL, from_name TEXT NOT NULL, to_name TEXT NOT NULL, seal_key TEXT NOT NULL, of_parcel TEXT NOT NULL DEFAULT '',
    movement TEXT NOT NULL, year BIGINT NOT NULL, closing BOOLEAN NOT NULL DEFAULT FALSE, number TEXT NOT NULL DEFAULT '', dated TEXT NOT NULL DEFAULT '',
    sealed_at BIGINT NOT NULL, file_hash TEXT NOT NULL, file_name TEXT NOT NULL, file_type TEXT NOT NULL, file_size BIGINT NOT NULL,
    data TEXT NOT NULL, received_at BIGINT NOT NULL, by_name TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX parcel_in_from ON parcel_in (tenant_id, from_agency, year);
CREATE INDEX parcel_in_time ON parcel_in (tenant_id, received_at);
