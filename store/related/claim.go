package related

import "sync"

// What is only like an article is not of its story. Papers tell of two fires, two matches, two
// receptions in the same words; they write of one man in other affairs; and each of them has
// turns of its own. So more than likeness is asked for before it is said.

// What the same story takes: how much of the title of each the other tells, how many words
// beside names both have where not much of their titles is told, and that one word does not
// bring more than this part of it all.
const (
	leastTold   = 0.1
	fewestWords = 2
	wellTold    = 0.3
	mostOfOne   = 0.5
)

// isOfStory tells that what is like the query may be of its story.
func (q *query) isOfStory(r *ranked) bool {
	if q.isTitleAlone(r) {
		return true
	}
	return q.sharesWords(r) && q.tellsTitles(r, leastTold) && !q.isTurnOfPaper(r) && !q.otherTitle(r.Profile)
}

// sharesWords tells that both speak of more than names, and of more than one thing. Of two papers
// that tell one story in words of their own a word is enough, if they tell the titles of each
// other.
func (q *query) sharesWords(r *ranked) bool {
	words := 0
	q.inCommon(r.Profile, func(i int, t Counted) {
		if !t.Name && !q.Terms[i].Name && !saysLittle()[t.Term] {
			words++
		}
	})
	many := words >= fewestWords || words > 0 && r.told >= wellTold && !q.isOfPaper(r)
	return many && r.most <= mostOfOne
}

// saysLittle are the words of every day and the offices that stand before names.
var saysLittle = sync.OnceValue(func() map[Term]bool {
	terms := map[Term]bool{}
	for stem := range commonWords() {
		terms[termOf(stem)] = true
	}
	for stem := range cueStems() {
		terms[termOf(stem)] = true
	}
	return terms
})

// isOfEvent tells that what is like the query may be another report of its event: no paper
// reports one a second time a day later.
func (q *query) isOfEvent(r *ranked) bool {
	if q.isTitleAlone(r) {
		return true
	}
	again := q.isOfPaper(r) && q.isAnotherDay(r)
	return q.tellsTitles(r, leastTold/2) && !again && !q.otherTitle(r.Profile) && !q.otherNumbers(r.Profile)
}

// isNearEvent tells that an article is like another report of the event, and of its hours: what
// comes after it has much of its words.
func (q *query) isNearEvent(r *ranked) bool {
	near := keptOfEvents + (1-keptOfEvents)*q.timeNearness(&r.Document, eventHours)
	return r.ofEvent()*near >= q.event
}

// isTitleAlone tells that of the query or of an article there is but the title, which cannot
// say all that the other says.
func (q *query) isTitleAlone(r *ranked) bool { return q.Sketch.Runs == 0 || r.Sketch.Runs == 0 }

// tellsTitles tells that an article and the query tell enough of the titles of each other, if
// both have one.
func (q *query) tellsTitles(r *ranked, least float64) bool {
	return r.told >= least || q.Lengths[1] == 0 || r.Lengths[1] == 0
}

// isOfPaper tells an article of the query's paper.
func (q *query) isOfPaper(r *ranked) bool { return q.Source != "" && q.Source == r.Source }

// isAnotherDay tells that half a day or more lies between an article and the query.
func (q *query) isAnotherDay(r *ranked) bool {
	return !q.Undated && !r.Undated && max(q.Hour-r.Hour, r.Hour-q.Hour) >= bulletinHours
}

// isTurnOfPaper tells what is like the query since one paper writes so: its title has nothing of
// the query's, or it begins as the query does on another day.
func (q *query) isTurnOfPaper(r *ranked) bool {
	return q.isOfPaper(r) && (r.cosines[1] < otherTurn || q.isAnotherDay(r) && r.cosines[2] > sameTurn)
}

// How like the titles are at least of two articles of one paper that are of one story, and how
// like their leads are at most when they are of two days.
const (
	otherTurn = 0.05
	sameTurn  = 0.35
)

// otherNumbers tells that no number of the title of an article is anywhere in the query, nor
// one of the query's in the article, if both titles have some: so many were ill a day later.
func (q *query) otherNumbers(p Profile) bool {
	return q.otherTitleTerms(p, func(t Counted) bool { return t.isNumber() && t.Title > 0 })
}
