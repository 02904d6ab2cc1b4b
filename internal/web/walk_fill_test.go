package web_test

import (
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// filled fills a form as a person would who says what has to be said: everything (0), what the form requires (1) or nothing beyond what
// stands in it (2). It names the fields for files that want one.
func filled(d *goquery.Document, f *goquery.Selection, eagerness int) (out url.Values, files []string) {
	out = url.Values{}
	all := f.Find("input, textarea, select")
	if id := f.AttrOr("id", ""); id != "" {
		all = all.AddSelection(d.Find("[form='" + id + "']").Filter("input, textarea, select"))
	}
	all.Each(func(_ int, s *goquery.Selection) {
		name, kind := s.AttrOr("name", ""), s.AttrOr("type", "text")
		_, off := s.Attr("disabled")
		if name == "" || off {
			return
		}
		_, required := s.Attr("required")
		want := eagerness == 0 || eagerness == 1 && required
		switch kind {
		case "file":
			if want {
				files = append(files, name)
			}
		case "radio":
			if _, checked := s.Attr("checked"); checked || want && !out.Has(name) {
				out.Set(name, s.AttrOr("value", ""))
			}
		case "checkbox":
			if _, checked := s.Attr("checked"); checked || want {
				out.Add(name, s.AttrOr("value", "on"))
			}
		default:
			out.Add(name, said(s, kind, want))
		}
	})
	return out, files
}

// said is what a person writes into one field.
func said(s *goquery.Selection, kind string, want bool) string {
	value := s.AttrOr("value", "")
	switch goquery.NodeName(s) {
	case "textarea":
		value = strings.TrimSpace(s.Text())
	case "select":
		chosen := s.Find("option[selected]")
		if value = chosen.AttrOr("value", chosen.Text()); value == "" && want {
			value = s.Find("option:not([disabled]):not([value=''])").First().AttrOr("value", "")
		}
		return value
	}
	switch {
	case value != "" || !want || kind == "hidden":
		return value
	case kind == "password":
		return "ruộng bậc thang mùa lúa"
	case kind == "email":
		return "nguoi@vi-du.vn"
	case kind == "url", strings.Contains(s.AttrOr("id", "")+s.AttrOr("name", ""), "link"), strings.Contains(s.AttrOr("name", ""), "url"):
		return "https://vi-du.vn/bai"
	case strings.Contains(s.AttrOr("class", ""), "ngay"):
		return "14/01/2025"
	case s.AttrOr("inputmode", "") != "":
		return "1"
	}
	return "Nội dung thử"
}

// buttons are those that send a form; a form without any is sent by itself.
func buttons(d *goquery.Document, f *goquery.Selection) (out []*goquery.Selection) {
	all := f.Find("button")
	if id := f.AttrOr("id", ""); id != "" {
		all = all.AddSelection(d.Find("button[form='" + id + "']"))
	}
	all.Each(func(_ int, b *goquery.Selection) {
		if b.AttrOr("type", "submit") == "submit" {
			out = append(out, b)
		}
	})
	if len(out) == 0 {
		out = append(out, f)
	}
	return out
}
