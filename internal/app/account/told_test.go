package account_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app/account"
	"thidua/internal/app/factor"
	"thidua/internal/auth/totp"
	"thidua/internal/mail"
	"thidua/internal/store"
)

// TestTheOwnerIsToldByMail: a slip that was made and a factor that was taken away reach the address of the owner, in one letter each, without a code.
func TestTheOwnerIsToldByMail(t *testing.T) {
	h := open(t)
	second := factor.Over(h.app, totp.NewKey(), false)
	second.UseLetters(h.Desk)
	token, owner := h.enter(t, "lvdung", secret)
	must(t, h.DB.Write(bg, &store.Act{Tenant: h.Tenant, Actor: "account:" + owner.Account, Verb: string(thidua.ContactSaved)}, func(tx *store.Tx) error {
		return tx.SaveContact(thidua.Contact{Account: owner.Account, Address: "lvdung@laocai.gov.vn", Choice: thidua.MailNone})
	}))
	must(t, second.Begin(bg, owner, factor.Proof{}))
	v, err := second.Mine(bg, owner)
	must(t, err)
	key, err := totp.Parse(v.Secret)
	must(t, err)
	_, _, err = second.Confirm(bg, owner, token, factor.Proof{Password: secret, Code: totp.Code(key, totp.Step(h.DB.Wall()))})
	must(t, err)
	must(t, second.Reset(bg, h.admin, h.id, "đã gặp"))
	slip, err := h.Invite(bg, h.admin, h.id)
	must(t, err)
	sent := h.deliver(t)
	if len(sent) != 2 {
		t.Fatalf("%d letters: %+v", len(sent), sent)
	}
	for _, says := range []string{"đã bỏ xác thực hai lớp của tài khoản lvdung", "đã cấp mã đặt lại mật khẩu cho tài khoản lvdung"} {
		if strings.Count(sent[0].Text+sent[1].Text, says) != 1 {
			t.Errorf("not told once: %s", says)
		}
	}
	for _, l := range sent {
		if l.To != "lvdung@laocai.gov.vn" || strings.Contains(l.Text, slip.Code) || strings.Contains(l.Text, "http") {
			t.Errorf("a letter to %s:\n%s", l.To, l.Text)
		}
	}
}

// deliver sends what waits in the outbox.
func (h *house) deliver(t *testing.T) (sent []mail.Letter) {
	t.Helper()
	var jobs []store.Job
	must(t, h.DB.WriteUpkeep(bg, func(tx *store.Tx) (err error) {
		jobs, err = tx.ClaimJobs("test", 20, time.Minute)
		return err
	}))
	handle := h.Deliver(func(_ context.Context, l mail.Letter) error { sent = append(sent, l); return nil })
	for _, j := range jobs {
		if j.Kind == account.LinkJob {
			must(t, handle(bg, j))
		}
	}
	return sent
}
