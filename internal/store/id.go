package store

import "github.com/google/uuid"

// NewID makes an id that sorts by the time of its making (UUIDv7).
func NewID() string { return uuid.Must(uuid.NewV7()).String() }
