//go:build !linux

package testkit

import "testing"

func cloneOfTemplate(t testing.TB) string {
	t.Helper()
	t.Fatal("the tests start PostgreSQL on Linux only: use THIDUA_TEST_ENGINE=sqlite")
	return ""
}
