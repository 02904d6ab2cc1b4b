package extract

import (
	"strings"
	"unicode"
)

// legacy is a way to write Vietnamese from before Unicode; in Word files the font tells it.
type legacy int

const (
	modern        legacy = iota
	tcvn3                // fonts .Vn…
	tcvn3Capitals        // fonts .Vn…H, which draw every letter as a capital
	vni                  // fonts VNI-…
)

func legacyOf(font string) legacy {
	switch name := strings.ToLower(font); {
	case strings.HasPrefix(name, ".vn") && strings.HasSuffix(font, "H"):
		return tcvn3Capitals
	case strings.HasPrefix(name, ".vn"):
		return tcvn3
	case strings.HasPrefix(name, "vni-"):
		return vni
	}
	return modern
}

func (l legacy) decode(s string) string {
	switch l {
	case tcvn3:
		return tcvn3Letters.Replace(s)
	case tcvn3Capitals:
		return strings.ToUpper(tcvn3Letters.Replace(s))
	case vni:
		return vniLetters.Replace(s)
	}
	return s
}

// tcvn3Codes pairs the letters with the places of the code page that TCVN 5712:1993 (VN3) gives them.
const tcvn3Codes = "µà¶ả·ã¸á¹ạ¨ă»ằ¼ẳ½ẵ¾ắÆặ©âÇầÈẩÉẫÊấËậ®đÌèÎẻÏẽÐéÑẹªêÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọ«ôåồæổçỗèốéộ¬ơêờëởìỡíớîợ" +
	"ïùñủòũóúôụ\u00adưõừöửø" + "ứ÷ữùựúỳûỷüỹýýþỵ¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ"

var tcvn3Letters = pairs(tcvn3Codes)

func pairs(s string) *strings.Replacer {
	var out []string
	for _, r := range s {
		out = append(out, string(r))
	}
	return strings.NewReplacer(out...)
}

var vniLetters = vniTable()

// vniTable writes out VNI: a letter, then a sign for the hat and the tone; ơ, ư, đ and the tones of i stand alone.
func vniTable() *strings.Replacer {
	var two, one []string
	add := func(from, to string) {
		two = append(two, from, to, strings.ToUpper(from), strings.ToUpper(to))
		if base, sign := []rune(from)[0], []rune(from)[1:]; len(sign) > 0 {
			two = append(two, string(unicode.ToUpper(base))+string(sign), strings.ToUpper(to))
		}
	}
	rows := []struct{ base, signs, letters string }{
		{"a", "øùûõï", "àáảãạ"}, {"a", "êèéúüë", "ăằắẳẵặ"}, {"a", "âàáåãä", "âầấẩẫậ"},
		{"e", "øùûõï", "èéẻẽẹ"}, {"e", "âàáåãä", "êềếểễệ"},
		{"o", "øùûõï", "òóỏõọ"}, {"o", "âàáåãä", "ôồốổỗộ"}, {"ô", "øùûõï", "ờớởỡợ"},
		{"u", "øùûõï", "ùúủũụ"}, {"ö", "øùûõï", "ừứửữự"}, {"y", "øùûõ", "ỳýỷỹ"},
	}
	for _, r := range rows {
		letters := []rune(r.letters)
		for i, sign := range []rune(r.signs) {
			add(r.base+string(sign), string(letters[i]))
		}
	}
	for from, to := range map[string]string{"ô": "ơ", "ö": "ư", "ñ": "đ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"} {
		one = append(one, from, to, strings.ToUpper(from), strings.ToUpper(to))
	}
	return strings.NewReplacer(append(two, one...)...)
}

// legacyText gathers the text of a paragraph run by run; a letter and its sign may stand in two runs of one font.
type legacyText struct {
	done strings.Builder
	open strings.Builder
	as   legacy
}

func (t *legacyText) add(as legacy, s string) {
	if as != t.as {
		t.flush()
		t.as = as
	}
	t.open.WriteString(s)
}

func (t *legacyText) flush() {
	t.done.WriteString(t.as.decode(t.open.String()))
	t.open.Reset()
}

// Len counts bytes before they are decoded.
func (t *legacyText) Len() int { return t.done.Len() + t.open.Len() }

func (t *legacyText) String() string {
	t.flush()
	return t.done.String()
}
