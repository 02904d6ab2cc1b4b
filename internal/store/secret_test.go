package store_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/binary"
	"encoding/pem"
	"io"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/store"
)

// pretended is a server that speaks PostgreSQL as far as asking for the password, in TLS where it has a certificate.
func pretended(t *testing.T, cert *tls.Certificate) (address string, heard <-chan string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	told := make(chan string, 20)
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			told <- passwordOf(conn, cert)
			_ = conn.Close()
		}
	}()
	return l.Addr().String(), told
}

// passwordOf gives the password that a client sends, empty for one that ends before.
func passwordOf(conn net.Conn, cert *tls.Certificate) string {
	if cert != nil {
		if _, err := io.CopyN(io.Discard, conn, 8); err != nil { // may it be TLS?
			return ""
		}
		if _, err := conn.Write([]byte("S")); err != nil {
			return ""
		}
		conn = tls.Server(conn, &tls.Config{Certificates: []tls.Certificate{*cert}, MinVersion: tls.VersionTLS12})
	}
	var size [4]byte
	if _, err := io.ReadFull(conn, size[:]); err != nil {
		return ""
	}
	if _, err := io.CopyN(io.Discard, conn, int64(binary.BigEndian.Uint32(size[:]))-4); err != nil {
		return ""
	}
	if _, err := conn.Write([]byte{'R', 0, 0, 0, 8, 0, 0, 0, 3}); err != nil {
		return ""
	}
	var head [5]byte
	if _, err := io.ReadFull(conn, head[:]); err != nil {
		return ""
	}
	said, err := io.ReadAll(io.LimitReader(conn, int64(binary.BigEndian.Uint32(head[1:]))-4))
	if err != nil {
		return ""
	}
	return strings.TrimRight(string(said), "\x00")
}

// authority makes a certificate for this machine that nobody but who holds its file knows, and the file.
func authority(t *testing.T) (*tls.Certificate, string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	about := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "CSDL (mẫu)"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}}
	der, err := x509.CreateCertificate(rand.Reader, about, about, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "goc.pem")
	if err := os.WriteFile(name, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600); err != nil {
		t.Fatal(err)
	}
	return &tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, name
}

// TestThePasswordOfPostgreSQLStandsInAFile gives an address without a password: it is read from the file that the operator names, as from a credential of systemd.
func TestThePasswordOfPostgreSQLStandsInAFile(t *testing.T) {
	address, heard := pretended(t, nil)
	name := filepath.Join(t.TempDir(), "pgpass")
	if err := os.WriteFile(name, []byte(address+":thidua:ung-dung:mat-khau-trong-tep\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PGPASSFILE", name)
	_, err := store.Open(ctx, store.Config{URL: "postgres://ung-dung@" + address + "/thidua?sslmode=disable"})
	refusal(t, err, thidua.Invalid, store.CodeUnreachable)
	if got := <-heard; got != "mat-khau-trong-tep" {
		t.Errorf("the server is told %q", got)
	}
}

// TestTheDatabaseProvesItselfByItsAuthority names the authority of the database in its address: a server of another one hears no password, its own does.
func TestTheDatabaseProvesItselfByItsAuthority(t *testing.T) {
	cert, own := authority(t)
	_, other := authority(t)
	for root, want := range map[string]string{own: "s3cret", other: ""} {
		address, heard := pretended(t, cert)
		_, err := store.Open(ctx, store.Config{URL: "postgres://u:s3cret@" + address + "/x?sslmode=verify-full&sslrootcert=" + root})
		refusal(t, err, thidua.Invalid, store.CodeUnreachable)
		if got := <-heard; got != want {
			t.Errorf("the server is told %q, want %q", got, want)
		}
	}
}
