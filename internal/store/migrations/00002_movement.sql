-- +goose Up

-- The organisation --------------------------------------------------------------------------------------------------------

CREATE TABLE unit (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL,
    code TEXT NOT NULL, name TEXT NOT NULL, short TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('office','division')),
    ord BIGINT NOT NULL DEFAULT 0, from_date TEXT NOT NULL DEFAULT '', to_date TEXT NOT NULL DEFAULT '',
    name_fold TEXT NOT NULL, name_key TEXT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX unit_code ON unit (tenant_id, code);

CREATE TABLE person (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL,
    code TEXT NOT NULL, name TEXT NOT NULL, sex TEXT NOT NULL CHECK (sex IN ('male','female')),
    civil BOOLEAN NOT NULL, birth_year BIGINT NOT NULL DEFAULT 0,
    from_date TEXT NOT NULL DEFAULT '', to_date TEXT NOT NULL DEFAULT '',
    name_fold TEXT NOT NULL, name_key TEXT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX person_code ON person (tenant_id, code);
CREATE INDEX person_name ON person (tenant_id, name_key);

CREATE TABLE post (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL,
    person_id TEXT NOT NULL, unit_id TEXT NOT NULL DEFAULT '', title TEXT NOT NULL,
    rank TEXT NOT NULL CHECK (rank IN ('leader','head','deputy','member')),
    from_date TEXT NOT NULL DEFAULT '', to_date TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE INDEX post_person ON post (tenant_id, person_id);
CREATE INDEX post_unit ON post (tenant_id, unit_id);

CREATE TABLE holiday (
    tenant_id TEXT NOT NULL, day TEXT NOT NULL, free BOOLEAN NOT NULL, name TEXT NOT NULL,
    PRIMARY KEY (tenant_id, day)
);

CREATE TABLE council (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL,
    name TEXT NOT NULL, decision TEXT NOT NULL, decided_on TEXT NOT NULL,
    from_date TEXT NOT NULL DEFAULT '', to_date TEXT NOT NULL DEFAULT '',
    quorum_num BIGINT NOT NULL, quorum_den BIGINT NOT NULL CHECK (quorum_den > 0),
    threshold_num BIGINT NOT NULL, threshold_den BIGINT NOT NULL CHECK (threshold_den > 0),
    rule_source TEXT NOT NULL DEFAULT '', own_out BOOLEAN NOT NULL DEFAULT FALSE, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id)
);

CREATE TABLE council_member (
    tenant_id TEXT NOT NULL, council_id TEXT NOT NULL, person_id TEXT NOT NULL,
    seat TEXT NOT NULL CHECK (seat IN ('chair','deputy','secretary','member')), ord BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, council_id, person_id),
    FOREIGN KEY (tenant_id, council_id) REFERENCES council (tenant_id, id),
    FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);

CREATE TABLE evaluation_result (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, person_id TEXT NOT NULL, year BIGINT NOT NULL,
    class TEXT NOT NULL CHECK (class IN ('excellent','good','completed','not')), decision TEXT NOT NULL, decided_on TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX evaluation_person ON evaluation_result (tenant_id, person_id, year);

CREATE TABLE index_result (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, year BIGINT NOT NULL, rank BIGINT NOT NULL, out_of BIGINT NOT NULL,
    published_on TEXT NOT NULL DEFAULT '', document TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE UNIQUE INDEX index_year ON index_result (tenant_id, year);

-- The movement ------------------------------------------------------------------------------------------------------------

CREATE TABLE movement (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL,
    name TEXT NOT NULL, from_year BIGINT NOT NULL, to_year BIGINT NOT NULL, ends_on TEXT NOT NULL DEFAULT '',
    end_article TEXT NOT NULL DEFAULT '', regulation TEXT NOT NULL DEFAULT '', state TEXT NOT NULL, name_fold TEXT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id)
);

-- movement_document holds the documents of a movement beside its plan; no paper of the program cites them by itself. One that came with a plan
-- under review has no movement yet; withdrawn says why one was taken out of the list.
CREATE TABLE movement_document (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, movement_id TEXT, plan_id TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL, number TEXT NOT NULL, on_date TEXT NOT NULL, issuer TEXT NOT NULL, summary TEXT NOT NULL DEFAULT '',
    file_hash TEXT NOT NULL DEFAULT '', file_name TEXT NOT NULL DEFAULT '', file_type TEXT NOT NULL DEFAULT '', file_size BIGINT NOT NULL DEFAULT 0,
    by_name TEXT NOT NULL, withdrawn TEXT NOT NULL DEFAULT '', version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, movement_id) REFERENCES movement (tenant_id, id)
);
CREATE INDEX movement_document_plan ON movement_document (tenant_id, plan_id);
CREATE INDEX movement_document_movement ON movement_document (tenant_id, movement_id, on_date);

-- plan_source keeps what was uploaded and how the reader understood it, with the clerk's edits and ticks beside it.
CREATE TABLE plan_source (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL,
    edition_id TEXT NOT NULL DEFAULT '', file_hash TEXT NOT NULL, file_name TEXT NOT NULL, file_type TEXT NOT NULL, file_size BIGINT NOT NULL,
    draft TEXT NOT NULL, review TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('plan.open','plan.applied','plan.dropped')),
    read_at BIGINT NOT NULL, read_by TEXT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX plan_source_edition ON plan_source (tenant_id, edition_id);

CREATE TABLE edition (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, movement_id TEXT NOT NULL, number BIGINT NOT NULL,
    from_date TEXT NOT NULL DEFAULT '', plan_number TEXT NOT NULL DEFAULT '', plan_date TEXT NOT NULL DEFAULT '',
    plan_title TEXT NOT NULL DEFAULT '', signer TEXT NOT NULL DEFAULT '', state TEXT NOT NULL, open_items BIGINT NOT NULL DEFAULT 0,
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, movement_id) REFERENCES movement (tenant_id, id)
);
CREATE UNIQUE INDEX edition_number ON edition (tenant_id, movement_id, number);

CREATE TABLE criterion (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, edition_id TEXT NOT NULL, parent_id TEXT NOT NULL DEFAULT '',
    code TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL, article TEXT NOT NULL DEFAULT '',
    for_units BOOLEAN NOT NULL, for_people BOOLEAN NOT NULL, max_points BIGINT NOT NULL DEFAULT 0, points_note TEXT NOT NULL DEFAULT '',
    ord BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, edition_id) REFERENCES edition (tenant_id, id)
);
CREATE UNIQUE INDEX criterion_code ON criterion (tenant_id, edition_id, code);

CREATE TABLE standard (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, edition_id TEXT NOT NULL,
    subject_kind TEXT NOT NULL CHECK (subject_kind IN ('collective','individual')),
    name TEXT NOT NULL, body TEXT NOT NULL, article TEXT NOT NULL DEFAULT '', test TEXT NOT NULL, ord BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, edition_id) REFERENCES edition (tenant_id, id)
);
CREATE INDEX standard_edition ON standard (tenant_id, edition_id, ord);

CREATE TABLE deadline (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, edition_id TEXT NOT NULL, what TEXT NOT NULL,
    day TEXT NOT NULL DEFAULT '', on_date TEXT NOT NULL DEFAULT '', next_year BOOLEAN NOT NULL DEFAULT FALSE,
    inclusive BOOLEAN NOT NULL DEFAULT FALSE, body TEXT NOT NULL DEFAULT '',
    actor TEXT NOT NULL DEFAULT '', addressee TEXT NOT NULL DEFAULT '', reference TEXT NOT NULL DEFAULT '', article TEXT NOT NULL DEFAULT '',
    ord BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, edition_id) REFERENCES edition (tenant_id, id)
);
CREATE INDEX deadline_edition ON deadline (tenant_id, edition_id, ord);

CREATE TABLE award_form (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, edition_id TEXT NOT NULL,
    name TEXT NOT NULL, authority TEXT NOT NULL DEFAULT '', article TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, edition_id) REFERENCES edition (tenant_id, id)
);

CREATE TABLE dossier_part (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, edition_id TEXT NOT NULL,
    kind TEXT NOT NULL, name TEXT NOT NULL, article TEXT NOT NULL DEFAULT '', ord BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, edition_id) REFERENCES edition (tenant_id, id)
);

-- plan_line holds the parts of a plan that are text only: purposes, requirements, assignments, recipients, process, subjects.
CREATE TABLE plan_line (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, edition_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('purpose','requirement','assignment','recipient','process','subject')),
    who TEXT NOT NULL DEFAULT '', body TEXT NOT NULL, article TEXT NOT NULL DEFAULT '', ord BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, edition_id) REFERENCES edition (tenant_id, id)
);
CREATE INDEX plan_line_edition ON plan_line (tenant_id, edition_id, kind, ord);

CREATE TABLE legal_base (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, edition_id TEXT NOT NULL,
    kind TEXT NOT NULL, number TEXT NOT NULL DEFAULT '', on_date TEXT NOT NULL DEFAULT '', issuer TEXT NOT NULL DEFAULT '', ord BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, edition_id) REFERENCES edition (tenant_id, id)
);

CREATE TABLE round (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, movement_id TEXT NOT NULL, edition_id TEXT NOT NULL,
    year BIGINT NOT NULL, closing BOOLEAN NOT NULL DEFAULT FALSE, state TEXT NOT NULL,
    launched_on TEXT NOT NULL DEFAULT '', registration_due TEXT NOT NULL DEFAULT '', registration_incl BOOLEAN NOT NULL DEFAULT FALSE,
    internal_due TEXT NOT NULL DEFAULT '', work_ends TEXT NOT NULL DEFAULT '', scoring_due TEXT NOT NULL DEFAULT '', scored_on TEXT NOT NULL DEFAULT '',
    dossier_due TEXT NOT NULL DEFAULT '', dossier_internal TEXT NOT NULL DEFAULT '', send_internal TEXT NOT NULL DEFAULT '',
    quota_units BIGINT NOT NULL DEFAULT -1, quota_people BIGINT NOT NULL DEFAULT -1, quota_source TEXT NOT NULL DEFAULT '',
    reached_from BIGINT NOT NULL DEFAULT 100, by_points BOOLEAN NOT NULL DEFAULT FALSE, internal_rank BOOLEAN NOT NULL DEFAULT FALSE,
    office_reviewer TEXT NOT NULL DEFAULT '', ranks_published BOOLEAN NOT NULL DEFAULT FALSE, honour_published BOOLEAN NOT NULL DEFAULT FALSE,
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, movement_id) REFERENCES movement (tenant_id, id),
    FOREIGN KEY (tenant_id, edition_id) REFERENCES edition (tenant_id, id)
);
CREATE UNIQUE INDEX round_year ON round (tenant_id, movement_id, year, closing);

-- Registration and tracking -----------------------------------------------------------------------------------------------

CREATE TABLE registration (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, round_id TEXT NOT NULL,
    subject_kind TEXT NOT NULL CHECK (subject_kind IN ('collective','individual')),
    unit_id TEXT NOT NULL, person_id TEXT NOT NULL DEFAULT '', state TEXT NOT NULL, award_id TEXT NOT NULL DEFAULT '',
    annual_title TEXT NOT NULL DEFAULT '' CHECK (annual_title IN ('','advanced-worker','emulation-fighter-grassroots')),
    follow_unit BOOLEAN NOT NULL DEFAULT FALSE, entered_for BOOLEAN NOT NULL DEFAULT FALSE, entered_by TEXT NOT NULL DEFAULT '',
    sheet_hash TEXT NOT NULL DEFAULT '', sheet_name TEXT NOT NULL DEFAULT '', sheet_type TEXT NOT NULL DEFAULT '', sheet_size BIGINT NOT NULL DEFAULT 0,
    late BOOLEAN NOT NULL DEFAULT FALSE, sent_at BIGINT, saved_at BIGINT, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id),
    FOREIGN KEY (tenant_id, unit_id) REFERENCES unit (tenant_id, id)
);
CREATE UNIQUE INDEX registration_subject ON registration (tenant_id, round_id, subject_kind, unit_id, person_id);

CREATE TABLE target (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, registration_id TEXT NOT NULL, criterion_id TEXT NOT NULL,
    content TEXT NOT NULL, content_fold TEXT NOT NULL, value BIGINT NOT NULL, measure TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('at-least','at-most')), due TEXT NOT NULL,
    from_target TEXT NOT NULL DEFAULT '', owner_id TEXT NOT NULL DEFAULT '', ord BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, registration_id) REFERENCES registration (tenant_id, id),
    FOREIGN KEY (tenant_id, criterion_id) REFERENCES criterion (tenant_id, id)
);
CREATE INDEX target_registration ON target (tenant_id, registration_id, ord);

-- registration_step keeps the way of a registration by the clock of business; the log beside it counts in real time.
CREATE TABLE registration_step (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, registration_id TEXT NOT NULL, action TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '',
    by_name TEXT NOT NULL, for_name TEXT NOT NULL DEFAULT '', at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, registration_id) REFERENCES registration (tenant_id, id)
);
CREATE INDEX registration_step_registration ON registration_step (tenant_id, registration_id, at);

CREATE TABLE note (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, object TEXT NOT NULL, criterion_id TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL, by_person TEXT NOT NULL, by_name TEXT NOT NULL, from_office BOOLEAN NOT NULL, at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX note_object ON note (tenant_id, object, at);

CREATE TABLE progress (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, target_id TEXT NOT NULL, on_date TEXT NOT NULL, value BIGINT NOT NULL,
    body TEXT NOT NULL, by_person TEXT NOT NULL, by_name TEXT NOT NULL, at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, target_id) REFERENCES target (tenant_id, id)
);
CREATE INDEX progress_target ON progress (tenant_id, target_id, on_date);

CREATE TABLE evidence (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, round_id TEXT NOT NULL, unit_id TEXT NOT NULL, person_id TEXT NOT NULL DEFAULT '',
    criterion_id TEXT NOT NULL, target_id TEXT NOT NULL DEFAULT '', doc_number TEXT NOT NULL DEFAULT '', issued_on TEXT NOT NULL DEFAULT '', abstract TEXT NOT NULL DEFAULT '',
    file_hash TEXT NOT NULL DEFAULT '', file_name TEXT NOT NULL DEFAULT '', file_type TEXT NOT NULL DEFAULT '', file_size BIGINT NOT NULL DEFAULT 0,
    state TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '', by_person TEXT NOT NULL, by_name TEXT NOT NULL, at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);
CREATE INDEX evidence_round ON evidence (tenant_id, round_id, unit_id, criterion_id);
CREATE INDEX evidence_target ON evidence (tenant_id, target_id);

CREATE TABLE initiative (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, round_id TEXT NOT NULL, unit_id TEXT NOT NULL, person_id TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL, recognised BOOLEAN NOT NULL, decision TEXT NOT NULL DEFAULT '', decided_on TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);
CREATE INDEX initiative_round ON initiative (tenant_id, round_id, unit_id);

-- Scoring -----------------------------------------------------------------------------------------------------------------

-- scale is the council's agreement to the agency's own points of a round; the points themselves stand with the criteria.
CREATE TABLE scale (
    tenant_id TEXT NOT NULL, round_id TEXT NOT NULL, decision TEXT NOT NULL DEFAULT '', agreed_on TEXT NOT NULL DEFAULT '',
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, round_id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);

CREATE TABLE score_sheet (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, round_id TEXT NOT NULL, unit_id TEXT NOT NULL, by_points BOOLEAN NOT NULL, state TEXT NOT NULL,
    sent_at BIGINT, reviewer_id TEXT NOT NULL DEFAULT '', reviewer_name TEXT NOT NULL DEFAULT '', closed_at BIGINT,
    self_sum BIGINT NOT NULL DEFAULT 0, review_sum BIGINT NOT NULL DEFAULT 0, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);
CREATE UNIQUE INDEX score_sheet_unit ON score_sheet (tenant_id, round_id, unit_id);

CREATE TABLE score_line (
    tenant_id TEXT NOT NULL, sheet_id TEXT NOT NULL, criterion_id TEXT NOT NULL, ord BIGINT NOT NULL, max_points BIGINT NOT NULL DEFAULT 0,
    self BIGINT, self_answer TEXT NOT NULL DEFAULT '', self_note TEXT NOT NULL DEFAULT '',
    review BIGINT, review_answer TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, sheet_id, criterion_id),
    FOREIGN KEY (tenant_id, sheet_id) REFERENCES score_sheet (tenant_id, id)
);

-- The council -------------------------------------------------------------------------------------------------------------

CREATE TABLE council_session (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, council_id TEXT NOT NULL, round_id TEXT NOT NULL, number TEXT NOT NULL, state TEXT NOT NULL,
    at BIGINT, place TEXT NOT NULL DEFAULT '', vote_kind TEXT NOT NULL, counters TEXT NOT NULL DEFAULT '[]',
    chair_id TEXT NOT NULL DEFAULT '', secretary_id TEXT NOT NULL DEFAULT '', started_at BIGINT, ended_at BIGINT,
    discussion TEXT NOT NULL DEFAULT '', index_words TEXT NOT NULL DEFAULT '', conclusion TEXT NOT NULL DEFAULT '',
    summoned_at BIGINT, voting_at BIGINT, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, council_id) REFERENCES council (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);
CREATE UNIQUE INDEX council_session_number ON council_session (tenant_id, council_id, number);

CREATE TABLE attendance (
    tenant_id TEXT NOT NULL, session_id TEXT NOT NULL, person_id TEXT NOT NULL, present BOOLEAN NOT NULL, reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, session_id, person_id),
    FOREIGN KEY (tenant_id, session_id) REFERENCES council_session (tenant_id, id)
);

CREATE TABLE nominee (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, round_id TEXT NOT NULL, session_id TEXT NOT NULL DEFAULT '',
    subject_kind TEXT NOT NULL CHECK (subject_kind IN ('collective','individual')), unit_id TEXT NOT NULL, person_id TEXT NOT NULL DEFAULT '',
    award_id TEXT NOT NULL, state TEXT NOT NULL, summary TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '', ord BIGINT NOT NULL,
    held_from TEXT NOT NULL DEFAULT '', version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);
CREATE UNIQUE INDEX nominee_subject ON nominee (tenant_id, round_id, award_id, subject_kind, unit_id, person_id);

CREATE TABLE finding (
    tenant_id TEXT NOT NULL, nominee_id TEXT NOT NULL, standard_id TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('met','not-met','consider','awaited')), code TEXT NOT NULL, args TEXT NOT NULL DEFAULT '[]',
    note TEXT NOT NULL DEFAULT '', by_person TEXT NOT NULL DEFAULT '', by_name TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, nominee_id, standard_id),
    FOREIGN KEY (tenant_id, nominee_id) REFERENCES nominee (tenant_id, id)
);

CREATE TABLE vote_count (
    tenant_id TEXT NOT NULL, session_id TEXT NOT NULL, nominee_id TEXT NOT NULL, round BIGINT NOT NULL CHECK (round IN (1, 2)),
    issued BIGINT NOT NULL, returned BIGINT NOT NULL, invalid BIGINT NOT NULL, yes BIGINT NOT NULL, no BIGINT NOT NULL, blank BIGINT NOT NULL,
    by_person TEXT NOT NULL, by_name TEXT NOT NULL,
    PRIMARY KEY (tenant_id, session_id, nominee_id, round),
    FOREIGN KEY (tenant_id, session_id) REFERENCES council_session (tenant_id, id),
    FOREIGN KEY (tenant_id, nominee_id) REFERENCES nominee (tenant_id, id)
);

CREATE TABLE written_opinion (
    tenant_id TEXT NOT NULL, session_id TEXT NOT NULL, nominee_id TEXT NOT NULL, person_id TEXT NOT NULL,
    choice TEXT NOT NULL CHECK (choice IN ('yes','no','blank')), on_date TEXT NOT NULL,
    file_hash TEXT NOT NULL DEFAULT '', file_name TEXT NOT NULL DEFAULT '', file_type TEXT NOT NULL DEFAULT '', file_size BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, session_id, nominee_id, person_id),
    FOREIGN KEY (tenant_id, session_id) REFERENCES council_session (tenant_id, id)
);

-- Papers, dossier, answers, awards ----------------------------------------------------------------------------------------

CREATE TABLE dossier (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, round_id TEXT NOT NULL, state TEXT NOT NULL, hard_copy TEXT NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);
CREATE UNIQUE INDEX dossier_round ON dossier (tenant_id, round_id);

CREATE TABLE paper (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, round_id TEXT NOT NULL, dossier_id TEXT NOT NULL DEFAULT '',
    session_id TEXT NOT NULL DEFAULT '', nominee_id TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL, state TEXT NOT NULL,
    title TEXT NOT NULL, title_fold TEXT NOT NULL, words TEXT NOT NULL DEFAULT '{}', figures TEXT NOT NULL DEFAULT '', edition BIGINT NOT NULL DEFAULT 1,
    number TEXT NOT NULL DEFAULT '', issued_on TEXT NOT NULL DEFAULT '', confirmed_on TEXT NOT NULL DEFAULT '',
    signed_hash TEXT NOT NULL DEFAULT '', signed_name TEXT NOT NULL DEFAULT '', signed_type TEXT NOT NULL DEFAULT '', signed_size BIGINT NOT NULL DEFAULT 0,
    author TEXT NOT NULL DEFAULT '', version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);
CREATE INDEX paper_round ON paper (tenant_id, round_id, kind);

-- paper_step keeps the path of a paper and its earlier words: bản 1, 2, 3.
CREATE TABLE paper_step (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, paper_id TEXT NOT NULL, action TEXT NOT NULL, edition BIGINT NOT NULL,
    words TEXT NOT NULL DEFAULT '{}', reason TEXT NOT NULL DEFAULT '', by_name TEXT NOT NULL, at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, paper_id) REFERENCES paper (tenant_id, id)
);
CREATE INDEX paper_step_paper ON paper_step (tenant_id, paper_id, at);

CREATE TABLE cover_slip (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, round_id TEXT NOT NULL,
    about TEXT NOT NULL CHECK (about IN ('registrations','paper','ranking','honour')), object_id TEXT NOT NULL, state TEXT NOT NULL,
    proposal TEXT NOT NULL DEFAULT '', leader_id TEXT NOT NULL DEFAULT '', leader_name TEXT NOT NULL DEFAULT '', leader_post TEXT NOT NULL DEFAULT '',
    form TEXT NOT NULL DEFAULT '', on_date TEXT NOT NULL DEFAULT '', words TEXT NOT NULL DEFAULT '',
    scan_hash TEXT NOT NULL DEFAULT '', scan_name TEXT NOT NULL DEFAULT '', scan_type TEXT NOT NULL DEFAULT '', scan_size BIGINT NOT NULL DEFAULT 0,
    behalf_id TEXT NOT NULL DEFAULT '', behalf_name TEXT NOT NULL DEFAULT '', made_at BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);
CREATE INDEX cover_slip_object ON cover_slip (tenant_id, about, object_id, made_at);

CREATE TABLE submission (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, round_id TEXT NOT NULL, what TEXT NOT NULL CHECK (what IN ('registrations','dossier')),
    dossier_id TEXT NOT NULL DEFAULT '', state TEXT NOT NULL, number TEXT NOT NULL, dated TEXT NOT NULL, sent_on TEXT NOT NULL,
    by_person TEXT NOT NULL, by_name TEXT NOT NULL, ord BIGINT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);
CREATE INDEX submission_round ON submission (tenant_id, round_id, what, ord);

CREATE TABLE reply (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, submission_id TEXT NOT NULL, kind TEXT NOT NULL,
    number TEXT NOT NULL DEFAULT '', dated TEXT NOT NULL DEFAULT '', received_on TEXT NOT NULL, body TEXT NOT NULL DEFAULT '',
    scan_hash TEXT NOT NULL DEFAULT '', scan_name TEXT NOT NULL DEFAULT '', scan_type TEXT NOT NULL DEFAULT '', scan_size BIGINT NOT NULL DEFAULT 0,
    by_person TEXT NOT NULL, by_name TEXT NOT NULL, at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, submission_id) REFERENCES submission (tenant_id, id)
);
CREATE INDEX reply_submission ON reply (tenant_id, submission_id, at);

CREATE TABLE award_decision (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, round_id TEXT NOT NULL, number TEXT NOT NULL, dated TEXT NOT NULL, received_on TEXT NOT NULL DEFAULT '',
    issuer TEXT NOT NULL, scan_hash TEXT NOT NULL DEFAULT '', scan_name TEXT NOT NULL DEFAULT '', scan_type TEXT NOT NULL DEFAULT '', scan_size BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id)
);

CREATE TABLE award (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, decision_id TEXT NOT NULL, round_id TEXT NOT NULL, year BIGINT NOT NULL, nominee_id TEXT NOT NULL,
    subject_kind TEXT NOT NULL CHECK (subject_kind IN ('collective','individual')), unit_id TEXT NOT NULL, person_id TEXT NOT NULL DEFAULT '',
    subject_name TEXT NOT NULL, subject_title TEXT NOT NULL DEFAULT '', subject_sex TEXT NOT NULL DEFAULT '', unit_name TEXT NOT NULL, form TEXT NOT NULL, citation TEXT NOT NULL DEFAULT '',
    gold_number TEXT NOT NULL DEFAULT '', presented_on TEXT NOT NULL DEFAULT '', subject_fold TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, decision_id) REFERENCES award_decision (tenant_id, id),
    FOREIGN KEY (tenant_id, nominee_id) REFERENCES nominee (tenant_id, id)
);
CREATE UNIQUE INDEX award_nominee ON award (tenant_id, nominee_id);
CREATE INDEX award_year ON award (tenant_id, year);
