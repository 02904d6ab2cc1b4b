package web_test

import (
	"testing"

	"thidua"
	"thidua/internal/browser"
)

// TestPlanAndMovementAreClean looks at the pages of a plan and of a movement on a desk and on a phone, by day and by night.
func TestPlanAndMovementAreClean(t *testing.T) {
	h := openHall(t)
	review, d := h.review()
	p := browser.Open(t, h.as(ha), browser.Desk)
	look(t, p, "02-ke-hoach", "/ke-hoach")
	look(t, p, "02-doi-chieu", review)
	_, _, made := h.submit(review+"/"+string(thidua.CreateFromPlan), fieldsOf(d, "#ke-hoach"))
	look(t, p, "03-phong-trao-moi", made)
	movement := "/phong-trao/" + h.Movement.ID
	look(t, p, "03-phong-trao", movement)
	look(t, p, "03-bo-sung", movement+"/bo-sung")
	look(t, p, "03-them-van-ban", movement+"/van-ban")
	look(t, p, "03-thiet-lap", "/nam/"+h.Rounds[2025].ID+"/thiet-lap")
}
