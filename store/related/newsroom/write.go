package newsroom

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"
)

// style is how one report writes what an event is: each has its own.
type style struct {
	r        *rand.Rand
	e        *event
	paper    int
	eastern  bool // digits
	plain    bool // alef without hamza, as some papers write
	rounds   bool // numbers
	terse    bool // it is a title alone, in words of its own
	named    map[byte]bool
	reported time.Time
}

func (w *writer) style(e *event, paper int, at time.Time) *style {
	return &style{
		r: w.r, e: e, paper: paper, eastern: paper%3 == 0, plain: paper%6 == 5, rounds: w.r.IntN(3) == 0,
		named: map[byte]bool{}, reported: at,
	}
}

// fill writes a sentence with what the event is.
func (s *style) fill(sentence string, d *detail) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(sentence, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		b.WriteString(s.slot(rest[0], d))
		sentence = rest[2:]
	}
}

func (s *style) slot(slot byte, d *detail) string {
	switch slot {
	case 'P', 'Q':
		return s.name(slot)
	case 'N', 'M', 'K':
		n := s.e.numbers[slot]
		if d != nil {
			n = d.n
		}
		return s.number(n)
	case 'T':
		return s.day()
	case 'X':
		if d != nil {
			return d.thing
		}
	case 'D':
		if d != nil {
			return d.place
		}
	}
	return s.word(slot)
}

// word gives a word that fills a slot, as the paper spells it.
func (s *style) word(slot byte) string { return spelled(s.e.words[slot], s.paper) }

// name gives someone the first time with the office or the first name, and then
// the last one alone.
func (s *style) name(slot byte) string {
	p := s.e.people[slot]
	p.last = spelled(p.last, s.paper)
	first := !s.named[slot]
	s.named[slot] = true
	if !first {
		return p.last
	}
	if s.r.IntN(3) > 0 {
		return p.office + " " + p.first + " " + p.last
	}
	if s.r.IntN(3) > 0 {
		return p.first + " " + p.last
	}
	return p.last
}

var smallNumbers = strings.Fields("صفر واحد اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة")

// number writes a number exact, rounded, or in words.
func (s *style) number(n float64) string {
	if s.rounds && n != math.Trunc(n) {
		n = math.Round(n*10) / 10
	} else if s.rounds && n > 100 {
		n = math.Round(n/10) * 10
	}
	if n == math.Trunc(n) && int(n) < len(smallNumbers) && s.r.IntN(2) == 0 {
		return smallNumbers[int(n)]
	}
	text := strconv.FormatFloat(n, 'f', -1, 64)
	if s.eastern {
		text = strings.NewReplacer("0", "٠", "1", "١", "2", "٢", "3", "٣", "4", "٤", "5", "٥", "6", "٦", "7", "٧", "8", "٨", "9", "٩", ".", "٫").Replace(text)
	}
	return text
}

var weekdayNames = strings.Fields("الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت")

func (s *style) day() string {
	switch s.r.IntN(3) {
	case 0:
		return "أمس"
	case 1:
		return weekdayNames[s.e.at.Weekday()]
	}
	return "أمس " + weekdayNames[s.e.at.Weekday()]
}

// spell writes a text as its paper does.
func (s *style) spell(text string) string {
	if s.plain {
		text = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا").Replace(text)
	}
	return text
}

// report is which lines of the kind a report has, by their letters.
type report struct {
	title string // the letter of its titles
	facts string // those of its facts
	recap int    // how many facts of another part of the story it repeats
}

var (
	mainReport     = report{"T", "F", 0}
	followUp       = report{"G", "U", 2}
	reactionReport = report{"H", "R", 2}
	opinionReport  = report{"I", "V", 1}
	laterOnes      = []report{followUp, followUp, reactionReport, opinionReport}
	reportsOfStory = []int{2, 2, 3, 3, 4, 4, 5, 6, 8, 10, 15}
)

// sentences writes what a report says: each fact in one of its ways, in an order
// of its own, some left out.
func (w *writer) sentences(s *style, r report, keep float64) []string {
	facts := slices.Clone(s.e.kind.said[r.facts[0]])
	for i := range r.recap {
		facts = append(facts, s.e.kind.said['F'][i])
	}
	var list []string
	for i, f := range s.e.facts {
		if i < coreFacts || w.r.Float64() < keep {
			list = append(list, w.tell(s, f))
		}
	}
	for i, ways := range facts {
		switch sentence := s.fill(choose(w.r, ways), nil); {
		case i == 0: // what happened, and where
			list = slices.Insert(list, coreFacts, sentence)
		case w.r.Float64() < keep:
			list = append(list, sentence)
		}
	}
	for range w.r.IntN(ownFacts) {
		list = append(list, w.tell(s, w.fact(s.e.genre, false)))
	}
	rest := list[coreFacts+1:]
	w.r.Shuffle(len(rest), func(i, j int) { rest[i], rest[j] = rest[j], rest[i] })
	for i := range s.e.details {
		d := &s.e.details[i]
		if w.r.Float64() < keep*0.75 {
			list = append(list, s.fill(choose(w.r, d.ways), d))
		}
	}
	for range 3 + w.r.IntN(5) {
		list = slices.Insert(list, 1+w.r.IntN(len(list)), w.pick("fillers"))
	}
	return list
}

// ownFacts is for how many facts of its own a report has room, which no other has.
const ownFacts = 9

// maxRecalled is how much of what was before an article recalls, at most.
const maxRecalled = 7

// recall gives what a report tells of what was before, word for word as others do: of
// its affair, or of other events of its kind.
func (w *writer) recall(e *event) (list []string) {
	facts, seed := w.past[e.genre], 1000+e.genre
	if e.affair > 0 {
		facts, seed = w.affairs[e.affair-1].facts[coreFacts:], e.affair
	}
	first := w.r.IntN(len(facts))
	for i := range w.r.IntN(maxRecalled) {
		at := (first + i) % len(facts)
		s := w.style(e, 1, e.at)
		s.r = rand.New(rand.NewPCG(uint64(seed), uint64(at))) //nolint:gosec // always the same words
		list = append(list, w.tell(s, facts[at]))
	}
	return list
}

// background is the paragraph that all papers repeat of an affair, word for word
// or nearly so.
func (w *writer) background(affair int) string {
	if affair == 0 {
		return ""
	}
	of := w.affairs[affair-1]
	s := w.style(&of, 1, of.at)
	s.r = rand.New(rand.NewPCG(uint64(affair), uint64(w.r.IntN(3)))) //nolint:gosec // of three wordings, each always the same
	return s.fill(w.pools["affairs"][affair-1], nil)
}

// usualTitles is of how many of a hundred articles the title is one of its kind.
const usualTitles = 2

// write puts an article together.
func (w *writer) write(s *style, r report, list []string, paper int, at time.Time, story int) {
	title := w.headline(s)
	if w.r.IntN(100) < usualTitles {
		title = s.fill(choose(w.r, s.e.kind.said[r.title[0]][0]), nil)
	}
	body := paragraphs(slices.Concat(list, w.recall(s.e)))
	if s.e.affair > 0 && w.r.IntN(3) > 0 {
		body += "\n\n" + w.background(s.e.affair) + "."
	}
	name := w.pools["papers"][paper]
	body += "\n\n" + "تنشر " + name + " ما يصلها من القراء بعد التثبت منه."
	w.add(Article{
		Title: s.spell(title), Body: s.spell(body), Source: name, Published: at,
		Story: story, Event: s.e.id, Affair: s.e.affair, Kind: s.e.genre + 1,
		People: s.e.names(), Places: [3]string{s.e.words['C'], s.e.words['D'], s.e.words['O']},
	})
}

// names gives the people of an event.
func (e *event) names() (list [2]string) {
	for i, slot := range []byte("PQ") {
		list[i] = e.people[slot].first + " " + e.people[slot].last
	}
	return list
}

func (w *writer) add(a Article) { w.out = append(w.out, a) }

// paragraphs joins sentences, three to a paragraph.
func paragraphs(list []string) string {
	var b strings.Builder
	for i, sentence := range list {
		switch {
		case i == 0:
		case i%3 == 0:
			b.WriteString(".\n\n")
		default:
			b.WriteString(". ")
		}
		b.WriteString(sentence)
	}
	return b.String() + "."
}

// story writes the reports of a story: of its event, and of what came of it.
func (w *writer) story(id int) {
	e := w.event(w.r.IntN(3) / 2 * (1 + w.r.IntN(len(w.affairs))))
	n := reportsOfStory[w.r.IntN(len(reportsOfStory))]
	main := max(2, n*2/3)
	w.told = append(w.told, e)
	w.reports(&e, mainReport, main, id)
	for left := n - main; left > 0; {
		part := e
		w.events++
		part.id = w.events
		part.at = e.at.Add(time.Duration(8+w.r.IntN(64)) * time.Hour)
		part.facts = slices.Clone(e.facts)
		for i := range part.facts {
			if i < coreFacts || w.r.IntN(100) < 65 {
				part.facts[i] = w.fact(e.genre, i < coreFacts)
			}
		}
		part.facts[0].subject, part.facts[0].quality = e.facts[0].subject, e.facts[0].quality // what the story is about
		if w.r.IntN(2) == 0 {
			part.facts[1].subject = e.facts[1].subject
		}
		part.details = append(slices.Clone(e.details[:1]), detail{strings.Split(w.pick("details"), " / "), w.thing(), w.pick("districts"), w.number()})
		some := 1 + w.r.IntN(min(left, 3))
		w.reports(&part, laterOnes[w.r.IntN(len(laterOnes))], some, id)
		left -= some
	}
}

// reports writes reports of an event in several papers. The first is an agency's;
// others copy it, changed a little, or are written anew.
func (w *writer) reports(e *event, r report, n, story int) {
	papers := w.r.Perm(len(w.pools["papers"]))
	var wire []string
	for i := range n {
		paper := papers[i%len(papers)]
		at := e.at.Add(time.Duration(w.r.IntN(20*60)) * time.Minute)
		s := w.style(e, paper, at)
		list := w.sentences(s, r, w.kept())
		if wire != nil && r != opinionReport && w.r.IntN(4) == 0 {
			lead := list[coreFacts]
			if list = w.changed(wire); w.outOf(30) { // a lead of the paper's own
				list = slices.Insert(list, 0, lead)
			}
		} else if wire == nil {
			wire = list
		}
		w.write(s, r, list, paper, at, story)
	}
}

// kept is how much of what there is to tell a report tells: some are briefs.
func (w *writer) kept() float64 { return 0.1 + 0.5*w.r.Float64() }

// changed changes up to a third of a text: words for others, and its end.
func (w *writer) changed(list []string) []string {
	part := w.r.Float64() * 0.3
	list = slices.Clone(list[:len(list)-int(part*float64(len(list)))])
	for i, sentence := range list {
		if w.r.Float64() < part {
			for _, pair := range w.pools["synonyms"] {
				one, other, _ := strings.Cut(pair, "=")
				sentence = strings.ReplaceAll(sentence, " "+one+" ", " "+other+" ")
			}
			list[i] = sentence
		}
	}
	return list
}

// alike makes another event of the kind of one: in its place or of its people, of
// which much is said that was said of that one.
func (w *writer) alike(e event) event {
	other := w.event(0)
	other.kind, other.genre = e.kind, e.genre
	for i := range other.facts {
		switch n := w.r.IntN(100); {
		case i < coreFacts:
			other.facts[i] = w.fact(e.genre, true)
			if n < 60 {
				other.facts[i].verb = e.facts[i].verb
			}
			if n < 15 {
				other.facts[i].object = e.facts[i].object
			}
		case n < 30:
			other.facts[i] = e.facts[i]
		default:
			other.facts[i] = w.fact(e.genre, false)
		}
	}
	for _, slot := range []byte("CDOXY") {
		if w.r.IntN(6) == 0 {
			other.words[slot] = e.words[slot]
		}
	}
	for _, slot := range []byte("PQ") {
		if w.r.IntN(8) == 0 {
			other.people[slot] = e.people[slot]
		}
	}
	return other
}

// other writes an article of no story: an event told once, or what comes every day.
func (w *writer) other() {
	paper := w.r.IntN(len(w.pools["papers"]))
	if w.r.IntN(6) == 0 {
		e := w.event(0)
		s := w.style(&e, paper, e.at)
		series := (paper + 3*w.r.IntN(2)) % len(w.pools["boilerplates"])
		title, body, _ := strings.Cut(w.pools["boilerplates"][series], " | ")
		w.add(Article{
			Title: s.spell(s.fill(title, nil)), Body: s.spell(s.fill(body, nil)),
			Source: w.pools["papers"][paper], Published: e.at, Event: e.id,
			Affair: 100 + series,
		})
		return
	}
	e := w.event(w.r.IntN(5) / 4 * (1 + w.r.IntN(len(w.affairs))))
	if len(w.told) > 0 && w.r.IntN(2) == 0 {
		e = w.alike(w.told[w.r.IntN(len(w.told))])
	}
	r := []report{mainReport, mainReport, mainReport, followUp, reactionReport, opinionReport}[w.r.IntN(6)]
	s := w.style(&e, paper, e.at)
	w.write(s, r, w.sentences(s, r, w.kept()), paper, e.at, 0)
}
