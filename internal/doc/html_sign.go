package doc

func (h *preview) signatures(s Signatures) {
	if s.Framed {
		h.put(`<table class="vbb y"><tbody><tr>`)
		for _, c := range s.Columns {
			h.put(`<td>`)
			h.signature(c)
			h.put(`</td>`)
		}
		h.put(`</tr></tbody></table>`)
		return
	}
	if len(s.Columns) > 2 {
		h.put(`<div class="vbk ba">`)
	} else {
		h.put(`<div class="vbk">`)
	}
	if len(s.Columns) == 1 {
		h.put(`<div class="nn">`)
		h.recipients(s.Recipients)
		h.put(`</div>`)
	}
	for _, c := range s.Columns {
		h.put(`<div>`)
		h.signature(c)
		h.put(`</div>`)
	}
	h.put(`</div>`)
	if len(s.Columns) > 1 && len(s.Recipients) > 0 {
		h.put(`<div class="nn2">`)
		h.recipients(s.Recipients)
		h.put(`</div>`)
	}
}

func (h *preview) recipients(list []string) {
	if len(list) == 0 {
		return
	}
	h.put(`<b><i>Nơi nhận:</i></b>`)
	for _, r := range list {
		h.put(`<br>- `)
		h.text(clean(r))
	}
}

// signature writes the parts of one column in the order of the paper, with a box where the signature goes.
func (h *preview) signature(s Signature) {
	part := func(text, open, shut string) {
		if text = clean(text); text != "" {
			h.put(open)
			h.text(text)
			h.put(shut, `<br>`)
		}
	}
	part(s.Heading, `<b>`, `</b>`)
	if s.Heading != "" {
		part(s.Note, `<i>`, `</i>`)
	}
	for _, t := range s.Text {
		part(t, "", "")
	}
	part(s.PlaceDate, `<i>`, `</i>`)
	for _, t := range s.Titles {
		part(t, `<b>`, `</b>`)
	}
	if s.Heading == "" {
		part(s.Note, `<i>`, `</i>`)
	}
	h.put(`<span class="sg">Chữ ký</span><br><b>`)
	h.text(clean(s.Name))
	h.put(`</b>`)
}
