-- The log only grows, its details go only by a noted erasure, and no row of it is put in the place of another.

-- +goose Up
CREATE TABLE detail_erasure (
    tenant_id TEXT NOT NULL,
    event_id  TEXT NOT NULL,
    at        BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, event_id),
    FOREIGN KEY (tenant_id, event_id) REFERENCES event (tenant_id, id)
);
-- What was erased before erasures were noted.
INSERT INTO detail_erasure (tenant_id, event_id, at)
    SELECT e.tenant_id, e.id, e.at FROM event e LEFT JOIN event_detail d ON d.tenant_id = e.tenant_id AND d.event_id = e.id WHERE d.event_id IS NULL;
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
-- INSERT OR REPLACE removes the row in its way without a word to the triggers above.
-- +goose StatementBegin
CREATE TRIGGER event_no_replace BEFORE INSERT ON event WHEN EXISTS (SELECT 1 FROM event WHERE tenant_id = NEW.tenant_id AND id = NEW.id)
    OR EXISTS (SELECT 1 FROM event WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'event is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER event_detail_no_replace BEFORE INSERT ON event_detail WHEN EXISTS (SELECT 1 FROM event_detail WHERE tenant_id = NEW.tenant_id AND event_id = NEW.event_id)
    OR EXISTS (SELECT 1 FROM event_detail WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'event_detail is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER detail_erasure_no_replace BEFORE INSERT ON detail_erasure WHEN EXISTS (SELECT 1 FROM detail_erasure WHERE tenant_id = NEW.tenant_id AND event_id = NEW.event_id)
    OR EXISTS (SELECT 1 FROM detail_erasure WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'detail_erasure is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER leaf_no_replace BEFORE INSERT ON leaf WHEN EXISTS (SELECT 1 FROM leaf WHERE tenant_id = NEW.tenant_id AND seq = NEW.seq)
    OR EXISTS (SELECT 1 FROM leaf WHERE tenant_id = NEW.tenant_id AND event_id = NEW.event_id)
    OR EXISTS (SELECT 1 FROM leaf WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'leaf is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER log_node_no_replace BEFORE INSERT ON log_node WHEN EXISTS (SELECT 1 FROM log_node WHERE tenant_id = NEW.tenant_id AND ix = NEW.ix)
    OR EXISTS (SELECT 1 FROM log_node WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'log_node is append-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER checkpoint_no_replace BEFORE INSERT ON checkpoint WHEN EXISTS (SELECT 1 FROM checkpoint WHERE tenant_id = NEW.tenant_id AND size = NEW.size)
    OR EXISTS (SELECT 1 FROM checkpoint WHERE rowid = NEW.rowid) BEGIN SELECT RAISE(ABORT, 'checkpoint is append-only'); END;
-- +goose StatementEnd
