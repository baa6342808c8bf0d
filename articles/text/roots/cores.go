package roots

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// What is written together with words, folded: before nouns and verbs, before verbs in
// the present, and behind either.
var (
	prefixWords   = strings.Fields("و ف ب ك ل س ال وال فال بال كال لل وبال ولل فلل وب ول وك فب فل وس فس")
	personLetters = strings.Fields("ي ت ن ا")
	suffixWords   = strings.Fields("ه ها هم هن هما ك كم نا ي ني ت تم تا تما وا ون ين ان ات يه يون يين يات تين تان ته تها تهم تهما تنا تي تك وه وها وهم ونه ونها ونهم اته اتها اتهم اتنا اتي ا و يا")
	minLetter     = 3
)

// pluralPatterns are the patterns of broken plurals; ف, ع and ل are the letters of the root.
var pluralPatterns = strings.Fields("مفاعل مفاعيل فواعل فعاءل افعال فعول فعال افعله فعلاء افعلاء تفاعيل فعلان")

// presentPatterns are the patterns of verbs in the past with those of the present, of which
// the first letter is that of a person.
var presentPatterns = map[string]string{
	"فعل": "فعل", "فاعل": "فاعل", "تفعل": "تفعل", "تفاعل": "تفاعل", "انفعل": "نفعل", "افتعل": "فتعل", "استفعل": "ستفعل",
}

// inflectRoot gives the broken plurals that a root of three letters may have, and of its
// lemmas the verbs in the present.
func inflectRoot(root string, lemmas []string) (words []string) {
	for _, pattern := range pluralPatterns {
		words = append(words, intoPattern(root, pattern))
	}
	for past, present := range presentPatterns {
		if past == "فعل" || slices.Contains(lemmas, intoPattern(root, past)) {
			words = append(words, "ي"+intoPattern(root, present), "ت"+intoPattern(root, present))
		}
	}
	return words
}

// wordCore is what may be the lemma of a word, and how many letters were taken off.
type wordCore struct {
	text string
	off  int
	verb bool // a verb in the present, put into the past
}

// wordCores gives what may be the lemmas of a folded word, the one with the most of it
// first.
func wordCores(word string) []wordCore {
	var list []wordCore
	add := func(text string, off int, verb bool) {
		if utf8.RuneCountInString(text) >= minLetter || off == 0 {
			list = append(list, wordCore{text, off, verb})
		}
	}
	for _, prefix := range append([]string{""}, prefixWords...) {
		rest, ok := strings.CutPrefix(word, prefix)
		if !ok {
			continue
		}
		for _, ending := range append([]string{""}, suffixWords...) {
			stem, ok := strings.CutSuffix(rest, ending)
			if !ok || stem == "" {
				continue
			}
			off := utf8.RuneCountInString(prefix + ending)
			add(stem, off, false)
			if ending != "" {
				add(stem+"ه", off, false) // مدرستها is of مدرسة
			}
			if rest, ok := strings.CutSuffix(stem, "ا"); ok { // مستواه is of مستوى
				add(rest+"ي", off, false)
			}
			for _, person := range personLetters {
				if verb, ok := strings.CutPrefix(stem, person); ok {
					for _, past := range pastForms(verb) {
						add(past, off+1, true)
					}
				}
			}
		}
	}
	slices.SortStableFunc(list, func(a, b wordCore) int { return cmp.Compare(a.off, b.off) })
	return list
}

// pastForms gives what may be the past of a verb whose present has lost its first letter.
func pastForms(verb string) []string {
	letters := []rune(verb)
	list := []string{verb, "ا" + verb}
	switch n := len(letters); {
	case n == 2: // يصل is of وصل
		return []string{"و" + verb}
	case n == 3 && (letters[1] == 'و' || letters[1] == 'ي'): // يقول is of قال
		list = append(list, string([]rune{letters[0], 'ا', letters[2]}))
	case n >= 3 && (letters[n-1] == 'و' || letters[n-1] == 'ي'): // يدعو is of دعا
		list = append(list, string(letters[:n-1])+"ا", "ا"+string(letters[:n-1])+"ي")
	}
	return list
}

// ofPattern gives the letters of the root of a word of a pattern.
func ofPattern(word, pattern string) (root string, ok bool) {
	letters := []rune(word)
	var b strings.Builder
	i := 0
	for _, r := range pattern {
		switch {
		case i == len(letters):
			return "", false
		case strings.ContainsRune("فعل", r):
			b.WriteRune(letters[i])
		case letters[i] != r:
			return "", false
		}
		i++
	}
	return b.String(), i == len(letters)
}

// intoPattern puts the letters of a root into a pattern.
func intoPattern(root, pattern string) string {
	letters := []rune(root)
	return strings.NewReplacer("ف", string(letters[0]), "ع", string(letters[1]), "ل", string(letters[2])).Replace(pattern)
}
