-- +goose Up

-- certificate_template holds how an agency prints on its own stock (mẫu in lời Bằng khen): sheet, boxes and printers as one text in JSON, because
-- they are measured, saved and used together.
CREATE TABLE certificate_template (
    tenant_id TEXT NOT NULL, body TEXT NOT NULL, version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id),
    FOREIGN KEY (tenant_id) REFERENCES tenant (id)
);
