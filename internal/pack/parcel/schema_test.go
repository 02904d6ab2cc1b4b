package parcel

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"
)

// TestTheSchemaSaysWhatTheDataAre walks the types: a field that the published schema leaves out, or one that it invents, is found.
func TestTheSchemaSaysWhatTheDataAre(t *testing.T) {
	published, err := os.ReadFile("../../../docs/parcel.schema.json")
	if err != nil || !bytes.Equal(published, SchemaText) {
		t.Errorf("docs/parcel.schema.json is not the schema that packages carry: %v", err)
	}
	var schema struct {
		Properties map[string]any
		Defs       map[string]struct {
			Properties map[string]any
			Required   []string
		} `json:"$defs"`
	}
	if err := json.Unmarshal(SchemaText, &schema); err != nil {
		t.Fatal(err)
	}
	compare := func(of reflect.Type, properties map[string]any) {
		fields := map[string]bool{}
		for i := range of.NumField() {
			name, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
			if fields[name] = true; properties[name] == nil {
				t.Errorf("the schema leaves %s.%s out", of.Name(), name)
			}
		}
		for name := range properties {
			if !fields[name] {
				t.Errorf("the schema invents %s.%s", of.Name(), name)
			}
		}
	}
	compare(reflect.TypeFor[Data](), schema.Properties)
	all := []reflect.Type{reflect.TypeFor[Agency](), reflect.TypeFor[Movement](), reflect.TypeFor[Letter](), reflect.TypeFor[Subject](),
		reflect.TypeFor[Registration](), reflect.TypeFor[Target](), reflect.TypeFor[Proposal](), reflect.TypeFor[Standard](),
		reflect.TypeFor[Criterion](), reflect.TypeFor[Award](), reflect.TypeFor[Paper](), reflect.TypeFor[Answer](), reflect.TypeFor[Part](),
		reflect.TypeFor[Result](), reflect.TypeFor[Deadline]()}
	for _, of := range all {
		compare(of, schema.Defs[strings.ToLower(of.Name())].Properties)
	}
	if len(schema.Defs) != len(all) {
		t.Errorf("the schema defines %d kinds, the data have %d", len(schema.Defs), len(all))
	}
}
