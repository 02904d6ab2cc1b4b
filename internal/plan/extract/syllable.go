package extract

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// onsets are the consonants that a syllable begins with, the longer first.
var onsets = strings.Fields("ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x")

// rimes are the vowels of a syllable with the consonants behind, without the tone.
var rimes = set(`a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh
	êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oan oang oanh oao oat oay oăc oăm oăn oăng oăt oc oe
	oen oeo oet oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uât uây uê uêch uênh uôc uôi uôm
	uôn uông uôt uơ uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y ych yêm yên yêt yêu ynh yt`)

func set(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// tones are huyền, sắc, hỏi, ngã, nặng as combining signs.
const tones = "\u0300\u0301\u0309\u0303\u0323"

// isSyllable tells whether a word is built like one Vietnamese syllable.
func isSyllable(word string) bool {
	toneless, n := strings.Builder{}, 0
	for _, r := range norm.NFD.String(strings.ToLower(word)) {
		if strings.ContainsRune(tones, r) {
			n++
			continue
		}
		toneless.WriteRune(r)
	}
	if n > 1 {
		return false
	}
	s := norm.NFC.String(toneless.String())
	if rimes[s] {
		return true
	}
	for _, o := range onsets {
		if rest, ok := strings.CutPrefix(s, o); ok && rimes[rest] {
			return true
		}
	}
	return false
}
