package store

import (
	"fmt"
	"regexp"
	"slices"
)

// upkeepTables hold no fact of the agency: they may be written without an event, and only they.
var upkeepTables = []string{
	"session", "sign_in_guard", "idempotency", "outbox", "lease", "leaf", "log_node", "checkpoint",
}

var written = regexp.MustCompile(`(?i)\b(?:INSERT\s+INTO|DELETE\s+FROM|UPDATE)\s+([a-z_]+)`)

// allowed keeps a transaction without an event to the upkeep tables. ON CONFLICT … DO UPDATE SET names no table of its own.
func (tx *Tx) allowed(query string) error {
	if !tx.upkeep {
		return nil
	}
	for _, m := range written.FindAllStringSubmatch(query, -1) {
		if m[1] != "SET" && !slices.Contains(upkeepTables, m[1]) {
			return fmt.Errorf("upkeep may not write to %s", m[1])
		}
	}
	return nil
}
