package ui

import (
	"strings"
	"unicode/utf8"
)

// Link is a place to go: words and address; an empty URL is the place where one is.
type Link struct {
	Text string
	URL  string
	Due  Deadline // behind a link of a list
}

// NavItem is one destination of the sidebar or of the bar at the foot of a phone.
type NavItem struct {
	Text  string
	URL   string
	Icon  Icon
	Count int  // what waits for this person; 0 shows nothing
	Hot   bool // the counter of Việc của tôi
	Here  bool
}

// NavGroup is a titled part of the sidebar; the first group has no title.
type NavGroup struct {
	Title string
	Items []NavItem
}

// Frame is what surrounds every page of a signed-in person.
type Frame struct {
	Agency    string // name of the agency under the brand
	Home      string // address of the brand link
	Sample    bool   // the data is a sample: the banner stands first on every page
	Day       string // the day that a sample shows, dd/mm/yyyy; empty for today
	Movement  string // short name of the movement in the switch
	Season    string // period and year in the switch
	SwitchURL string
	Campaign  string // full name and period of the movement, for the sign-in page
	Nav       []NavGroup
	Tabs      []NavItem // at most five, for phones
	Person    string
	Acting    string // under whose name the person acts as deputy; empty in the own name
	ActingEnd string // address of the form that ends it
	Position  string // chức vụ, or the role in words
	Account   string // address of the account page
	AtAccount bool   // the page is about the account itself
	Search    string // address of the search page; empty hides the box
	Bell      string // address of the notices; empty hides the bell
	Unread    int
	Theme     string // "sang", "toi", or empty to follow the system
	SignedIn  bool
	Idle      int  // seconds without a request after which the session ends; 0 when nobody is signed in
	Plain     bool // the connection is not protected: plain HTTP beyond this machine
}

// Page describes one page to its layout.
type Page struct {
	Title    string
	Crumbs   []Link // the path, the page itself last with an empty URL; none gives the title alone
	Wide     bool   // for tables: no maximum width
	Faults   []Fault
	Late     *Late  // somebody else saved first; nil otherwise
	Undone   string // what did not come about, said in the error summary; empty for "Chưa lưu được"
	Secret   bool   // passwords and codes were typed, which a refused form does not show again
	Searched bool   // the faults are those of a search, which saves nothing
	Saved    string // when the draft was last saved, said in the error summary
	Refresh  int    // seconds until the page loads itself again without JavaScript; 0 for never
	Season   string // what the switch at the head of the menu says instead of the year at hand; empty for that
}

// seen is the frame around one page: the switch says what the page says, where it does.
func (f Frame) seen(p Page) Frame {
	if p.Season != "" {
		f.Season = p.Season
	}
	return f
}

// Late is said at the head of a form whose content somebody else saved first.
type Late struct {
	URL  string   // where the saved version is read; empty for no link
	More []string // what the saved version has and the form has no field for
}

// Fault is one thing to correct: the field's name and what to do.
type Fault struct {
	Field string
	Text  string
}

func (p Page) path() []Link {
	if len(p.Crumbs) == 0 {
		return []Link{{Text: p.Title}}
	}
	return p.Crumbs
}

// Initials gives the letters of the last two words of a name: Nguyễn Thị Thu Hà gives TH.
func Initials(name string) string {
	words := strings.Fields(name)
	if len(words) > 2 {
		words = words[len(words)-2:]
	}
	var b strings.Builder
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		b.WriteRune(r)
	}
	return strings.ToUpper(b.String())
}
