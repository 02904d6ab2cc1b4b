package sign

import (
	"fmt"
	"slices"
)

// field writes the signature field, which is its own annotation, and enters it in the page and in the form of the file.
func (u *update) field(p page, signature ref, form ref, rect array) error {
	catalog := u.f.catalog()
	acro := u.f.dict(catalog["AcroForm"])
	if acro["XFA"] != nil {
		return fmt.Errorf("%w: it is a form of another kind (XFA)", ErrRefused)
	}
	old := u.f.array(acro["Fields"])
	widget := dict{"Type": name("Annot"), "Subtype": name("Widget"), "FT": name("Sig"), "T": words(u.free(old)), "F": whole(4 | 128), "Rect": rect, "P": p.ref, "V": signature,
		"AP": dict{"N": form}}
	w := u.add(widget)
	u.enter(acro, w)
	if list, ok := p.dict["Annots"].(ref); ok {
		u.put(list, append(slices.Clone(u.f.array(list)), w))
	} else {
		u.put(p.ref, with(p.dict, "Annots", u.add(append(slices.Clone(u.f.array(p.dict["Annots"])), w))))
	}
	return u.f.err
}

// enter adds a field to the form. A new form gets an object of its own, so that the next signature does not touch the catalog; its list of fields lies
// within, because poppler adds to no other.
func (u *update) enter(acro dict, field ref) {
	flags, _ := integer(u.f.resolve(acro["SigFlags"]))
	fields := append(slices.Clone(u.f.array(acro["Fields"])), field)
	list, apart := acro["Fields"].(ref)
	if apart {
		u.put(list, fields)
	}
	if !apart || flags&3 != 3 {
		acro = with(acro, "SigFlags", whole(flags|3))
		if !apart {
			acro["Fields"] = fields
		}
		u.enterForm(acro)
	}
}

func (u *update) enterForm(acro dict) {
	catalog := u.f.catalog()
	if r, ok := catalog["AcroForm"].(ref); ok {
		u.put(r, acro)
		return
	}
	root, _ := u.f.trailer["Root"].(ref)
	u.put(root, with(catalog, "AcroForm", u.add(acro)))
}

// free gives a name that no field has.
func (u *update) free(fields array) string {
	taken := map[string]bool{}
	for _, f := range fields {
		taken[readable(u.f.resolve(u.f.dict(f)["T"]))] = true
	}
	for n := 1; ; n++ {
		if t := fmt.Sprintf("Chữ ký %d", n); !taken[t] {
			return t
		}
	}
}
