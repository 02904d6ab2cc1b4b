package remind

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"thidua"
	"thidua/internal/vi"
)

// alarmHour is when the alarm of a day rings: eight on the working morning before it.
const alarmHour = 8

// ICal writes the calendar as a file that Outlook, Google and telephones read (RFC 5545): a whole day for each deadline, with an alarm on the
// working morning before it. It names nobody.
func (d Days) ICal(at time.Time) []byte {
	var b strings.Builder
	line := func(name, value string) { fold(&b, name+":"+value) }
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("PRODID", "-//Thi Dua//Lich thi dua//VI")
	line("CALSCALE", "GREGORIAN")
	line("METHOD", "PUBLISH")
	line("X-WR-CALNAME", escape(vi.CalendarName(d.Agency.Name)))
	line("X-WR-TIMEZONE", "Asia/Ho_Chi_Minh")
	line("REFRESH-INTERVAL;VALUE=DURATION", "PT6H")
	for _, day := range d.Days {
		line("BEGIN", "VEVENT")
		line("UID", uid(d.Agency.ID, day))
		line("DTSTAMP", at.UTC().Format("20060102T150405Z"))
		line("DTSTART;VALUE=DATE", compact(day.On))
		line("DTEND;VALUE=DATE", compact(day.On.AddDays(1)))
		line("SUMMARY", escape(vi.RoleDay(day)))
		line("DESCRIPTION", escape(vi.DayNote(day)))
		line("TRANSP", "TRANSPARENT")
		line("BEGIN", "VALARM")
		line("ACTION", "DISPLAY")
		line("DESCRIPTION", escape(vi.RoleDay(day)))
		line("TRIGGER", d.alarm(day.On))
		line("END", "VALARM")
		line("END", "VEVENT")
	}
	line("END", "VCALENDAR")
	return []byte(b.String())
}

// alarm is how long before the beginning of a day its alarm rings.
func (d Days) alarm(on thidua.Date) string {
	eve := d.Calendar.LastWorking(on.AddDays(-1))
	return fmt.Sprintf("-PT%dH", eve.DaysUntil(on)*24-alarmHour)
}

// uid is the same for the same deadline in every reading, also when its day has been moved, so that a calendar moves it too.
func uid(agency string, d thidua.RoleDay) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{agency, string(d.Code), d.Round, d.Object}, "|")))
	return hex.EncodeToString(sum[:16]) + "@thidua"
}

func compact(d thidua.Date) string { return strings.ReplaceAll(string(d), "-", "") }

// escape writes a text value (RFC 5545, 3.3.11); what is no text, such as a control character, is left out.
func escape(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(text, ""))
	text = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r == 0x7f {
			return -1
		}
		return r
	}, text)
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(text)
}

// fold writes a line of at most 75 octets, going on after a space, and never inside a letter (RFC 5545, 3.1).
func fold(b *strings.Builder, line string) {
	const most = 75
	room := most
	for len(line) > room {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		b.WriteString(line[:cut] + "\r\n ")
		line, room = line[cut:], most-1
	}
	b.WriteString(line + "\r\n")
}
