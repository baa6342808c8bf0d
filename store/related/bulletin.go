package related

import "slices"

// isBulletin tells what has much of the words of the query, but not what it tells:
// prices and the weather come every day in the same words. It is of other names and
// numbers, or of another day and the same paper, or of a few lines that do not name the same
// in their titles, and yet not the same.
func (q *query) isBulletin(r *ranked) bool {
	resembling := resemblance(q.Sketch, r.Sketch)
	if resembling < sameWords {
		return false
	}
	lines := max(q.Sketch.Runs, r.Sketch.Runs) <= bulletinRuns && !q.sharesTitleName(r.Profile)
	again := (lines || q.isOfPaper(r)) && q.isAnotherDay(r) && resembling < sameTextAgain
	return again || lines && q.otherNumbers(r.Profile) || q.otherFacts(r.Profile)
}

// sharesTitleName tells that both titles have a name in common.
func (q *query) sharesTitleName(p Profile) (shares bool) {
	q.inCommon(p, func(i int, t Counted) {
		shares = shares || t.isFact() && !t.isNumber() && t.Title > 0 && q.Terms[i].Title > 0
	})
	return shares
}

// How much of the words of one article another of its kind has, and how much it has
// that is the same one once more; how many hours are between two of a paper's, and of how many
// runs of words such a text of few lines is at most.
const (
	sameWords     = 0.25
	sameTextAgain = 0.85
	bulletinHours = 12
	bulletinRuns  = 30
)

// otherFacts tells that hardly a name or a number of an article is of the query, if both
// have some.
func (q *query) otherFacts(p Profile) bool {
	both := 0
	q.inCommon(p, func(i int, t Counted) {
		if t.isFact() && q.Terms[i].isFact() {
			both++
		}
	})
	some := min(countTerms(q.Terms, Counted.isFact), countTerms(p.Terms, Counted.isFact))
	if some >= fewFacts && q.otherTitle(p) {
		return true
	}
	return some >= someFacts && 5*both < 2*some || some >= fewFacts && both == 0
}

func countTerms(terms []Counted, is func(Counted) bool) (n int) {
	for _, t := range terms {
		if is(t) {
			n++
		}
	}
	return n
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
	return q.otherTitleTerms(p, func(t Counted) bool { return t.isFact() && t.Title > 0 })
}

// otherTitleTerms tells that two titles have terms of a kind, but neither has one that the
// other article has.
func (q *query) otherTitleTerms(p Profile, is func(Counted) bool) bool {
	if !slices.ContainsFunc(q.Terms, is) || !slices.ContainsFunc(p.Terms, is) {
		return false
	}
	shared := false
	q.inCommon(p, func(i int, t Counted) { shared = shared || is(t) || is(q.Terms[i]) })
	return !shared
}

// isCopy tells a copy of the query. What is told of it within a longer text, as live pages
// tell it among other things, is none: there it begins otherwise, or has another title if it is
// a teaser. Nor is what has paragraphs of background in common, and little else.
func (q *query) isCopy(r *ranked) bool {
	if !areCopies(q.Sketch, r.Sketch) {
		return false
	}
	begins := max(r.cosines[1], r.cosines[2]) >= begunAlike
	if resemblance(q.Sketch, r.Sketch) >= sameText {
		return begins || r.cosines[0] >= copiedAlike
	}
	return begins && (min(q.Sketch.Runs, r.Sketch.Runs) > teaserRuns || q.tellsTitles(r, leastTold))
}

// How like two copies are, and how like their titles or their leads are where one is cut; and
// of how many runs of words a teaser is at most.
const (
	copiedAlike = 0.65
	begunAlike  = 0.5
	teaserRuns  = 12
)
