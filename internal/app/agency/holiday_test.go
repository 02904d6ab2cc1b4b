package agency_test

import (
	"context"
	"math"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/testkit"
)

// julian counts days as astronomers do, at the midnight that begins a day in Vietnam.
func julian(d thidua.Date) float64 { return float64(d.Time().Unix())/86400 + 2440587.5 }

// newMoon gives the k-th new moon since the one of 6 January 2000 (Meeus, Astronomical Algorithms, chapter 49, the greater terms), to a few minutes.
func newMoon(k float64) float64 {
	t := k / 1236.85
	rad := func(deg float64) float64 { return math.Mod(deg, 360) * math.Pi / 180 }
	e := 1 - 0.002516*t
	sun, moon := rad(2.5534+29.1053567*k), rad(201.5643+385.81693528*k)
	far, node := rad(160.7108+390.67050284*k), rad(124.7746-1.56375588*k)
	return 2451550.09766 + 29.530588861*k + 0.00015437*t*t - 0.4072*math.Sin(moon) + 0.17241*e*math.Sin(sun) + 0.01608*math.Sin(2*moon) +
		0.01039*math.Sin(2*far) + 0.00739*e*math.Sin(moon-sun) - 0.00514*e*math.Sin(moon+sun) + 0.00208*e*e*math.Sin(2*sun) - 0.00111*math.Sin(moon-2*far) -
		0.00057*math.Sin(moon+2*far) - 0.00017*math.Sin(node)
}

// lunarMonth gives the day on which the month of the moon begins that holds a day: the new moon falls on its first day.
func lunarMonth(d thidua.Date) thidua.Date {
	k := math.Floor((julian(d)-2451550.1)/29.530588861) + 2
	for ; ; k-- {
		first := d.AddDays(int(math.Floor(newMoon(k) - julian(d))))
		if first <= d {
			return first
		}
	}
}

// tet finds the first day of the lunar year: the second new moon after the winter solstice in every year of the table, none of which puts a
// thirteenth month there.
func tet(year int) thidua.Date {
	solstice := thidua.NewDate(year-1, 12, 22)
	second := lunarMonth(solstice).AddDays(45)
	return lunarMonth(lunarMonth(second).AddDays(31))
}

// thirdMonth finds the tenth day of the third month; a doubled second month (2023) moves it by one more.
func thirdMonth(year int) thidua.Date {
	third := lunarMonth(lunarMonth(tet(year).AddDays(31)).AddDays(31))
	if year == 2023 {
		third = lunarMonth(third.AddDays(31))
	}
	return third.AddDays(9)
}

func TestTheHolidaysFollowFromTheLawAndTheMoon(t *testing.T) {
	k := app.New(testkit.Open(t))
	for year := 2021; year <= 2027; year++ {
		days := map[thidua.Date]thidua.Holiday{}
		for _, h := range k.BuiltInHolidays(year) {
			if _, twice := days[h.Day]; twice || !h.Free || h.Source == "" || h.Name == "" || !h.BuiltIn || (thidua.Calendar{}).Works(h.Day) == false {
				t.Errorf("%+v is twice there, without a source, or lies on a Saturday or Sunday", h)
			}
			days[h.Day] = h
		}
		new := tet(year)
		moon := []thidua.Date{new, new.AddDays(1), new.AddDays(2), thirdMonth(year)}
		for _, d := range append(moon, thidua.NewDate(year, 1, 1), thidua.NewDate(year, 4, 30), thidua.NewDate(year, 5, 1), thidua.NewDate(year, 9, 2)) {
			if h, free := days[d]; (thidua.Calendar{}).Works(d) && (!free || h.Unsure) {
				t.Errorf("%s is free by the law, the table has %+v", d, h)
			}
		}
		unsure := 0
		for d, h := range days {
			if h.Name == "Tết Nguyên đán" && (d < new.AddDays(-3) || d > new.AddDays(5)) {
				t.Errorf("%s is far from Tết of %s", d, new)
			}
			if h.Unsure {
				unsure++
			}
		}
		if unsure == 0 {
			t.Errorf("%d: nothing is marked as announced from year to year", year)
		}
	}
}

func TestAnAgencyBeginsWithTheHolidaysAndKeepsItsOwn(t *testing.T) {
	k, ctx := app.New(testkit.Open(t)), context.Background()
	admin := thidua.Actor{Account: "quan-tri", Roles: []thidua.Role{thidua.RoleAdmin}}
	a, err := k.FoundAgency(ctx, admin, thidua.Agency{Name: "Thanh tra tỉnh Mẫu"})
	if err != nil {
		t.Fatal(err)
	}
	admin.Tenant = a.ID
	day := thidua.Holiday{Day: "2026-02-16", DayKind: thidua.DayKind{Name: "Làm bù"}, Source: "Thông báo (mẫu)"}
	if err := k.SaveHoliday(ctx, admin, day); err != nil {
		t.Fatal(err)
	}
	if err := k.RemoveHoliday(ctx, admin, "2026-02-17"); err != nil {
		t.Fatal(err)
	}
	added, err := k.LoadHolidays(ctx, admin, 2026)
	if err != nil || added != 1 {
		t.Fatalf("%d days added, %v; want the one that was removed", added, err)
	}
	all, err := k.Holidays(ctx, admin, 2026)
	if err != nil || len(all) != len(k.BuiltInHolidays(2026)) {
		t.Fatalf("%d days, %v", len(all), err)
	}
	for _, h := range all {
		if h.Day == day.Day && h != day {
			t.Errorf("what the agency entered became %+v", h)
		}
	}
	if _, err := k.LoadHolidays(ctx, thidua.Actor{Tenant: a.ID, Account: "x", Roles: []thidua.Role{thidua.RoleOffice}}, 2026); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("somebody else loaded them: %v", err)
	}
}
