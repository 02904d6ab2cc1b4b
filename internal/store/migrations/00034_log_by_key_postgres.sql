-- An event is written beside others without reading what they write: asking for the row that a foreign key names is reading, for which the
-- database breaks off one of two acts at the same moment, and a lock on the row of the agency that every act would wait for. Event and detail come
-- in one transaction, and neither an event nor an agency is ever removed.

-- +goose Up
ALTER TABLE event_detail DROP CONSTRAINT event_detail_tenant_id_event_id_fkey;
ALTER TABLE event DROP CONSTRAINT event_tenant_id_fkey;
