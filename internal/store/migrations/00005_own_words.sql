-- +goose Up

-- own_words holds what an agency says in the place of a part of a form of official papers, from a day on; empty words give the part back to the form.
CREATE TABLE own_words (
    tenant_id TEXT NOT NULL, form TEXT NOT NULL, part TEXT NOT NULL, from_day TEXT NOT NULL, words TEXT NOT NULL DEFAULT '',
    by_name TEXT NOT NULL, at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, form, part, from_day)
);
