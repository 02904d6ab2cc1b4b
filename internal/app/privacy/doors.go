package privacy

import (
	"context"
	_ "embed"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/act"
)

//go:embed doors.tsv
var doorsText string

// The doors that are no way out of the data for anybody else.
const (
	DoorOwn   = "own"   // shown to whom it is about alone
	DoorNever = "never" // never leaves the data
)

// Doors gives for every restricted column (table.column) by which routes ("GET /…") and commands ("thidua …") it is shown; a test holds it to the
// register.
func Doors() map[string][]string { return doors }

var doors = readDoors()

func readDoors() map[string][]string {
	out := map[string][]string{}
	for line := range strings.Lines(doorsText) {
		if fields := strings.Split(strings.TrimSpace(line), "\t"); len(fields) > 1 && !strings.HasPrefix(line, "#") {
			out[fields[0]] = fields[1:]
		}
	}
	return out
}

// Shows tells whether a route shows restricted data of others.
func Shows(pattern string) bool { return shows[pattern] }

var shows = func() map[string]bool {
	out := map[string]bool{}
	for _, all := range doors {
		for _, door := range all {
			out[door] = door != DoorOwn && door != DoorNever
		}
	}
	return out
}()

// noted are the routes that tell the log themselves, before anything is shown.
var noted = []string{"GET /nguoi/{person}", "GET /du-lieu-ca-nhan/nguoi/{person}"}

// Looked notes that an actor was shown restricted data by a route; the log tells it once for each reader, object and day. name is what the page is called.
func (d *Desk) Looked(ctx context.Context, actor thidua.Actor, pattern, object, name string) error {
	if !Shows(pattern) || slices.Contains(noted, pattern) {
		return nil
	}
	return d.once(ctx, actor, object, act.Deed{Verb: thidua.LimitedSeen, Object: object, Name: name})
}
