// Package newsroom writes a library of Arabic articles to judge relatedness by: of
// twelve invented papers over ten days, dense as real libraries are. Its text is
// put together from kinds.txt and pools.txt, the same for the same seed. Tests
// alone use it.
package newsroom

import (
	_ "embed"
	"math/rand/v2"
	"slices"
	"strings"
	"time"
)

//go:embed kinds.txt
var kindsText string

//go:embed pools.txt
var poolsText string

// Article is an article of the library, with what it tells.
type Article struct {
	Title, Body, Source string
	Published           time.Time
	Undated             bool // Published is when it came: when it was published is not said
	Story               int  // from 1 on; 0 is none
	Event               int  // each its own
	Affair              int  // what its background is, from 1 on; 0 is none
	Kind                int  // of event, from 1 on; 0 is not said
	People              [2]string
	Places              [3]string // a city, a district, and a body
	Tells               []Told    // what it tells a little of, beside others
}

// Told is an event that a page tells of among others, and the story that it is of, 0 for none.
type Told struct{ Event, Story int }

// Grade is how related two articles are by what they tell: 3 the same event, 2 the
// same story, 1 the same affair, the same person, or events of one kind in one place
// or of one body, 0 nothing.
func Grade(a, b Article) int {
	switch {
	case a.Event == b.Event:
		return 3
	case a.Story != 0 && a.Story == b.Story:
		return 2
	case a.touches(b), b.touches(a):
		return 1
	case a.Affair != 0 && a.Affair == b.Affair, a.sharesPerson(b), a.Kind != 0 && a.Kind == b.Kind && a.sharesPlace(b):
		return 1
	}
	return 0
}

// touches tells that an article tells a little of what another one tells, or of its story.
func (a *Article) touches(b Article) bool {
	return slices.ContainsFunc(a.Tells, func(t Told) bool { return t.Event == b.Event || t.Story != 0 && t.Story == b.Story })
}

func (a *Article) sharesPerson(b Article) bool {
	return slices.ContainsFunc(a.People[:], func(p string) bool { return p != "" && slices.Contains(b.People[:], p) })
}

func (a *Article) sharesPlace(b Article) bool {
	for i, place := range a.Places {
		if place != "" && place == b.Places[i] {
			return true
		}
	}
	return false
}

// Start is the first day of the library.
var Start = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)

// Library gives some stories and, beside them, some articles that are of none.
func Library(seed uint64, stories, others int) []Article {
	w := newWriter(seed)
	for story := range stories {
		w.story(story + 1)
	}
	for range others {
		w.other()
	}
	w.r.Shuffle(len(w.out), func(i, j int) { w.out[i], w.out[j] = w.out[j], w.out[i] })
	return w.out
}

// kind is a kind of event: what is said of it, each in several ways.
type kind struct {
	said map[byte][][]string // by the letter of the line
}

// readKinds reads kinds.txt.
func readKinds() []kind {
	var kinds []kind
	for line := range strings.Lines(kindsText) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "= "):
			kinds = append(kinds, kind{map[byte][][]string{}})
		case len(kinds) > 0 && len(line) > 2 && line[1] == ' ':
			k := kinds[len(kinds)-1]
			k.said[line[0]] = append(k.said[line[0]], strings.Split(line[2:], " / "))
		}
	}
	return kinds
}

// readPools reads pools.txt.
func readPools() map[string][]string {
	pools, name := map[string][]string{}, ""
	for line := range strings.Lines(poolsText) {
		line = strings.TrimSpace(line)
		switch after, begins := strings.CutPrefix(line, "= "); {
		case begins:
			name = after
		case name == "" || line == "":
		case slices.Contains([]string{"details", "fillers", "affairs", "boilerplates"}, name):
			pools[name] = append(pools[name], line)
		default:
			pools[name] = append(pools[name], strings.Split(line, "، ")...)
		}
	}
	return pools
}

// writer writes the articles of a library.
type writer struct {
	r       *rand.Rand
	kinds   []kind
	pools   map[string][]string
	affairs []event // whose facts fill the slots of their backgrounds
	usual   lexicon // of all texts
	rare    lexicon
	genres  []lexicon // of each kind
	past    [][]fact  // of each kind: what papers recall of others of it
	told    []event   // of the stories
	events  int
	days    int // in how many events happen
	out     []Article
}

func newWriter(seed uint64) *writer {
	w := &writer{r: rand.New(rand.NewPCG(seed, 17)), kinds: readKinds(), pools: readPools(), days: libraryDays} //nolint:gosec // the same seed gives the same library
	w.usual, w.rare = newLexicon(w.r, 2500), newLexicon(w.r, 25_000)
	for range w.kinds {
		w.genres = append(w.genres, newLexicon(w.r, 120))
	}
	for k := range w.kinds {
		facts := make([]fact, pastFacts)
		for i := range facts {
			facts[i] = w.fact(k, i < pastFacts/2)
		}
		w.past = append(w.past, facts)
	}
	for range w.pools["affairs"] {
		w.affairs = append(w.affairs, w.event(0))
	}
	return w
}

// libraryDays is in how many days the events of a library happen.
const libraryDays = 8

// pastFacts is how much papers recall of a kind of event.
const pastFacts = 24

// pick gives an item of a list.
func (w *writer) pick(pool string) string { return choose(w.r, w.pools[pool]) }

func choose(r *rand.Rand, list []string) string { return list[r.IntN(len(list))] }

// thing makes the name of a thing, with an adjective more often than not.
func (w *writer) thing() string {
	gender := [...]string{"masculine", "feminine"}[w.r.IntN(2)]
	name := w.pick(gender)
	if w.r.IntN(4) > 0 {
		name += " " + w.pick(gender+" adjectives")
	}
	return name
}

// person is someone in the news.
type person struct{ office, first, last string }

func (w *writer) person() person {
	p := person{w.pick("offices"), w.pick("first"), w.pick("last")}
	if w.outOf(foreignNames) {
		p.last = w.pick("foreign")
	}
	return p
}

// city gives a city, or one abroad.
func (w *writer) city() string {
	if w.outOf(foreignNames) {
		return w.pick("abroad")
	}
	return w.pick("cities")
}

// foreignNames is of how many of a hundred people and cities the name is foreign: each paper
// writes it in one of several ways, between which a stroke of equality stands.
const foreignNames = 25

// spelled writes a name as a paper does.
func spelled(name string, paper int) string {
	ways := strings.Split(name, "=")
	return ways[(paper+len(name))%len(ways)]
}

// event is what happened: what fills the slots of the sentences on it.
type event struct {
	id      int
	kind    *kind
	genre   int
	key     int // which name stands in titles, mostly
	facts   []fact
	affair  int
	at      time.Time
	words   map[byte]string
	people  map[byte]person
	numbers map[byte]float64
	details []detail
}

// detail is something that only this event has.
type detail struct {
	ways  []string
	thing string
	place string
	n     float64
}

func (w *writer) event(affair int) event {
	w.events++
	genre := w.r.IntN(len(w.kinds))
	e := event{
		id: w.events, kind: &w.kinds[genre], genre: genre, key: w.r.IntN(4), affair: affair,
		at: Start.Add(time.Duration(w.r.IntN(w.days*24*60)) * time.Minute),
		words: map[byte]string{
			'C': w.city(), 'D': w.pick("districts"), 'O': w.pick("bodies"),
			'X': w.thing(), 'Y': w.thing(), 'W': w.pick("weather"), 'Z': w.pick("signs"),
		},
		people:  map[byte]person{'P': w.person(), 'Q': w.person()},
		numbers: map[byte]float64{'N': w.number(), 'M': w.number(), 'K': w.number()},
	}
	if affair > 0 { // its people and places are the affair's, some of them
		of := &w.affairs[affair-1]
		for _, slot := range []byte("CDO") {
			if w.r.IntN(3) == 0 {
				e.words[slot] = of.words[slot]
			}
		}
		for _, slot := range []byte("PQ") {
			if w.r.IntN(3) == 0 {
				e.people[slot] = of.people[slot]
			}
		}
	}
	for i := range 18 {
		e.facts = append(e.facts, w.fact(genre, i < coreFacts))
	}
	if affair > 0 && w.r.IntN(2) == 0 {
		e.facts[1].subject = w.affairs[affair-1].facts[1].subject
	}
	for range 3 + w.r.IntN(4) {
		e.details = append(e.details, detail{strings.Split(w.pick("details"), " / "), w.thing(), w.pick("districts"), w.number()})
	}
	return e
}

// number makes a number of some size: small ones are whole.
func (w *writer) number() float64 {
	switch w.r.IntN(4) {
	case 0:
		return float64(1000+w.r.IntN(9000)) / 1000
	case 1:
		return float64(100 + w.r.IntN(900))
	default:
		return float64(3 + w.r.IntN(60))
	}
}
