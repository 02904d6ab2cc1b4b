package sign

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
)

// After says what followed the signed bytes.
type After int

// What can follow, from the harmless to the grave.
const (
	// AfterNothing is a file that ends with the signed bytes.
	AfterNothing After = iota
	// AfterSignatures is further signatures that hold, and certificates to check them: what was signed looks as it did.
	AfterSignatures
	// AfterProperties is a change of the file's properties, such as its title, besides.
	AfterProperties
	// AfterContent is a change of what is seen or cannot be told: what is read now is not what was signed.
	AfterContent
)

// maxSteps bounds the comparisons of one file, in objects.
const maxSteps = 2 << 20

// comparison walks two revisions side by side, from the root.
type comparison struct {
	old, now *file
	good     map[ref]bool // signature dictionaries that hold
	seen     map[pair]bool
	queue    []pair
	paths    []string // of the queue
	after    After
	changed  []string
}

// pair is an object of both revisions, and what a difference between them means.
type pair struct {
	old, now ref
	how      After
}

// since compares the revision that a signature covers with the file as it is now.
func (f *file) since(s field, good map[ref]bool, steps *int) (After, []string) {
	if s.end == len(f.b) {
		return AfterNothing, nil
	}
	old, err := open(f.b[:s.end], f.unpack)
	if err != nil {
		return AfterContent, []string{"revision"}
	}
	c := &comparison{old: old, now: f, good: good, seen: map[pair]bool{}, after: AfterSignatures}
	if !c.covers(s) {
		return AfterContent, []string{"revision"}
	}
	c.catalogs()
	c.equal("Info", old.trailer["Info"], f.trailer["Info"], AfterProperties)
	c.drain(steps)
	if f.err != nil || old.err != nil {
		return AfterContent, append(c.changed, "unreadable")
	}
	return c.after, c.changed
}

// covers asks that the signature itself stands in the revision that it covers.
func (c *comparison) covers(s field) bool {
	for _, o := range c.old.signatures() {
		if o.value == s.value && o.ok && o.end == s.end {
			return true
		}
	}
	return false
}

func (c *comparison) note(path string, how After) {
	c.after = max(c.after, how)
	if len(c.changed) < 20 {
		c.changed = append(c.changed, path)
	}
}

// catalogs compares the roots of both revisions.
func (c *comparison) catalogs() {
	old, now := c.old.catalog(), c.now.catalog()
	for _, key := range union(old, now) {
		switch key {
		case "AcroForm":
			c.forms(c.old.dict(old[key]), c.now.dict(now[key]))
		case "DSS", "Extensions":
			if old[key] != nil {
				c.equal(string(key), old[key], now[key], AfterSignatures)
			}
		case "Metadata":
			c.equal(string(key), old[key], now[key], AfterProperties)
		default:
			c.equal(string(key), old[key], now[key], AfterContent)
		}
	}
}

func union(a, b dict) []name {
	all := maps.Clone(a)
	if all == nil {
		all = dict{}
	}
	maps.Copy(all, b)
	return slices.Sorted(maps.Keys(all))
}

// forms lets signature fields be added, and nothing else.
func (c *comparison) forms(old, now dict) {
	for _, key := range union(old, now) {
		switch key {
		case "SigFlags":
		case "DR", "DA": // letters for fields with text, of which there must be none
			if old[key] != nil || !c.onlySignatures(c.old.array(old["Fields"])) {
				c.equal("AcroForm/"+string(key), old[key], now[key], AfterContent)
			}
		case "Fields":
			c.lists("AcroForm/Fields", c.old.array(old[key]), c.now.array(now[key]))
		default:
			c.equal("AcroForm/"+string(key), old[key], now[key], AfterContent)
		}
	}
}

func (c *comparison) onlySignatures(fields array) bool {
	for _, v := range fields {
		if d := c.old.dict(v); d["FT"] != name("Sig") || d["Kids"] != nil {
			return false
		}
	}
	return true
}

// lists lets signature fields be added at the end of a list of fields or annotations.
func (c *comparison) lists(path string, old, now array) {
	if len(now) < len(old) {
		c.note(path, AfterContent)
		return
	}
	for i, v := range old {
		c.equal(fmt.Sprintf("%s/%d", path, i), v, now[i], AfterContent)
	}
	for i, v := range now[len(old):] {
		if !c.signature(v) {
			c.note(fmt.Sprintf("%s/%d", path, len(old)+i), AfterContent)
		}
	}
}

// signature tells whether a new field or annotation belongs to a signature that holds.
func (c *comparison) signature(v any) bool {
	d := c.now.dict(v)
	if d["V"] == nil { // an annotation apart from its field
		d = c.now.dict(d["Parent"])
	}
	value, ok := d["V"].(ref)
	return ok && c.good[value] && c.now.resolve(d["FT"]) == name("Sig")
}

// equal compares two values, and what they refer to when the queue is drained.
func (c *comparison) equal(path string, old, now any, how After) {
	a, isRef := old.(ref)
	b, too := now.(ref)
	if !isRef || !too {
		c.values(path, c.old.resolve(old), c.now.resolve(now), how)
		return
	}
	p := pair{a, b, how}
	if !c.seen[p] {
		c.seen[p] = true
		c.queue, c.paths = append(c.queue, p), append(c.paths, path)
	}
}

func (c *comparison) drain(steps *int) {
	for i := 0; i < len(c.queue); i++ {
		if *steps--; *steps < 0 {
			c.note(c.paths[i], AfterContent)
			return
		}
		c.values(c.paths[i], c.old.resolve(c.queue[i].old), c.now.resolve(c.queue[i].now), c.queue[i].how)
	}
}

func (c *comparison) values(path string, old, now any, how After) {
	switch old := old.(type) {
	case array:
		if now, ok := now.(array); ok && len(now) == len(old) {
			for i := range old {
				c.equal(path, old[i], now[i], how)
			}
			return
		}
	case dict:
		if now, ok := now.(dict); ok {
			c.dicts(path, old, now, how)
			return
		}
	case stream:
		if now, ok := now.(stream); ok && bytes.Equal(old.raw, now.raw) {
			c.dicts(path, old.dict, now.dict, how)
			return
		}
	default:
		if same(old, now) {
			return
		}
	}
	c.note(path, how)
}

// same compares values that hold no others.
func same(old, now any) bool {
	if a, ok := old.(text); ok {
		b, ok := now.(text)
		return ok && a.s == b.s
	}
	return plain(now) && old == now
}

// plain tells whether a value can be compared as it is.
func plain(v any) bool {
	switch v.(type) {
	case array, dict, stream:
		return false
	}
	return true
}

func (c *comparison) dicts(path string, old, now dict, how After) {
	isPage := c.old.resolve(old["Type"]) == name("Page")
	waiting := c.old.resolve(old["FT"]) == name("Sig") && old["V"] == nil && c.signature(now)
	for _, key := range union(old, now) {
		switch {
		case isPage && key == "Annots":
			c.lists(path+"/Annots", c.old.array(old[key]), c.now.array(now[key]))
		case waiting && (key == "V" || key == "AP" || key == "F"):
		default:
			c.equal(deeper(path, key), old[key], now[key], how)
		}
	}
}

// deeper keeps paths short: where a change lies is told by their beginning.
func deeper(path string, key name) string {
	if len(path) > 120 {
		return path
	}
	return path + "/" + string(key)
}
