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
CREATE FUNCTION refuse_detail_loss() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM detail_erasure x WHERE x.tenant_id = OLD.tenant_id AND x.event_id = OLD.event_id) THEN
        RAISE EXCEPTION 'event_detail is append-only';
    END IF;
    RETURN OLD;
END
$$;
-- +goose StatementEnd
-- The one way by which a detail goes; it runs with the rights of the owner, because the role of the application may not delete.
-- +goose StatementBegin
CREATE FUNCTION take_detail() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    EXECUTE format('DELETE FROM %I.event_detail WHERE tenant_id = $1 AND event_id = $2', TG_TABLE_SCHEMA) USING NEW.tenant_id, NEW.event_id;
    RETURN NULL;
END
$$;
-- +goose StatementEnd
REVOKE ALL ON FUNCTION take_detail() FROM PUBLIC;
CREATE TRIGGER event_detail_no_loss BEFORE DELETE ON event_detail FOR EACH ROW EXECUTE FUNCTION refuse_detail_loss();
CREATE TRIGGER event_detail_only_grows BEFORE UPDATE OR TRUNCATE ON event_detail FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER detail_erasure_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON detail_erasure FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER detail_erasure_takes AFTER INSERT ON detail_erasure FOR EACH ROW EXECUTE FUNCTION take_detail();
