-- The log lies in the order of its keys: a row without a hidden number of its own is one tree less to write for every event, leaf and node.

-- +goose Up
DROP INDEX event_object;
DROP INDEX event_time;
DROP TRIGGER event_no_update;
DROP TRIGGER event_no_delete;
DROP TRIGGER event_no_replace;
DROP TRIGGER event_detail_no_update;
DROP TRIGGER event_detail_no_delete;
DROP TRIGGER event_detail_no_replace;
DROP TRIGGER detail_erasure_takes;
DROP TRIGGER detail_erasure_no_update;
DROP TRIGGER detail_erasure_no_delete;
DROP TRIGGER detail_erasure_no_replace;
DROP TRIGGER leaf_no_update;
DROP TRIGGER leaf_no_delete;
DROP TRIGGER leaf_no_replace;
DROP TRIGGER log_node_no_update;
DROP TRIGGER log_node_no_delete;
DROP TRIGGER log_node_no_replace;
ALTER TABLE event RENAME TO event_was;
ALTER TABLE event_detail RENAME TO event_detail_was;
ALTER TABLE detail_erasure RENAME TO detail_erasure_was;
ALTER TABLE leaf RENAME TO leaf_was;
ALTER TABLE log_node RENAME TO log_node_was;

CREATE TABLE event (
    tenant_id   TEXT NOT NULL REFERENCES tenant (id),
    id          TEXT NOT NULL CHECK (id <> ''),
    at          BIGINT NOT NULL,
    actor       TEXT NOT NULL CHECK (actor <> ''),
    acting_for  TEXT NOT NULL DEFAULT '',
    verb        TEXT NOT NULL CHECK (verb <> ''),
    object      TEXT NOT NULL DEFAULT '',
    text_hash   TEXT NOT NULL,
    before_hash TEXT NOT NULL DEFAULT '',
    after_hash  TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, id)
) WITHOUT ROWID;
CREATE TABLE event_detail (
    tenant_id   TEXT NOT NULL,
    event_id    TEXT NOT NULL,
    salt        TEXT NOT NULL,
    actor_name  TEXT NOT NULL DEFAULT '',
    object_name TEXT NOT NULL DEFAULT '',
    reason      TEXT NOT NULL DEFAULT '',
    origin      TEXT NOT NULL DEFAULT '',
    before_json TEXT NOT NULL DEFAULT '',
    after_json  TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, event_id),
    FOREIGN KEY (tenant_id, event_id) REFERENCES event (tenant_id, id)
) WITHOUT ROWID;
CREATE TABLE detail_erasure (
    tenant_id TEXT NOT NULL,
    event_id  TEXT NOT NULL,
    at        BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, event_id),
    FOREIGN KEY (tenant_id, event_id) REFERENCES event (tenant_id, id)
) WITHOUT ROWID;
CREATE TABLE leaf (
    tenant_id TEXT NOT NULL,
    seq       BIGINT NOT NULL CHECK (seq >= 0),
    event_id  TEXT NOT NULL,
    hash      TEXT NOT NULL,
    PRIMARY KEY (tenant_id, seq),
    UNIQUE (tenant_id, event_id),
    FOREIGN KEY (tenant_id, event_id) REFERENCES event (tenant_id, id)
) WITHOUT ROWID;
CREATE TABLE log_node (
    tenant_id TEXT NOT NULL,
    ix        BIGINT NOT NULL CHECK (ix >= 0),
    hash      TEXT NOT NULL,
    PRIMARY KEY (tenant_id, ix)
) WITHOUT ROWID;

INSERT INTO event SELECT * FROM event_was;
INSERT INTO event_detail SELECT * FROM event_detail_was;
INSERT INTO detail_erasure SELECT * FROM detail_erasure_was;
INSERT INTO leaf SELECT * FROM leaf_was;
INSERT INTO log_node SELECT * FROM log_node_was;
DROP TABLE event_detail_was;
DROP TABLE detail_erasure_was;
DROP TABLE leaf_was;
DROP TABLE log_node_was;
DROP TABLE event_was;
CREATE INDEX event_object ON event (tenant_id, object, at);
CREATE INDEX event_time ON event (tenant_id, at);

-- +goose StatementBegin
CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'event is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'event is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER event_detail_no_update BEFORE UPDATE ON event_detail BEGIN SELECT RAISE(ABORT, 'event_detail is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER event_detail_no_delete BEFORE DELETE ON event_detail WHEN NOT EXISTS
    (SELECT 1 FROM detail_erasure x WHERE x.tenant_id = OLD.tenant_id AND x.event_id = OLD.event_id) BEGIN SELECT RAISE(ABORT, 'event_detail is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER detail_erasure_takes AFTER INSERT ON detail_erasure BEGIN DELETE FROM event_detail WHERE tenant_id = NEW.tenant_id AND event_id = NEW.event_id; END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER detail_erasure_no_update BEFORE UPDATE ON detail_erasure BEGIN SELECT RAISE(ABORT, 'detail_erasure is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER detail_erasure_no_delete BEFORE DELETE ON detail_erasure BEGIN SELECT RAISE(ABORT, 'detail_erasure is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER leaf_no_update BEFORE UPDATE ON leaf BEGIN SELECT RAISE(ABORT, 'leaf is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER leaf_no_delete BEFORE DELETE ON leaf BEGIN SELECT RAISE(ABORT, 'leaf is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER log_node_no_update BEFORE UPDATE ON log_node BEGIN SELECT RAISE(ABORT, 'log_node is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER log_node_no_delete BEFORE DELETE ON log_node BEGIN SELECT RAISE(ABORT, 'log_node is append-only'); END;
-- +goose StatementEnd

-- INSERT OR REPLACE removes the row in its way without a word to the triggers above.
-- +goose StatementBegin
CREATE TRIGGER event_no_replace BEFORE INSERT ON event WHEN EXISTS
    (SELECT 1 FROM event WHERE tenant_id = NEW.tenant_id AND id = NEW.id) BEGIN SELECT RAISE(ABORT, 'event is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER event_detail_no_replace BEFORE INSERT ON event_detail WHEN EXISTS
    (SELECT 1 FROM event_detail WHERE tenant_id = NEW.tenant_id AND event_id = NEW.event_id) BEGIN SELECT RAISE(ABORT, 'event_detail is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER detail_erasure_no_replace BEFORE INSERT ON detail_erasure WHEN EXISTS
    (SELECT 1 FROM detail_erasure WHERE tenant_id = NEW.tenant_id AND event_id = NEW.event_id) BEGIN SELECT RAISE(ABORT, 'detail_erasure is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER leaf_no_replace BEFORE INSERT ON leaf WHEN EXISTS (SELECT 1 FROM leaf WHERE tenant_id = NEW.tenant_id AND seq = NEW.seq)
    OR EXISTS (SELECT 1 FROM leaf WHERE tenant_id = NEW.tenant_id AND event_id = NEW.event_id) BEGIN SELECT RAISE(ABORT, 'leaf is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER log_node_no_replace BEFORE INSERT ON log_node WHEN EXISTS
    (SELECT 1 FROM log_node WHERE tenant_id = NEW.tenant_id AND ix = NEW.ix) BEGIN SELECT RAISE(ABORT, 'log_node is append-only'); END;
-- +goose StatementEnd
