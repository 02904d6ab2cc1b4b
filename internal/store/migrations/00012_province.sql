-- +goose Up

-- appraisal is a dossier at Sở Nội vụ; a resubmission replaces the package that counts.
CREATE TABLE appraisal (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, parcel_id TEXT NOT NULL, from_agency TEXT NOT NULL, from_name TEXT NOT NULL,
    movement TEXT NOT NULL, year BIGINT NOT NULL, closing BOOLEAN NOT NULL DEFAULT FALSE, state TEXT NOT NULL,
    number TEXT NOT NULL DEFAULT '', dated TEXT NOT NULL DEFAULT '', sent_on TEXT NOT NULL,
    units BIGINT NOT NULL, people BIGINT NOT NULL, parts TEXT NOT NULL, until_day TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '',
    times BIGINT NOT NULL DEFAULT 1, updated_at BIGINT NOT NULL, name_fold TEXT NOT NULL, name_key TEXT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX appraisal_period ON appraisal (tenant_id, year, movement, closing);
CREATE INDEX appraisal_from ON appraisal (tenant_id, from_agency);

-- parcel_use notes what was made of a package that was taken in: a dossier at Sở Nội vụ, a list at UBND tỉnh, a result.
CREATE TABLE parcel_use (
    tenant_id TEXT NOT NULL, parcel_id TEXT NOT NULL, object TEXT NOT NULL,
    PRIMARY KEY (tenant_id, parcel_id)
);

-- appraisal_case is a collective or person of a dossier, with the figures of the sealed package, what the appraiser notes and the choice.
CREATE TABLE appraisal_case (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, appraisal_id TEXT NOT NULL, proposal_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('collective','individual')), name TEXT NOT NULL, title TEXT NOT NULL DEFAULT '', sex TEXT NOT NULL DEFAULT '',
    home TEXT NOT NULL DEFAULT '', award TEXT NOT NULL, summary TEXT NOT NULL DEFAULT '', on_time BIGINT NOT NULL, initiatives BIGINT NOT NULL,
    earlier TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', chosen BOOLEAN NOT NULL DEFAULT FALSE,
    name_key TEXT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX appraisal_case_of ON appraisal_case (tenant_id, appraisal_id);

-- province_index holds the reform index of each agency with the document that published it; province_quota the numbers of awards with theirs.
CREATE TABLE province_index (
    tenant_id TEXT NOT NULL, agency TEXT NOT NULL, year BIGINT NOT NULL, points BIGINT NOT NULL, place BIGINT NOT NULL,
    published_on TEXT NOT NULL DEFAULT '', document TEXT NOT NULL,
    PRIMARY KEY (tenant_id, agency, year)
);
CREATE TABLE province_quota (
    tenant_id TEXT NOT NULL, movement TEXT NOT NULL, year BIGINT NOT NULL, closing BOOLEAN NOT NULL, kind TEXT NOT NULL, block TEXT NOT NULL,
    number BIGINT NOT NULL, document TEXT NOT NULL,
    PRIMARY KEY (tenant_id, movement, year, closing, kind, block)
);

-- raise_list is the list with its Tờ trình to Chủ tịch UBND tỉnh: at Sở Nội vụ, and at UBND tỉnh as it was taken in; then the decision.
CREATE TABLE raise_list (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, movement TEXT NOT NULL, year BIGINT NOT NULL, closing BOOLEAN NOT NULL, state TEXT NOT NULL,
    lines TEXT NOT NULL, from_agency TEXT NOT NULL, from_name TEXT NOT NULL, number TEXT NOT NULL DEFAULT '', dated TEXT NOT NULL DEFAULT '',
    paper_hash TEXT NOT NULL DEFAULT '', paper_name TEXT NOT NULL DEFAULT '', paper_type TEXT NOT NULL DEFAULT '', paper_size BIGINT NOT NULL DEFAULT 0,
    parcel_id TEXT NOT NULL DEFAULT '', decision TEXT NOT NULL DEFAULT '', decided TEXT NOT NULL DEFAULT '', signer TEXT NOT NULL DEFAULT '',
    scan_hash TEXT NOT NULL DEFAULT '', scan_name TEXT NOT NULL DEFAULT '', scan_type TEXT NOT NULL DEFAULT '', scan_size BIGINT NOT NULL DEFAULT 0,
    answered BOOLEAN NOT NULL DEFAULT FALSE, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id)
);
