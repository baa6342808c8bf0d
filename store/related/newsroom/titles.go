package newsroom

import "time"

// Titles gives some two hundred articles of one affair that runs for ten days, of
// which there are but the titles, as feeds have them: all have its people, places and
// words in them, and time tells its events apart.
func Titles(seed uint64) []Article {
	w := newWriter(seed)
	of := w.event(0)
	w.genres[of.genre] = newLexicon(w.r, 90)
	people := []person{of.people['P'], of.people['Q'], w.person(), w.person(), w.person()}
	places := map[byte][]string{'C': w.some("cities", 4), 'D': w.some("districts", 5), 'O': w.some("bodies", 4)}
	for range 45 {
		e := w.event(0)
		e.genre = of.genre
		for i := range e.facts {
			e.facts[i] = w.fact(of.genre, i%2 == 0)
		}
		e.people['P'] = people[w.r.IntN(len(people))]
		for _, slot := range []byte("CDO") {
			e.words[slot] = choose(w.r, places[slot])
		}
		for range 2 + w.r.IntN(7) {
			at := e.at.Add(time.Duration(w.r.IntN(14*60)) * time.Minute)
			paper := w.r.IntN(len(w.pools["papers"]))
			s := w.style(&e, paper, at)
			s.terse = true
			w.add(Article{Title: s.spell(w.headline(s)), Source: w.pools["papers"][paper], Published: at, Story: 1, Event: e.id})
		}
	}
	return w.out
}

// some gives items of a list.
func (w *writer) some(pool string, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = w.pick(pool)
	}
	return list
}
