package browser_test

import (
	"cmp"
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/agency"
	"thidua/internal/browser"
	"thidua/internal/sheet"
)

// kinds are the kinds of agency as the command line names them.
var kinds = map[string]thidua.AgencyKind{"so-noi-vu": thidua.AgencyHomeAffairs, "ubnd-tinh": thidua.AgencyProvince}

// workbook makes an .xlsx of a table of the script.
func (s *stage) workbook(args []string) {
	s.t.Helper()
	var columns []sheet.Column
	var rows [][]string
	for i, line := range strings.Split(strings.TrimSpace(string(s.tables[args[1]])), "\n") {
		cells := strings.Split(line, "|")
		for j := range cells {
			cells[j] = strings.TrimSpace(cells[j])
			if i == 0 {
				columns = append(columns, sheet.Column{Title: cells[j]})
			}
		}
		if i > 0 {
			rows = append(rows, cells)
		}
	}
	data, err := sheet.Write("Sheet", columns, rows)
	s.must(err)
	s.must(os.WriteFile(filepath.Join(s.dir, args[0]), data, 0o600))
}

// machine does what a line of the script has the command line do: it imports a list, or adds an account and founds its agency first.
func (s *stage) machine(args []string) {
	s.t.Helper()
	verb, name := args[0]+" "+args[1], args[2]
	f, said := flag.NewFlagSet(verb, flag.ContinueOnError), map[string]*string{}
	for _, flag := range []string{"agency", "kind", "parent", "place", "symbol", "leader", "person", "role", "data"} {
		said[flag] = f.String(flag, map[string]string{"role": string(thidua.RoleAdmin)}[flag], "")
	}
	f.Bool("password-stdin", false, "")
	s.must(f.Parse(args[3:]))
	ctx, who := context.Background(), thidua.Actor{Account: "operator", Roles: []thidua.Role{thidua.RoleAdmin}}
	all, err := s.Agencies(ctx)
	s.must(err)
	at := slices.IndexFunc(all, func(a thidua.Agency) bool { return a.Name == *said["agency"] || *said["agency"] == "" })
	if at < 0 {
		founded, err := s.FoundAgency(ctx, who, thidua.Agency{Name: *said["agency"], Kind: cmp.Or(kinds[*said["kind"]], thidua.AgencyOrdinary), Parent: *said["parent"],
			Place: *said["place"], Symbol: *said["symbol"], LeaderTitle: *said["leader"]})
		s.must(err)
		at, all = 0, []thidua.Agency{founded}
	}
	who.Tenant = all[at].ID
	if verb == "user add" {
		s.account(who, name, *said["person"], *said["role"])
		return
	}
	list, err := os.ReadFile(filepath.Join(s.dir, name))
	s.must(err)
	take := s.ImportPeople
	if verb == "import units" {
		take = s.ImportUnits
	}
	done, err := take(ctx, who, name, list, false)
	if s.must(err); len(done.Faults) > 0 {
		s.t.Fatalf("%s: %v", s.line, done.Faults)
	}
}

func (s *stage) account(who thidua.Actor, name, person, role string) {
	s.t.Helper()
	n := agency.NewAccount{UserName: name, Password: secret}
	if role != "" {
		n.Roles = []thidua.Role{thidua.Role(role)}
	}
	if person != "" {
		p, err := s.PersonCoded(context.Background(), who, person)
		s.must(err)
		n.Person = p.ID
	}
	_, _, err := s.AddAccount(context.Background(), who, n)
	s.must(err)
}

// trespass knocks, with the session of who acts now, at every door of the page that somebody else has open.
func (s *stage) trespass(user string) {
	s.t.Helper()
	open := browser.Eval[[][2]string](s.pages[user], doors)
	if len(open) < 2 {
		s.t.Fatalf("%s: %s has only %v open", s.line, user, open)
	}
	if let := browser.Eval[[]string](s.now, "("+knock+")("+quoted(open)+")"); len(let) > 0 {
		s.t.Fatalf("%s: not shut: %v", s.line, let)
	}
}

const doors = `[["GET", location.pathname + location.search]]
	.concat([...document.querySelectorAll("main form[method=post]")].map(f => ["POST", f.getAttribute("action")]))
	.concat([...document.querySelectorAll("main a[href]")].filter(a => a.pathname.split("/").length > 2).map(a => ["GET", a.pathname + a.search]))`

const knock = `open => open.map(([method, path]) => {
	const r = new XMLHttpRequest();
	r.open(method, path, false);
	r.setRequestHeader("Content-Type", "application/x-www-form-urlencoded");
	r.send(method === "POST" ? "version=1&reason=x" : null);
	return r.status === 403 || r.status === 404 ? "" : r.status + " " + method + " " + path;
}).filter(Boolean)`
