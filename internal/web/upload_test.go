package web_test

import (
	"archive/zip"
	"bufio"
	"bytes"
	"cmp"
	"io"
	"io/fs"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"thidua"

	"thidua/internal/doc"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/web/handle"
)

// fileFields are the names under which the forms of the program send a file; a probe sends its file under all of them.
var fileFields = []string{"tep", "scan", "signed", "sheet", "file", "evidence", "paper", "tep-goi"}

// readers are the doors whose file is read at once and not kept when it cannot be read, with what they say of the files of the test in their own words.
var readers = map[string]map[string]string{
	"POST /ke-hoach": {"trang.pdf": "Chưa đọc được tệp HTML", "chuong-trinh.exe": "Không tìm thấy dòng “KẾ HOẠCH”"},
	"POST /excel/{list}/{round}": {"trang.pdf": "Đây không phải tệp Excel", "trong.pdf": "Hãy chọn tệp.", "hong.docx": "Không đọc được tệp này.",
		"bom.docx": "Đây không phải tệp Excel", "chuong-trinh.exe": "Không đọc được tệp này."},
	"POST /goi-ho-so": noPackage, "POST /tiep-nhan/nhan-tep": noPackage, "POST /cho-quyet-dinh/nhan-tep": noPackage,
}

const notAPackage = "Tệp này không phải gói hồ sơ."

var noPackage = map[string]string{"trang.pdf": notAPackage, "trong.pdf": notAPackage, "hong.docx": notAPackage, "bom.docx": notAPackage, "chuong-trinh.exe": notAPackage}

// wordy are forms with room for much text, a plan as it was read or a list as it was looked at, and none for a file.
var wordy = []string{"POST /ke-hoach/{plan}", "POST /ke-hoach/{plan}/{action}", "POST /excel/{list}/{round}/ap-dung", "POST /excel/{list}/{round}/loi"}

// door is one way by which a file comes in: an address, and somebody who may use it.
type door struct{ who, path, key, pattern string }

// takesFile tells the routes whose limit leaves room for a file.
func takesFile(r handle.Route) bool {
	return strings.HasPrefix(r.Pattern, "POST") && r.MaxBody() >= 20<<20
}

func (h *hall) sendFile(d door, name string, content io.Reader) *httptest.ResponseRecorder {
	h.t.Helper()
	read, write := io.Pipe()
	form := multipart.NewWriter(write)
	go func() {
		err := form.WriteField("version", "77")
		if err == nil && d.key != "" {
			err = form.WriteField("key", d.key)
		}
		for _, field := range fileFields {
			if err == nil {
				var part io.Writer
				if part, err = form.CreateFormFile(field, name); err == nil && content != nil {
					_, err = io.Copy(part, content)
				}
			}
			if seeker, ok := content.(io.Seeker); ok && err == nil {
				_, err = seeker.Seek(0, io.SeekStart)
			} else {
				break
			}
		}
		if err == nil {
			err = form.Close()
		}
		_ = write.CloseWithError(err)
	}()
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1"+d.path, read)
	r.Header.Set("Content-Type", form.FormDataContentType())
	w := h.do(d.who, r)
	_ = read.Close()
	return w
}

// nth gives the id of an object of an agency by its table, the n-th where there are so many; one that never was where there is none.
func (h *hall) nth(t *testing.T, tenant string, n int) func(table string) string {
	raw := testkit.Raw(t, h.config)
	return func(table string) string {
		t.Helper()
		all := idsOf(t, raw, table, tenant)
		slices.Sort(all)
		if len(all) == 0 {
			return unknownID
		}
		return all[min(n, len(all)-1)]
	}
}

// senders are those who send files: of the agency, of Sở Nội vụ and of UBND tỉnh.
var senders = []string{ha, "Trần Mạnh Khôi", "Lê Thu Trang", "Lý Văn Dũng", "Đỗ Đức Đạt", "Người của Sở Nội vụ tỉnh Lào Cai", "Người của UBND tỉnh Lào Cai"}

// doors finds, for every route that takes a file, one address at which the program looks at it: a picture called a document is refused
// there with the sentence on its kind, or with that of the reader.
func (h *hall) doors(t *testing.T) (out []door) {
	t.Helper()
	for _, g := range h.server.Routes() {
		for _, r := range g.Routes {
			if !takesFile(r) || slices.Contains(wordy, r.Pattern) {
				continue
			}
			d, found := h.doorOf(t, r)
			if !found {
				t.Errorf("%s: no file sent there was looked at", r.Pattern)
				continue
			}
			out = append(out, d)
		}
	}
	return out
}

func (h *hall) doorOf(t *testing.T, r handle.Route) (d door, found bool) {
	t.Helper()
	says := cmp.Or(readers[r.Pattern]["trang.pdf"], "Không nhận loại tệp này")
	for _, who := range senders {
		if !r.Who.Allows(h.Actor(who)) {
			continue
		}
		for n := range 3 {
			for _, path := range paths(t, r.Pattern, h.nth(t, h.Actor(who).Tenant, n)) {
				d = door{who: who, path: path, pattern: r.Pattern}
				w := h.sendFile(d, "trang.pdf", strings.NewReader("<html><script>alert(1)</script></html>"))
				if w.Code == http.StatusUnprocessableEntity && strings.Contains(w.Body.String(), says) {
					return d, true
				}
			}
		}
	}
	return d, false
}

// files lists what the program keeps on disk.
func (h *hall) files() string {
	h.t.Helper()
	var all []string
	err := filepath.WalkDir(h.kept, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && d.Name() != "salt" {
			all = append(all, path)
		}
		return err
	})
	if err != nil {
		h.t.Fatal(err)
	}
	return strings.Join(all, "\n")
}

func openDoors(t *testing.T) *hall {
	t.Helper()
	h := openHall(t)
	fillForeign(t, h.Season)
	home, decide, err := foundAbove(h.core)
	if err != nil {
		t.Fatal(err)
	}
	fillAbove(t, h.core, h.Actor(ha), home, decide)
	h.Welcome(home)
	h.Welcome(decide)
	err = h.DB.Write(t.Context(), &store.Act{Tenant: h.Tenant, Actor: "account:cai-dat", Verb: "mo-mua"}, func(tx *store.Tx) error {
		return tx.InsertPaper(thidua.Paper{ID: store.NewID(), Round: h.Rounds[2024].ID, Kind: thidua.PaperProposal, State: thidua.PaperInSign, Title: "Tờ trình chờ số",
			Figures: []byte(`{}`)}, "to trinh cho so")
	})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// otherKind is what a door says of a name that one of its fields does not take; empty for one that all take.
func otherKind(pattern, name string) string {
	for _, t := range handle.Takes {
		if t.Pattern == pattern && !slices.Contains(t.Kinds, filepath.Ext(name)) {
			return "Không nhận loại tệp này"
		}
	}
	return ""
}

func TestABadFileIsRefusedInWordsAtEveryDoor(t *testing.T) {
	h := openDoors(t)
	doors, before, raw := h.doors(t), h.files(), testkit.Raw(t, h.config)
	facts := testkit.Fingerprint(t, raw)
	for _, d := range doors {
		for _, c := range []struct {
			name    string
			content io.Reader
			says    string
		}{
			{"trong.pdf", strings.NewReader(""), "không có nội dung"},
			{"hong.docx", strings.NewReader("PK\x03\x04cut"), "hỏng"},
			{"bom.docx", bytes.NewReader(officeBomb(t)), "bất thường"},
			{"chuong-trinh.exe", strings.NewReader("MZ\x90\x00"), "Không nhận loại tệp này"},
		} {
			page, code := h.read(h.sendFile(d, c.name, c.content))
			c.says = cmp.Or(readers[d.pattern][c.name], c.says)
			text, other := page.Find("main").Text(), otherKind(d.pattern, c.name)
			if said := strings.Contains(text, c.says) || other != "" && strings.Contains(text, other); code != http.StatusUnprocessableEntity || !said {
				t.Errorf("%s at %s: %d, wants 422 and %q in %.200s", c.name, d.path, code, c.says, page.Find(".errs").Text())
			}
		}
	}
	if after := h.files(); after != before {
		t.Errorf("refused files stay on disk:\n%s", after)
	}
	for table, hash := range testkit.Fingerprint(t, raw) {
		if facts[table] != hash {
			t.Errorf("table %s changed", table)
		}
	}
}

// TestAFileOfARefusedFormIsNotKept sends a sound file with a version that is long past, or without what else is needed.
func TestAFileOfARefusedFormIsNotKept(t *testing.T) {
	h := openDoors(t)
	for i, d := range h.doors(t) {
		var pdf bytes.Buffer
		if err := doc.New("Bản mẫu", "2025-01-14", true, doc.Text("Bản "+strings.Repeat("I", i+1))).PDF(&pdf); err != nil {
			t.Fatal(err)
		}
		before := h.files()
		w := h.sendFile(d, "ban-ky.pdf", bytes.NewReader(pdf.Bytes()))
		if kept := h.files() != before; kept != (w.Code == http.StatusSeeOther) || w.Code >= 500 {
			t.Errorf("%s: %d, file kept: %v", d.path, w.Code, kept)
		}
	}
}

// TestAPlanThatIsNotWrittenDownLeavesNoFile lets the write itself be refused, after the file was stored: the key has been used for another.
func TestAPlanThatIsNotWrittenDownLeavesNoFile(t *testing.T) {
	h := openHall(t)
	d := door{who: ha, path: "/ke-hoach", key: "once"}
	if w := h.sendFile(d, "ke-hoach.txt", bytes.NewReader(otherPlan(t))); w.Code != http.StatusSeeOther {
		t.Fatalf("the first: %d", w.Code)
	}
	before := h.files()
	other := bytes.ReplaceAll(otherPlan(t), []byte("(mẫu)"), []byte("(mẫu khác)"))
	if w := h.sendFile(d, "ke-hoach.txt", bytes.NewReader(other)); w.Code != http.StatusConflict {
		t.Errorf("another plan under the same key: %d", w.Code)
	}
	if n := h.rows("plan_source"); n != 1 || h.files() != before {
		t.Errorf("%d plans, files before and after:\n%s\n%s", n, before, h.files())
	}
	d.key = ""
	if w := h.sendFile(d, "ke-hoach.txt", bytes.NewReader(other)); w.Code != http.StatusSeeOther || h.files() == before {
		t.Errorf("the same plan on its own: %d", w.Code)
	}
}

// TestALargeFileStreams sends 200 MB to every door: refused for its size before the memory could hold it, and nothing stays in the folder
// of temporary files.
func TestALargeFileStreams(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	h := openDoors(t)
	for _, d := range h.doors(t) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		w := h.sendFile(d, "lon.pdf", io.LimitReader(letters{}, 200<<20))
		runtime.ReadMemStats(&after)
		if w.Code != http.StatusRequestEntityTooLarge || !strings.Contains(w.Body.String(), "MB") {
			t.Errorf("%s: %d", d.path, w.Code)
		}
		if took := (after.TotalAlloc - before.TotalAlloc) >> 20; took > 16 {
			t.Errorf("%s: %d MB of memory for a file that is refused", d.path, took)
		}
	}
	if left, err := os.ReadDir(temp); err != nil || len(left) != 0 {
		t.Errorf("%d temporary files stay, %v", len(left), err)
	}
	told := httptest.NewRequest(http.MethodPost, "http://127.0.0.1/ke-hoach", io.LimitReader(letters{}, 1))
	told.Header.Set("Content-Type", "multipart/form-data; boundary=x")
	told.ContentLength = 200 << 20
	if w := h.do(ha, told); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("a length that is told before: %d", w.Code)
	}
	if w := h.post(ha, "/don-vi", url.Values{"name": {strings.Repeat("a", 1<<20)}}); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("a form of 1 MB without files: %d", w.Code)
	}
}

// officeBomb is a document of a few kilobytes that unpacks to 16 MB.
func officeBomb(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, size := range map[string]int64{"[Content_Types].xml": 10, "word/document.xml": 16 << 20} {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.Copy(w, io.LimitReader(letters{}, size))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestWhoSendsTooMuchReadsWhy speaks as a browser does: it sends all before it reads the answer.
func TestWhoSendsTooMuchReadsWhy(t *testing.T) {
	s, a := newServer(t, nil)
	a.sessions["the-session"] = true
	server := httptest.NewServer(s.Handler())
	defer server.Close()
	line, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = line.Close() })
	const size = 40 << 20
	head := "POST /dang-xuat HTTP/1.1\r\nHost: " + server.Listener.Addr().String() + "\r\nCookie: __Host-thidua=the-session\r\n" +
		"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + strconv.Itoa(size) + "\r\n\r\n"
	if _, err := io.Copy(line, io.MultiReader(strings.NewReader(head), io.LimitReader(endless{}, size))); err != nil {
		t.Fatalf("cut off: %v", err)
	}
	answer, err := http.ReadResponse(bufio.NewReader(line), nil)
	if err != nil || answer.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("answered with %v, %v", answer, err)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}
