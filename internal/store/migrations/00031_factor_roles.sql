-- The roles of which an agency asks a second factor, parted by spaces, besides those of which the operator asks it.

-- +goose Up
ALTER TABLE sign_in_rule ADD COLUMN factor_roles TEXT NOT NULL DEFAULT '';
