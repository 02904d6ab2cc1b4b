// Package release tells what a program was built of: the parts with their versions, and whether those are new enough to be trusted with data.
package release

import (
	"cmp"
	"strconv"
	"strings"
)

// Least is the oldest version of a part that the server starts with, and why.
type Least struct {
	Part, Version, Reason string
}

// Minimums lists the parts whose faults would reach the data or the people behind them.
var Minimums = []Least{
	{"Go", "1.26.6", "until then a connection that sends nothing of its first bytes is not ended in time (CVE-2026-56853); holds the mendings of os.Root, " +
		"net/http, encoding/xml and html/template of the year. What 1.26.9 mends of HTTP/2 is not reached: the server speaks HTTP/1.1 alone"},
	{"SQLite", "3.51.3", "until then a checkpoint beside a commit could damage a database in WAL mode"},
}

// Outdated gives the minimum that a part misses; nil when its version is new enough, or the part is none of the list.
func Outdated(part, version string) *Least {
	for _, m := range Minimums {
		if m.Part == part && Compare(version, m.Version) < 0 {
			return &m
		}
	}
	return nil
}

// Compare orders two versions of numbers and dots, with or without a word before them; a version that is made while it is developed counts as the newest.
func Compare(a, b string) int {
	x, y := numbers(a), numbers(b)
	for i := range max(len(x), len(y)) {
		if c := cmp.Compare(at(x, i), at(y, i)); c != 0 {
			return c
		}
	}
	return 0
}

const newest = 1 << 30

func numbers(version string) (out []int) {
	version, _, _ = strings.Cut(strings.TrimLeft(version, "gov"), " ")
	if strings.HasPrefix(version, "devel") || strings.HasPrefix(version, "el") {
		return []int{newest}
	}
	version, _, _ = strings.Cut(version, "-")
	for part := range strings.SplitSeq(version, ".") {
		digits := strings.IndexFunc(part, func(r rune) bool { return r < '0' || r > '9' })
		if digits >= 0 {
			part = part[:digits]
		}
		n, _ := strconv.Atoi(part)
		out = append(out, n)
	}
	return out
}

func at(n []int, i int) int {
	if i < len(n) {
		return n[i]
	}
	return 0
}
