// Package memory keeps what one request has read, so that the session, the page and its frame, each in a transaction of its own, ask once for a
// list that all of them need.
package memory

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"sync"
	"time"
)

// Memory is what a request has read. It ends with the request and is emptied by every write under it; a nil one remembers nothing.
type Memory struct {
	mu   sync.Mutex
	rows map[string]any
}

type contextKey struct{}

// Begin gives the context of a request with a memory of its own.
func Begin(ctx context.Context) context.Context {
	return context.WithValue(ctx, contextKey{}, &Memory{rows: map[string]any{}})
}

// Of gives the memory of a request; nil outside of one.
func Of(ctx context.Context) *Memory {
	m, _ := ctx.Value(contextKey{}).(*Memory)
	return m
}

// Forget empties the memory before a write, and again after it for who read meanwhile.
func (m *Memory) Forget() {
	if m != nil {
		m.mu.Lock()
		defer m.mu.Unlock()
		clear(m.rows)
	}
}

// Key is a query with its arguments; the agency is one of them.
func (m *Memory) Key(query string, args []any) string {
	if m == nil {
		return ""
	}
	return fmt.Sprintf("%s %#v", query, args)
}

// Recall gives a copy of the rows of a query that was asked before.
func Recall[T any](m *Memory, key string) ([]T, bool) {
	if m == nil {
		return nil, false
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	rows, known := m.rows[key].([]T)
	return slices.Clone(rows), known
}

// Keep remembers a copy of rows, unless something lies behind them that two readers would share.
func Keep[T any](m *Memory, key string, rows []T) {
	if m == nil || slices.ContainsFunc(rows, func(row T) bool { return shares(reflect.ValueOf(&row).Elem()) }) {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.rows[key] = slices.Clone(rows)
}

// flat are the types that were found to hold nothing behind them, whatever their value.
var flat sync.Map

// shares tells whether a value refers to something that its copy would refer to as well.
func shares(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Map, reflect.Slice, reflect.Pointer, reflect.Interface, reflect.Func, reflect.Chan:
		return !v.IsNil()
	case reflect.Struct:
		if isFlat(v.Type()) {
			return false
		}
		for i := range v.NumField() {
			if shares(v.Field(i)) {
				return true
			}
		}
	}
	return false
}

func isFlat(t reflect.Type) bool {
	if known, ok := flat.Load(t); ok {
		return known.(bool)
	}
	is := t == reflect.TypeFor[time.Time]() || plain(t)
	flat.Store(t, is)
	return is
}

// plain looks through a type; the place of a time is the same for everybody and never changed.
func plain(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Map, reflect.Slice, reflect.Pointer, reflect.Interface, reflect.Func, reflect.Chan:
		return false
	case reflect.Array:
		return plain(t.Elem())
	case reflect.Struct:
		for i := range t.NumField() {
			if !isFlat(t.Field(i).Type) {
				return false
			}
		}
	}
	return true
}
