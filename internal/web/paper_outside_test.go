package web_test

import (
	"archive/zip"
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"io"
	"math/big"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"thidua"
	"thidua/internal/testkit"
)

// send posts the form at a selector of a page with changed values and files of its own.
func (p *passed) send(who string, d *goquery.Document, selector, action string, change url.Values, files map[string][]byte) *httptest.ResponseRecorder {
	p.t.Helper()
	if action == "" {
		var ok bool
		if action, ok = d.Find(selector).First().Attr("action"); !ok {
			p.t.Fatalf("no form %s: %s", selector, d.Find("main").Text())
		}
	}
	values := fieldsOf(d, selector)
	for name, v := range change {
		values[name] = v
	}
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for name, all := range values {
		for _, v := range all {
			if err := w.WriteField(name, v); err != nil {
				p.t.Fatal(err)
			}
		}
	}
	for field, data := range files {
		name := map[string]string{"edited": "sua.docx", "certificate": "khoi.pem", "value": "chu-ky.bin"}[field]
		part, err := w.CreateFormFile(field, name)
		if err != nil {
			p.t.Fatal(err)
		}
		if _, err := part.Write(data); err != nil {
			p.t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		p.t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1"+action, &body)
	r.Header.Set("Content-Type", w.FormDataContentType())
	return p.do(who, r)
}

func (p *passed) download(who, path string) (*httptest.ResponseRecorder, []byte) {
	p.t.Helper()
	w := p.do(who, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+path, nil))
	return w, w.Body.Bytes()
}

// retyped changes the text of a Word file.
func retyped(t *testing.T, docx []byte, old, text string) []byte {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, f := range from.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		w, err := to.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(bytes.ReplaceAll(data, []byte(old), []byte(text))); err != nil {
			t.Fatal(err)
		}
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestAPaperEditedOnWordComesBackOnThePages(t *testing.T) {
	p := openPassed(t)
	p.act(ha, p.file(), `form[action$="/ho-so"]`, nil)
	letter := p.papers()[0]
	_, own := p.download(ha, letter+"/tep/van-ban.docx")
	d, _ := p.get(ha, letter)
	w := p.send(ha, d, by(thidua.ReceiveEdit), "", nil, nil)
	if again, code := p.read(w); code != http.StatusUnprocessableEntity || again.Find(".err").Length() == 0 {
		t.Errorf("without a file: %d", code)
	}
	edited := retyped(t, own, "Phạm Mai Anh", "Phạm Mai Ánh")
	w = p.send(ha, d, by(thidua.ReceiveEdit), "", nil, map[string][]byte{"edited": edited})
	if w.Code != http.StatusSeeOther {
		t.Fatalf("brought back: %d", w.Code)
	}
	page := w.Header().Get("Location")
	d, code := p.get(ha, page)
	text := d.Find("main").Text()
	if code != http.StatusOK || !strings.Contains(text, "Số liệu khác dữ liệu") || d.Find("del").Text() != "bỏ: Anh" || d.Find("ins").Text() != "thêm: Ánh" {
		t.Fatalf("%d %q %q %s", code, d.Find("del").Text(), d.Find("ins").Text(), text)
	}
	if _, code := p.get(ha, "/van-ban/khong-co/ban-sua/khong-co"); code != http.StatusNotFound {
		t.Errorf("an unknown file: %d", code)
	}
	use := by(thidua.UseEdit)
	if again, code := p.read(p.send(ha, d, use, "", nil, nil)); code != http.StatusUnprocessableEntity || !strings.Contains(again.Find("main").Text(), "Bản sửa có 1 chỗ khác dữ liệu") {
		t.Errorf("without a reason: %d", code)
	}
	if w = p.send(ha, d, use, "", url.Values{"reason": {"theo giấy khai sinh"}}, nil); w.Code != http.StatusSeeOther || w.Header().Get("Location") != letter+"?xong=dung-ban-sua" {
		t.Fatalf("used: %d %s", w.Code, w.Header().Get("Location"))
	}
	if _, got := p.download(ha, letter+"/tep/van-ban.docx"); !bytes.Equal(got, edited) {
		t.Error("the paper is not the file that was brought back")
	}
	if w, _ := p.download(ha, letter+"/tep/van-ban.pdf"); w.Code != http.StatusConflict {
		t.Errorf("a PDF of the program for a paper edited on Word: %d", w.Code)
	}
	d, _ = p.get(ha, letter)
	text = d.Find("main").Text()
	for _, want := range []string{"Bản của chương trình, không phải bản phát hành", "bản sửa trên Word", "Dùng làm bản phát hành"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	d, _ = p.get(ha, p.file())
	if !strings.Contains(d.Find("main").Text(), "1 văn bản khác dữ liệu hiện tại") {
		t.Error("the check of figures does not tell of the edited paper")
	}
}

func TestASignedPaperIsTheFileThatWasUploaded(t *testing.T) {
	p := openPassed(t)
	p.issueAll()
	letter := p.papers()[0]
	_, signed := p.download(ha, letter+"/tep/ban-da-ky")
	w, paper := p.download(ha, letter+"/tep/van-ban.pdf")
	if len(signed) == 0 || !bytes.Equal(paper, signed) || !strings.Contains(w.Header().Get("Content-Disposition"), "ban-ky.pdf") {
		t.Errorf("the paper is not what was signed: %q", w.Header().Get("Content-Disposition"))
	}
	for _, file := range []string{"/tep/du-thao.pdf", "/tep/van-ban.docx"} {
		w, draft := p.download(ha, letter+file)
		if w.Code != http.StatusOK || bytes.Equal(draft, signed) || !strings.Contains(w.Header().Get("Content-Disposition"), url.PathEscape("(dự thảo, không phải bản đã ký)")) {
			t.Errorf("%s: %d %q", file, w.Code, w.Header().Get("Content-Disposition"))
		}
	}
	d, _ := p.get(ha, letter)
	text := d.Find("main").Text()
	for _, want := range []string{"Bản dự thảo, không phải bản đã ký", "Tệp không có chữ ký số", "Dự thảo DOCX", "SHA-256"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if d.Find(by(thidua.ReceiveEdit)).Length() != 0 {
		t.Error("what is issued may be edited")
	}
}

// seal is a key with its certificate in the name of somebody.
func sealOf(t *testing.T, name string) (crypto.Signer, []byte) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{SerialNumber: big.NewInt(7), Subject: pkix.Name{CommonName: name}, NotBefore: testkit.Today.AddDate(-1, 0, 0), NotAfter: testkit.Today.AddDate(2, 0, 0),
		KeyUsage: x509.KeyUsageDigitalSignature}
	der, err := x509.CreateCertificate(rand.Reader, c, c, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	return key, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
}

// signedBy is what the program of a token does.
func signedBy(t *testing.T, key crypto.Signer, data []byte) []byte {
	t.Helper()
	digest := sha256.Sum256(data)
	value, err := key.Sign(rand.Reader, digest[:], crypto.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func TestALeaderSignsInTwoStepsOnThePages(t *testing.T) {
	p := openPassed(t)
	p.act(ha, p.file(), `form[action$="/ho-so"]`, nil)
	letter := p.papers()[0]
	p.act(ha, letter, by(thidua.SubmitForSign), nil)
	if d, _ := p.get(khoi, letter); d.Find("#ky-so").Length() != 0 {
		t.Error("an agency that did not turn it on is offered to sign in the program")
	}
	if _, code := p.get(khoi, letter+"/ky-so"); code != http.StatusUnprocessableEntity {
		t.Errorf("the address of a step that is turned off: %d", code)
	}
	p.turnSigningOn()
	d, _ := p.get(khoi, letter)
	at, ok := d.Find("#ky-so a").Attr("href")
	if !ok {
		t.Fatalf("no way to sign: %s", d.Find("main").Text())
	}
	d, _ = p.get(khoi, at)
	key, certificate := sealOf(t, khoi)
	first := `form[action$="/ky-so/chuan-bi"]`
	if again, code := p.read(p.send(khoi, d, first, "", url.Values{"as": {"nguoi-ky"}}, nil)); code != http.StatusUnprocessableEntity || !strings.Contains(again.Find(".err").Text(), "chứng thư số") {
		t.Errorf("without a certificate: %d", code)
	}
	choice := url.Values{"as": {"nguoi-ky"}, "number": {"12/TTr-TT"}, "issued": {"17/01/2025"}}
	d, code := p.read(p.send(khoi, d, first, "", choice, map[string][]byte{"certificate": certificate}))
	if code != http.StatusOK || !strings.Contains(d.Find("dl").Text(), khoi) {
		t.Fatalf("the second step: %d %s", code, d.Find("main").Text())
	}
	second := `form[action$="/ky-so"]`
	bring, _ := d.Find(second + " button[formaction]").Attr("formaction")
	toSign := p.send(khoi, d, second, bring, nil, nil).Body.Bytes()
	value := signedBy(t, key, toSign)
	if again, code := p.read(p.send(khoi, d, second, "", nil, map[string][]byte{"value": []byte("không phải chữ ký")})); code != http.StatusUnprocessableEntity ||
		!strings.Contains(again.Find(".err").Text(), "không khớp") {
		t.Errorf("a wrong value: %d %s", code, again.Find("main, .errs").Text())
	}
	if w := p.send("Phạm Mai Anh", d, second, "", nil, map[string][]byte{"value": value}); w.Code != http.StatusNotFound {
		t.Errorf("somebody else signs: %d", w.Code)
	}
	if w := p.send(khoi, d, second, "", nil, map[string][]byte{"value": value}); w.Code != http.StatusSeeOther {
		again, _ := p.read(w)
		t.Fatalf("signed: %d %s", w.Code, again.Find("main").Text())
	}
	d, _ = p.get(ha, letter)
	text := d.Find("#ban-da-ky").Text()
	for _, want := range []string{khoi, "Chữ ký khớp", "chưa kiểm tra được nơi cấp chứng thư"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q: %s", want, text)
		}
	}
	if number, _ := d.Find(by(thidua.RecordIssued) + " [name=number]").Attr("value"); number != "12/TTr-TT" {
		t.Errorf("the number that was signed along is %q", number)
	}
	form := d.Find(by(thidua.RecordIssued))
	if form.Length() == 0 {
		t.Fatal("no form to record the issue")
	}
	if w := p.send(ha, d, by(thidua.RecordIssued), "", nil, nil); w.Code != http.StatusSeeOther {
		again, _ := p.read(w)
		t.Errorf("issued: %d %s", w.Code, again.Find("main").Text())
	}
	if d, _ = p.get(ha, letter); strings.Contains(d.Find("main").Text(), "Đã ký số của cơ quan") {
		t.Error("a person's signature of an unknown authority counts as that of the agency")
	}
}

// turnSigningOn has the administrator tick the option.
func (p *passed) turnSigningOn() {
	p.t.Helper()
	const admin = "Đỗ Đức Đạt"
	d, code := p.get(admin, "/co-quan")
	if code != http.StatusOK {
		p.t.Fatalf("the page of the agency: %d", code)
	}
	values := fieldsOf(d, "form.card")
	values.Set("signing", "1")
	r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1/co-quan", strings.NewReader(values.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if w := p.do(admin, r); w.Code != http.StatusSeeOther {
		p.t.Fatalf("the option is not saved: %d", w.Code)
	}
	if d, _ = p.get(admin, "/co-quan"); d.Find("[name=signing][checked]").Length() != 1 {
		p.t.Error("the option is not shown as on")
	}
}
