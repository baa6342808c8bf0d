package related

// isBulletin tells what has much of the words of the query, but not what it tells:
// prices and the weather come every day in the same words. It is of other names and
// numbers, or of the same paper and another day, and yet not the same.
func (q *query) isBulletin(r *ranked) bool {
	resembling, apart := resemblance(q.Sketch, r.Sketch), max(q.Hour-r.Hour, r.Hour-q.Hour)
	own := q.Source != "" && q.Source == r.Source && apart >= bulletinHours
	return resembling >= sameWords && (own && resembling < sameTextAgain || q.otherFacts(r.Profile))
}

// How much of the words of one article another of its kind has, and how much it has
// that is the same one once more; and how many hours are between two of a paper's.
const (
	sameWords     = 0.25
	sameTextAgain = 0.85
	bulletinHours = 12
)

// otherFacts tells that hardly a name or a number of an article is of the query, if
// both have some.
func (q *query) otherFacts(p Profile) bool {
	own, others, both := 0, 0, 0
	for _, t := range q.Terms {
		if t.isFact() {
			own++
		}
	}
	for _, t := range p.Terms {
		if t.isFact() {
			others++
		}
	}
	q.inCommon(p, func(i int, t Counted) {
		if t.isFact() && q.Terms[i].isFact() {
			both++
		}
	})
	some := min(own, others)
	if some >= fewFacts && q.otherTitle(p) {
		return true
	}
	return some >= someFacts && 5*both < 2*some || some >= fewFacts && both == 0
}

// someFacts is how many names and numbers are enough to tell by, and fewFacts where none is in
// both; a number counts for two.
const (
	someFacts = 3
	fewFacts  = 2
)

// otherTitle tells that no name or number of the title of an article is anywhere in the query,
// nor one of the query's in the article, if both titles have some. Papers give one report
// titles of their own, but of what it tells.
func (q *query) otherTitle(p Profile) bool {
	own, others := 0, 0
	for _, t := range q.Terms {
		own += titleFact(t)
	}
	for _, t := range p.Terms {
		others += titleFact(t)
	}
	shared := 0
	q.inCommon(p, func(i int, t Counted) { shared += titleFact(t) + titleFact(q.Terms[i]) })
	return own > 0 && others > 0 && shared == 0
}

// titleFact gives 1 for a name or a number that a title has.
func titleFact(t Counted) int {
	if t.isFact() && t.Title > 0 {
		return 1
	}
	return 0
}

// isCopy tells a copy of the query. What is told of it within a longer text, as live pages
// tell it among other things, is none: there it begins otherwise.
func (q *query) isCopy(r *ranked) bool {
	if !areCopies(q.Sketch, r.Sketch) {
		return false
	}
	return resemblance(q.Sketch, r.Sketch) >= sameText || max(r.likeness[1], r.likeness[2]) >= begunAlike
}

// begunAlike is how like the titles or the leads of two copies are of which one is cut.
const begunAlike = 0.5
