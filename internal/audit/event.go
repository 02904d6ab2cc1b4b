// Package audit is the arithmetic of the log: how an event is encoded, committed to and hashed into a Merkle tree (RFC 6962), how the
// tree is signed, and how a whole log is checked. It knows no SQL; the store keeps what it computes.
package audit

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

// encodingVersion opens every encoded event, so that an old leaf stays provable after the encoding changes.
const encodingVersion = "thidua event 1"

// Event is one act as the log keeps it for ever: no name and no free text, which stand behind TextHash and may be erased by law.
type Event struct {
	Tenant, ID            string
	At                    time.Time // real time, microseconds
	Actor, ActingFor      string    // account ids
	Verb, Object          string
	TextHash              string // commitment to Detail.text
	BeforeHash, AfterHash string // commitments to the values; empty when there was none
	Detail                *Detail
}

// Detail is the erasable part of an event: names, reason, address of origin and the values before and after as JSON.
type Detail struct {
	Salt                                  string
	ActorName, ObjectName, Reason, Origin string
	Before, After                         string
}

// NewSalt makes the 128 random bits that keep a commitment from being guessed.
func NewSalt() string {
	b := make([]byte, 16)
	rand.Read(b)
	return hex.EncodeToString(b)
}

// Seal sets the commitments of the event from its detail.
func (e *Event) Seal() {
	e.TextHash, e.BeforeHash, e.AfterHash = e.Detail.commitments()
}

// Keeps tells whether the detail still is what the event committed to; an erased detail keeps everything.
func (e *Event) Keeps() bool {
	if e.Detail == nil {
		return true
	}
	text, before, after := e.Detail.commitments()
	return text == e.TextHash && before == e.BeforeHash && after == e.AfterHash
}

func (d *Detail) commitments() (text, before, after string) {
	text = d.commit("text", fields(d.ActorName, d.ObjectName, d.Reason, d.Origin))
	if d.Before != "" {
		before = d.commit("before", []byte(d.Before))
	}
	if d.After != "" {
		after = d.commit("after", []byte(d.After))
	}
	return text, before, after
}

// commit binds a value without showing it: HMAC-SHA256 under the record's salt; what it stands for is part of it.
func (d *Detail) commit(purpose string, value []byte) string {
	m := hmac.New(sha256.New, []byte(d.Salt))
	m.Write(fields(purpose))
	m.Write(value)
	return hex.EncodeToString(m.Sum(nil))
}

// Encode gives the canonical bytes of the event: every field with its length before it, so that no two events share an encoding.
func (e *Event) Encode() []byte {
	at := binary.BigEndian.AppendUint64(nil, uint64(e.At.UnixMicro()))
	return fields(encodingVersion, e.Tenant, e.ID, string(at), e.Actor, e.ActingFor, e.Verb, e.Object, e.TextHash, e.BeforeHash, e.AfterHash)
}

// LeafHash is the hash of the event as a leaf of the tree (RFC 6962).
func (e *Event) LeafHash() tlog.Hash { return tlog.RecordHash(e.Encode()) }

func fields(values ...string) []byte {
	var out []byte
	for _, v := range values {
		out = binary.AppendUvarint(out, uint64(len(v)))
		out = append(out, v...)
	}
	return out
}
