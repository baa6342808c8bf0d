package newsroom

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Texts have words of their own beside those of the sentences that we wrote: real
// papers have some fifty thousand, and what a few articles have in common is told
// by the rare ones among them. They are made as Arabic makes its words, of roots
// and patterns, so that one word comes in forms of which light stemming brings some
// together and some not.

// lemma is a word that comes in several forms.
type lemma struct {
	root [3]rune
	noun int // the pattern of its noun
	verb int // the pattern of its verb
}

// In patterns the letters of the root are ف, ع and ل.
var (
	singularPatterns = []string{"فعال", "مفعل", "فعيل", "فاعل", "مفعول", "تفعيل", "فعلة", "مفعلة", "فعالة", "افتعال", "استفعال", "فعول", "مفاعلة", "فعلان", "فعلية", "انفعال"}
	pluralPatterns   = []string{"أفعلة", "مفاعل", "فعائل", "فاعلين", "مفاعيل", "تفعيلات", "فعلات", "مفاعل", "فعالات", "افتعالات", "استفعالات", "فعول", "مفاعلات", "فعلانات", "فعليات", "انفعالات"}
	pastPatterns     = []string{"فعل", "أفعل", "فعل", "افتعل", "استفعل", "تفعل"}
	presentPatterns  = []string{"يفعل", "يفعل", "يفعل", "يفتعل", "يستفعل", "يتفعل"}
	rootLetters      = []rune("بتثجحخدذرزسشصضطظعغفقكلمنهوي")
)

func newLemma(r *rand.Rand) lemma {
	var l lemma
	for i := range l.root {
		for {
			l.root[i] = rootLetters[r.IntN(len(rootLetters))]
			if !slices.Contains(l.root[:i], l.root[i]) {
				break
			}
		}
	}
	l.noun, l.verb = r.IntN(len(singularPatterns)), r.IntN(len(pastPatterns))
	return l
}

// form puts the root into a pattern.
func (l lemma) form(pattern string) string {
	text := []rune(pattern)
	for i, r := range text {
		switch r {
		case 'ف':
			text[i] = l.root[0]
		case 'ع':
			text[i] = l.root[1]
		case 'ل':
			text[i] = l.root[2]
		}
	}
	return string(text)
}

// lexicon is a list of words of which the first are used the most.
type lexicon []lemma

func newLexicon(r *rand.Rand, n int) lexicon {
	words := make(lexicon, n)
	for i := range words {
		words[i] = newLemma(r)
	}
	return words
}

// word draws a word, by its place as natural texts have words by their rank.
func (x lexicon) word(r *rand.Rand) lemma {
	return x[int(math.Pow(float64(len(x)), r.Float64()))-1]
}

// fact is something that is told of an event: who did what to what.
type fact struct {
	verb, subject, object, quality lemma
	person                         byte // who says so, 0 for none
	place                          bool
	number                         float64 // 0 for none
}

// How many of a hundred words of a fact are of the event alone, of what it is above
// all and of the rest, and how many are of its kind; the others are of all texts.
const (
	coreWords = 50
	ownWords  = 16
	kindWords = 25
)

func (w *writer) factWord(k, own int) lemma {
	switch n := w.r.IntN(100); {
	case n < own:
		return w.rare.word(w.r)
	case n < own+kindWords:
		return w.genres[k].word(w.r)
	}
	return w.usual.word(w.r)
}

func (w *writer) fact(k int, core bool) fact {
	own := ownWords
	if core {
		own = coreWords
	}
	f := fact{verb: w.factWord(k, own), subject: w.factWord(k, own), object: w.factWord(k, own), quality: w.factWord(k, own)}
	switch w.r.IntN(5) {
	case 0:
		f.person = 'P'
	case 1:
		f.person = 'Q'
	case 2:
		f.place = true
	case 3:
		f.number = w.number()
	}
	return f
}

// synonym gives a word that some say for another, always the same.
func (w *writer) synonym(l lemma) lemma {
	seed := uint64(l.root[0])<<40 | uint64(l.root[1])<<20 | uint64(l.root[2])
	return newLemma(rand.New(rand.NewPCG(seed, uint64(l.noun)))) //nolint:gosec // the same seed gives the same word
}

// noun writes a noun: with the article, in the plural, or bare.
func (s *style) noun(l lemma) string {
	text := l.form(singularPatterns[l.noun])
	if s.r.IntN(5) == 0 {
		text = l.form(pluralPatterns[l.noun])
	}
	if s.r.IntN(3) > 0 {
		text = "ال" + text
	}
	return text
}

// reworded has other words for some of a fact.
func (w *writer) reworded(s *style, f fact, otherWords int) fact {
	for _, l := range []*lemma{&f.verb, &f.subject, &f.object, &f.quality} {
		if s.r.IntN(100) < otherWords {
			*l = w.synonym(*l)
		}
	}
	return f
}

// tell writes a fact in a sentence; another writer has other words for some.
func (w *writer) tell(s *style, f fact) string {
	f = w.reworded(s, f, sideWords)
	var text string
	switch s.r.IntN(3) {
	case 0:
		text = f.verb.form(pastPatterns[f.verb.verb]) + " " + s.noun(f.subject) + " " + s.noun(f.object)
	case 1:
		text = "و" + f.verb.form(presentPatterns[f.verb.verb]) + " " + s.noun(f.object) + " " + s.noun(f.subject)
	default:
		text = f.verb.form(singularPatterns[f.verb.noun]) + " " + s.noun(f.subject) + " ب" + s.noun(f.object)
	}
	text += " " + s.noun(f.quality)
	switch {
	case f.person != 0:
		text = "وقال " + s.name(f.person) + " إن " + text
	case f.place:
		text += " في " + s.word('C')
	case f.number > 0:
		text += " بنحو " + s.number(f.number)
	}
	return text
}

// sideWords is for how many of a hundred words a report has others, and titleWords
// for how many its title has, which says what all are about.
const (
	sideWords  = 30
	titleWords = 10
)

// coreFacts is how many facts of an event say what it is: they come first, and
// titles are of the first two.
const coreFacts = 3

// headline writes a title: of what the event is above all, and often with a name,
// mostly the one that all papers name.
func (w *writer) headline(s *style) string {
	first, second := s.e.facts[0], w.reworded(s, s.e.facts[1], titleWords)
	if s.terse {
		first = w.reworded(s, first, sideWords)
	} else if s.r.IntN(100) < titleWords {
		first.verb = w.synonym(first.verb)
	}
	var text string
	switch s.r.IntN(4) {
	case 0:
		text = first.verb.form(pastPatterns[first.verb.verb]) + " " + s.noun(first.subject) + " " + s.noun(first.object) + " و" + s.noun(second.subject)
	case 1:
		text = s.noun(second.subject) + " " + second.verb.form(presentPatterns[second.verb.verb]) + " " + s.noun(second.object) + " بعد " + first.verb.form(singularPatterns[first.verb.noun]) + " " + s.noun(first.subject)
	case 2:
		text = s.noun(first.subject) + " " + s.noun(first.quality) + " " + first.verb.form(presentPatterns[first.verb.verb]) + " " + s.noun(first.object)
	default:
		text = first.verb.form(singularPatterns[first.verb.noun]) + " " + s.noun(first.subject) + " " + s.noun(first.quality) + " و" + s.noun(first.object)
	}
	slot := "PCDO"[s.e.key]
	if s.r.IntN(4) == 0 {
		slot = "PCDO"[s.r.IntN(4)]
	}
	switch slot {
	case 'P':
		return spelled(s.e.people['P'].last, s.paper) + ": " + text
	case 'C':
		return text + " في " + s.word('C')
	case 'D':
		return text + " ب" + s.word('D')
	}
	return s.word('O') + " و" + text
}
