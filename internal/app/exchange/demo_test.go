package exchange_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/exchange"
	"thidua/internal/demo"
	"thidua/internal/file"
	"thidua/internal/sheet"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/testkit/oracle"
)

const password = "một mùa thi đua mẫu"

// sample plays the sample season up to a day.
func sample(t *testing.T, day thidua.Date) *app.App {
	t.Helper()
	clock := &demo.Clock{}
	db := testkit.Open(t, func(c *store.Config) { c.Clock = clock.Now })
	files, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	a := app.New(db, app.WithFiles(files))
	if err := demo.Play(context.Background(), a, clock, day, password); err != nil {
		t.Fatal(err)
	}
	return a
}

func signIn(t *testing.T, a *app.App, user string) thidua.Actor {
	t.Helper()
	_, actor, err := a.SignIn(context.Background(), user, password, "")
	if err != nil {
		t.Fatalf("%s: %v", user, err)
	}
	return actor
}

func written(t *testing.T, b sheet.Workbook) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := sheet.WriteWorkbook(&out, b); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestAFileThatNobodyTouchedDiffersInNothing writes every list of every year for everybody of the sample and reads it back: not a cell
// differs, and LibreOffice saving the file again changes nothing of that.
func TestAFileThatNobodyTouchedDiffersInNothing(t *testing.T) {
	a := sample(t, "2025-01-14")
	x, ctx, dir := exchange.New(a), context.Background(), t.TempDir()
	opened, open := 0, map[string]*exchange.List{}
	for _, account := range demo.Accounts() {
		actor := signIn(t, a, account.UserName)
		years, err := a.Years(ctx, actor)
		if err != nil {
			t.Fatal(err)
		}
		rounds := []string{exchange.NoRound}
		for _, r := range years.Rounds {
			rounds = append(rounds, r.ID)
		}
		for _, name := range exchange.Names() {
			for i, round := range rounds {
				if name.OfYear() == (round == exchange.NoRound) {
					continue
				}
				l, err := x.Open(ctx, actor, name, round)
				if k := thidua.KindOf(err); k == thidua.Forbidden || k == thidua.NotFound {
					continue
				}
				if err != nil {
					t.Fatalf("%s, %s: %v", account.UserName, name, err)
				}
				opened++
				data := written(t, l.Workbook(false))
				untouched(t, l, data, account.UserName)
				if file := string(name) + string(rune('a'+i)) + ".xlsx"; account.UserName == "nttha" {
					open[file] = l
					if err := os.WriteFile(filepath.Join(dir, file), data, 0o600); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
	if opened < 60 || len(open) < 10 {
		t.Errorf("only %d lists were opened, %d by Văn phòng", opened, len(open))
	}
	again(t, dir, open)
}

// again has LibreOffice save every file once more.
func again(t *testing.T, dir string, open map[string]*exchange.List) {
	t.Helper()
	office, to := oracle.Need(t, "soffice", "libreoffice-calc"), t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(to, "profile"), "--headless", "--convert-to", "xlsx", "--outdir", to}
	for file := range open {
		args = append(args, filepath.Join(dir, file))
	}
	if said, err := exec.Command(office, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	for file, l := range open {
		data, err := os.ReadFile(filepath.Join(to, file))
		if err != nil {
			t.Fatal(err)
		}
		untouched(t, l, data, "LibreOffice, "+file)
	}
}

func untouched(t *testing.T, l *exchange.List, data []byte, who string) {
	t.Helper()
	typed, _, err := l.Read(data)
	if err != nil {
		t.Fatalf("%s, %s: %v", who, l.Name, err)
	}
	rows := 0
	for _, c := range l.Counts() {
		rows += c.Rows
	}
	tally := l.TallyOf(l.Compare(typed))
	if want := (exchange.Tally{Same: rows}); tally != want {
		t.Errorf("%s, %s: %+v, want %+v", who, l.Name, tally, want)
	}
}
