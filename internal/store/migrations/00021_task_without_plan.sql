-- +goose Up

-- A task may be pasted into a year from a table: it has no plan then. Neither engine drops NOT NULL in the words of the other, so the table is
-- made anew.
CREATE TABLE reform_task_anew (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, round_id TEXT NOT NULL, plan_id TEXT, ord BIGINT NOT NULL,
    number TEXT NOT NULL DEFAULT '', body TEXT NOT NULL, product TEXT NOT NULL DEFAULT '', unit_id TEXT NOT NULL,
    lead_words TEXT NOT NULL DEFAULT '', support_words TEXT NOT NULL DEFAULT '', due_words TEXT NOT NULL DEFAULT '',
    due TEXT NOT NULL DEFAULT '', inclusive BOOLEAN NOT NULL DEFAULT FALSE,
    state TEXT NOT NULL CHECK (state IN ('reform-task.open','reform-task.done','reform-task.withdrawn')),
    done_on TEXT NOT NULL DEFAULT '', done_note TEXT NOT NULL DEFAULT '', reason TEXT NOT NULL DEFAULT '', version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, round_id) REFERENCES round (tenant_id, id),
    FOREIGN KEY (tenant_id, plan_id) REFERENCES plan_source (tenant_id, id),
    FOREIGN KEY (tenant_id, unit_id) REFERENCES unit (tenant_id, id)
);
INSERT INTO reform_task_anew (tenant_id, id, round_id, plan_id, ord, number, body, product, unit_id, lead_words, support_words, due_words, due,
    inclusive, state, done_on, done_note, reason, version)
    SELECT tenant_id, id, round_id, plan_id, ord, number, body, product, unit_id, lead_words, support_words, due_words, due,
    inclusive, state, done_on, done_note, reason, version FROM reform_task;
DROP TABLE reform_task;
ALTER TABLE reform_task_anew RENAME TO reform_task;
CREATE INDEX reform_task_round ON reform_task (tenant_id, round_id, ord);
CREATE INDEX reform_task_plan ON reform_task (tenant_id, plan_id);
CREATE INDEX reform_task_unit ON reform_task (tenant_id, unit_id, state);
