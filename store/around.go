package store

import (
	"context"
	"slices"

	rel "github.com/warraq/warraq/store/related"
)

// Thread gives the articles that tell one developing story with an article, that
// one among them, in order of time, the oldest first. An article alone is a
// thread of one. What is not known to be of a time is left out.
func (l *Library) Thread(ctx context.Context, id string) ([]Entry, error) {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return nil, err
	}
	p, err := l.described(ctx, num)
	if err != nil {
		return nil, err
	}
	document, written, err := l.analysed(ctx, &p)
	if err != nil {
		return nil, err
	}
	nums, err := rel.Thread(ctx, l.foundIndex(), document, written)
	if err != nil {
		return nil, err
	}
	return l.entries(ctx, "SELECT "+entryColumns+` FROM json_each(?1) j
		JOIN article a ON a.num = j.value WHERE a.full OR a.published <> '' OR a.num = ?2
		ORDER BY a.newness`, encodeJSON(nums), num)
}

// Backlinks gives the articles that point at an article: those that name it as
// related, and, as far as [Library.Relate] has come, those whose text links to
// it, in either case the newest first.
func (l *Library) Backlinks(ctx context.Context, id string) ([]Entry, error) {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return nil, err
	}
	return l.backlinks(ctx, num, noLimit)
}

// noLimit is what SQLite takes for none.
const noLimit = -1

// backlinks gives the newest articles that point at one, as many as limit allows.
func (l *Library) backlinks(ctx context.Context, num int64, limit int) ([]Entry, error) {
	naming, err := l.entries(ctx, "SELECT "+entryColumns+` FROM link
		JOIN article a ON a.num = link.source WHERE link.target = ? ORDER BY a.newness DESC LIMIT ?`, num, limit)
	if err != nil {
		return nil, err
	}
	linking, err := l.entries(ctx, "SELECT "+entryColumns+` FROM article target
		JOIN mention ON mention.address = target.address
		JOIN article a ON a.num = mention.source
		WHERE target.num = ?1 AND target.address <> '' AND a.num <> ?1 ORDER BY a.newness DESC LIMIT ?2`, num, limit)
	if err != nil {
		return nil, err
	}
	all := appendNew(withReason(WhyPointsHere, naming), withReason(WhyLinksHere, linking))
	if limit >= 0 {
		all = all[:min(limit, len(all))]
	}
	return all, nil
}

// Neighbourhood is what lies around an article.
type Neighbourhood struct {
	// Articles are the article itself, those one step from it, and those two
	// steps, the nearest first in each case.
	Articles []Entry
	Steps    []int // of each article, from the first
	Links    []Link
}

// Link is what binds two articles of a neighbourhood, by their places in it.
type Link struct {
	From, To int
	Why      Why
}

// Bounds of a neighbourhood: how many articles lie one step away at most, and how
// many each of these brings at most.
const (
	firstStep  = 8
	secondStep = 3
)

// Neighbourhood gives what lies around an article: its related ones and those
// that point at it, and the related ones of these, 33 articles with itself at
// most.
func (l *Library) Neighbourhood(ctx context.Context, id string) (Neighbourhood, error) {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return Neighbourhood{}, err
	}
	here, err := l.entriesOf(ctx, []int64{num})
	if err != nil {
		return Neighbourhood{}, err
	}
	n := Neighbourhood{Articles: []Entry{here[num]}, Steps: []int{0}}
	near, err := l.Related(ctx, id, firstStep)
	if err != nil {
		return n, err
	}
	pointing, err := l.Backlinks(ctx, id)
	if err != nil {
		return n, err
	}
	for _, e := range near {
		n.add(0, e, 1, firstStep)
	}
	for _, e := range pointing {
		if at, ok := n.place(e, 1, firstStep); ok {
			n.bind(Link{at, 0, e.Why})
		}
	}
	for from := 1; from < len(n.Articles) && n.Steps[from] == 1; from++ {
		further, err := l.Related(ctx, n.Articles[from].ID, firstStep)
		if err != nil {
			return n, err
		}
		most := len(n.Articles) + secondStep
		for _, e := range further {
			n.add(from, e, 2, most-1)
		}
	}
	return n, nil
}

// add binds an article to one that is there, and takes it in as so many steps
// away, unless there are so many beside the first one already.
func (n *Neighbourhood) add(from int, e Entry, step, most int) {
	at, ok := n.place(e, step, most)
	switch {
	case !ok:
	case e.Why == WhyPointsHere || e.Why == WhyLinksHere:
		n.bind(Link{at, from, e.Why})
	default:
		n.bind(Link{from, at, e.Why})
	}
}

// place gives the place of an article, a new one if there is room.
func (n *Neighbourhood) place(e Entry, step, most int) (int, bool) {
	at := slices.IndexFunc(n.Articles, func(there Entry) bool { return there.ID == e.ID })
	if at >= 0 {
		return at, true
	}
	if len(n.Articles)-1 >= most {
		return 0, false
	}
	n.Articles, n.Steps = append(n.Articles, e), append(n.Steps, step)
	return len(n.Articles) - 1, true
}

// bind adds a link. Two articles that were found to be related are so both ways.
func (n *Neighbourhood) bind(link Link) {
	known := slices.ContainsFunc(n.Links, func(l Link) bool {
		return l.From == link.From && l.To == link.To ||
			l.From == link.To && l.To == link.From && link.Why.found() && l.Why.found()
	})
	if !known && link.From != link.To {
		n.Links = append(n.Links, link)
	}
}

// found tells a reason that Warraq found by itself.
func (w Why) found() bool {
	return w == WhyShared || w == WhySameEvent || w == WhySameStory || w == WhySameText
}
