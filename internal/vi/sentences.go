package vi

import (
	"cmp"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"time"

	"thidua"
)

// sentences holds the text of every code; a new subject is one file sentences_<subject>.go and one entry here.
var sentences = merged(
	dossierSentences,
	fileSentences,
	helpSentences,
	accountSentences,
	sheetSentences,
	signSentences,
	generalSentences,
	nomineeSentences,
	pageSentences,
	organisationSentences,
	planSentences,
	registrationSentences,
	seasonSentences,
	sessionSentences,
	standardSentences,
	sendingSentences,
	storeSentences,
	taskSentences,
	trustSentences,
	voteSentences,
	workflowSentences,
)

const (
	unknownRefusal = "Không thực hiện được việc này. Nội dung đã nhập không thay đổi; nếu còn lặp lại, hãy báo quản trị hệ thống."
	unknownFault   = "Nội dung này chưa hợp lệ."
)

// Sentence says a refusal to the person who asked; a code without a sentence and a fault of ours get a general one that hides nothing useful.
func Sentence(e *thidua.Error) string {
	return say(e.Code, e.Args, unknownRefusal)
}

// FaultSentence says what is wrong with one field.
func FaultSentence(f thidua.Fault) string {
	return say(f.Code, f.Args, unknownFault)
}

var verb = regexp.MustCompile(`%\+?(\[\d+\])?\d*[sd]`)

// say falls back when the text and its arguments do not agree, because nobody should read a formatting mistake. Arguments that the
// text does not use are for the log.
func say(code thidua.Code, args []any, otherwise string) string {
	text, ok := sentences[code]
	if !ok {
		return otherwise
	}
	shown := make([]any, 0, len(args))
	for _, a := range args {
		shown = append(shown, spoken(a))
	}
	if n := len(verb.FindAllString(text, -1)); !strings.Contains(text, "%[") && n < len(shown) {
		shown = shown[:n]
	}
	out := fmt.Sprintf(text, shown...)
	if strings.Contains(out, "%!") {
		return otherwise
	}
	return out
}

// spoken gives an argument as it is read: days, instants, numbers and constants in words, lists joined; nil for what has no words.
func spoken(a any) any {
	switch v := a.(type) {
	case thidua.Date:
		return cmp.Or(Date(v), "(chưa ghi)")
	case time.Time:
		return DateTime(v)
	case thidua.Points:
		return Number(v)
	case thidua.Quantity:
		return Number(v)
	case string, int, int64:
		return v
	}
	switch v := reflect.ValueOf(a); v.Kind() {
	case reflect.String:
		return constant(a)
	case reflect.Slice:
		return list(v)
	}
	return nil
}

// constant keeps the raw spelling of a constant off the screen when it has no label yet.
func constant(a any) any {
	if word, ok := labels[a]; ok {
		return word
	}
	return nil
}

func list(v reflect.Value) any {
	words := make([]string, v.Len())
	for i := range words {
		word := spoken(v.Index(i).Interface())
		if word == nil {
			return nil
		}
		words[i] = fmt.Sprint(word)
	}
	return List(words)
}
