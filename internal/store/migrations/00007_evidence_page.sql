-- +goose Up

-- page is where in the document the proof stands (trang), as it is cited in a report: "3", "3–5".
ALTER TABLE evidence ADD COLUMN page TEXT NOT NULL DEFAULT '';
