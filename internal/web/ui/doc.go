// Package ui holds the components of all pages. A page is a templ component of the inner block of main; the handler hands it to
// Ctx.Page, which puts Layout around it. Use the classes of app.css; style attributes, inline scripts and on… attributes are refused
// by the content security policy.
//
// Types: Frame (what surrounds every page), Page (title, path, faults), Link, NavItem, NavGroup, Fault, Button, Panel, Tone, Form and
// Field (values as typed, with their errors), Choice, Keys (version and idempotency key), Grid and Col (tables), Step, Task, Figure,
// Fact, FileLine, Item (checklist), Comment, Job, Icon (constants IconCheck …). Functions: NewForm, Form.Field(name, label, hint),
// Initials, Slug.
//
// Attributes that app.js reads: data-autosave="/address" on a form (POSTs the same fields 2 s after a pause, with autosave=1), data-guard
// on a form (warns before leaving with unsaved text), data-saved on the status element (Sheet has it).
//
// # Layout
//
//	Layout(f Frame, p Page, body templ.Component)
//	Inner(p Page, body templ.Component)
//	Fragment(p Page, body templ.Component)
//	Public(f Frame, p Page, links []NavItem, foot []string, body templ.Component)
//	Bare(f Frame, p Page, body templ.Component)
//
// # Top of a page
//
//	T(text string)
//	Head(title, lead string)
//	HeadActs(title, lead string) { children }
//	HeadWith(title string, lead, acts templ.Component)
//	ErrorSummary(p Page)
//	Count(n int, hot bool)
//	Seg(label string, items []NavItem)
//	Tabs(label string, items []NavItem)
//	Avatar(name string)
//
// # Buttons
//
//	Btn(b Button)
//	Copy(label, from string)
//	PostBtn(url string, b Button, keys Keys)
//
// # Cards, notes, empty states
//
//	Card(p Panel) { children }
//	CardBody() { children }
//	CardStack() { children }
//	CardFoot() { children }
//	Note(t Tone, name Icon) { children }
//	Reason(id, head, text string)
//	Flash(text string)
//	Empty(title, text string) { children }
//	EmptyWith(title string, text templ.Component) { children }
//
// # States and deadlines
//
//	State(words string)
//	StateAs(t Tone, name Icon, words string)
//	Tag(code string)
//	Due(t Tone, words string)
//
// # Forms
//
//	Hidden(k Keys)
//	HiddenField(name, value string)
//	Wrap(f Field) { children }
//	Input(f Field)
//	Number(f Field)
//	Day(f Field)
//	Area(f Field)
//	Select(f Field, choices []Choice)
//	Password(f Field)
//	Check(name, value, text string, checked bool)
//	Checks(f Field, form Form, choices []Choice)
//	Pick(f Field, choices []Choice)
//	Upload(f Field, accept string, many bool)
//	Filters(label, action, clear string) { children }
//	Sheet(saved string) { children }
//
// # Tables
//
//	Table(g Grid) { children }
//	Row(chosen bool) { children }
//	RowHead() { children }
//	Cell(label, class string) { children }
//	TextCell(label, class, text string)
//	PickRow(name, value, text string, chosen bool)
//	Pager(summary, previous, next string)
//	Bulk(text string) { children }
//
// # Lists, figures, documents, long work
//
//	Steps(label string, steps []Step)
//	StateBar(label string, steps []Step)
//	Timeline(items []Step)
//	Tasks(tasks []Task)
//	Kpis(figures []Figure)
//	Facts(facts []Fact)
//	Bar(kind string, value, target int)
//	Files(files []FileLine)
//	Checklist(items []Item, bare bool)
//	Comments(comments []Comment)
//	Links(links []Link)
//	Paper(label string, sample, short bool) { children }
//	Progress(j Job) { children }
//
// # Icons
//
//	I(name Icon)
//	IS(name Icon)
//	IL(name Icon)
//	IC(name Icon, class string)
//	Logo()
package ui
