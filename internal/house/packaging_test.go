package house

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// confining are the lines of the service without which it could do more than it has to.
var confining = strings.Fields(`NoNewPrivileges=yes CapabilityBoundingSet= AmbientCapabilities= ProtectSystem=strict ProtectHome=yes PrivateTmp=yes PrivateDevices=yes
	ProtectKernelLogs=yes ProtectKernelModules=yes ProtectKernelTunables=yes ProtectClock=yes ProtectControlGroups=yes ProtectHostname=yes ProtectProc=invisible
	RestrictNamespaces=yes RestrictSUIDSGID=yes LockPersonality=yes MemoryDenyWriteExecute=yes SystemCallFilter=@system-service SystemCallArchitectures=native
	LimitCORE=0 MemoryMax=1G UMask=0077 ReadWritePaths=/var/lib/thidua User=thidua`)

// TestTheServiceIsConfined holds the unit of systemd to what it has to refuse; scripts/sandbox.sh lets systemd judge it.
func TestTheServiceIsConfined(t *testing.T) {
	unit := shipped(t, "thidua.service")
	for _, line := range append(confining, "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX") {
		if !slices.Contains(unit, line) {
			t.Errorf("packaging/thidua.service lacks %s", line)
		}
	}
	if mail := shipped(t, "thidua.service.d/mail.conf"); !slices.Contains(mail, "LoadCredential=smtp-password:/etc/thidua/smtp-password") {
		t.Error("the password of mail is no credential")
	}
	oidc := shipped(t, "thidua.service.d/oidc.conf")
	for _, line := range []string{"LoadCredential=oidc-secret:/etc/thidua/oidc-secret", "Environment=THIDUA_OIDC_SECRET_FILE=%d/oidc-secret"} {
		if !slices.Contains(oidc, line) {
			t.Errorf("the secret of the provider is no credential: no %s", line)
		}
	}
	database := shipped(t, "thidua.service.d/postgres.conf")
	for _, line := range []string{"LoadCredential=pgpass:/etc/thidua/pgpass", "Environment=PGPASSFILE=%d/pgpass",
		`--database-url postgres://thidua_app@csdl.example/thidua?sslmode=verify-full&sslrootcert=/etc/thidua/csdl-ca.pem \`} {
		if !slices.Contains(database, line) {
			t.Errorf("the password of the database is no credential, or goes to anybody: no %s", line)
		}
	}
}

// TestTheProxyTellsTheTruth holds the sample proxy to what the server believes of it: the Host as it came, one address, and that the proxy saw itself.
func TestTheProxyTellsTheTruth(t *testing.T) {
	conf := shipped(t, "nginx.conf")
	passes := 0
	for _, line := range conf {
		if strings.HasPrefix(line, "proxy_pass ") {
			passes++
		}
	}
	for _, line := range []string{"proxy_set_header Host $http_host;", "proxy_set_header X-Forwarded-For $remote_addr;", `proxy_set_header Forwarded "";`, `proxy_set_header X-Real-IP "";`} {
		n := 0
		for _, l := range conf {
			if l == line {
				n++
			}
		}
		if passes == 0 || n != passes {
			t.Errorf("%d of %d places that pass requests on say %s", n, passes, line)
		}
	}
	for _, line := range []string{"client_header_timeout 5s;", "client_max_body_size 300m;", "server_tokens off;", "limit_conn thidua_people 50;", `"~^/(lich|lanh-dao|dat-mat-khau)/" 0;`, "access_log /var/log/nginx/thidua.log thidua if=$thidua_logged;"} {
		if !slices.Contains(conf, line) {
			t.Errorf("the proxy does not say %s", line)
		}
	}
}

// TestTheProxyLeadsPagesAloneToTLS reads what the sample proxy does with plain HTTP: it writes nothing down, refuses what is not asked for as a page, and leads
// the rest to the configured name.
func TestTheProxyLeadsPagesAloneToTLS(t *testing.T) {
	conf := shipped(t, "nginx.conf")
	begin, end := slices.Index(conf, "listen 80;"), slices.Index(conf, "listen 443 ssl;")
	if begin < 0 || end < begin {
		t.Fatal("no server for plain HTTP stands before the one for TLS")
	}
	plain := conf[begin:end]
	at := -1
	for _, line := range []string{"access_log off;", "if ($request_method !~ ^(GET|HEAD)$) {", "return 403;", "return 301 https://thidua.example$request_uri;"} {
		i := slices.Index(plain, line)
		if i <= at {
			t.Errorf("%q stands at line %d of the plain server, after line %d is wanted", line, i, at)
		}
		at = i
	}
	if i := slices.IndexFunc(plain, func(l string) bool { return strings.HasPrefix(l, "proxy_pass ") }); i >= 0 {
		t.Error("plain HTTP is passed on")
	}
}

// shipped gives the lines of a file of packaging without the space around them.
func shipped(t *testing.T, name string) (out []string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "packaging", name))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		out = append(out, strings.TrimSpace(line))
	}
	return out
}
