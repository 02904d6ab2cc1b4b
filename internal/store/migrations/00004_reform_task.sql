-- +goose Up

-- reform_task holds the tasks of yearly reform plans by round: the words of the plan, beside them the owner and the day that Văn phòng set, and
-- what was recorded when they were done.
CREATE TABLE reform_task (
    tenant_id TEXT NOT NULL, id TEXT NOT NULL, round_id TEXT NOT NULL, plan_id TEXT NOT NULL, ord BIGINT NOT NULL,
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
CREATE INDEX reform_task_round ON reform_task (tenant_id, round_id, ord);
CREATE INDEX reform_task_plan ON reform_task (tenant_id, plan_id);
CREATE INDEX reform_task_unit ON reform_task (tenant_id, unit_id, state);
CREATE INDEX plan_source_file ON plan_source (tenant_id, file_hash);
