package reader

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"warraq/store"
	"warraq/ui/reader/draw"
)

// side is what the related pane shows of the open article.
type side uint8

const (
	relatedSide   side = iota
	threadSide         // the story that it is of, in order of time
	backlinksSide      // those that point at it
	historySide        // those that were read before it
	sides              // their number
)

// related is the state of the related pane.
type related struct {
	shown
	draw.Cursor
}

// shown is what stands in the related pane.
type shown struct {
	side    side
	entries []store.Entry
	session int // of the history: how many of the first were visited in this session
}

func (r *related) at(index int) (store.Entry, bool) {
	if index >= 0 && index < len(r.entries) {
		return r.entries[index], true
	}
	return store.Entry{}, false
}

// mostRead is how many articles of the history are those that were read before
// this session.
const mostRead = 30

// ask gives what reads from the library what a side shows of an article.
func (m *Model) sideOf(s side, id string) func(context.Context) (shown, error) {
	library, visited := m.library, m.visited(id)
	return func(ctx context.Context) (shown, error) {
		out := shown{side: s}
		var err error
		switch s {
		case threadSide:
			out.entries, err = library.Thread(ctx, id)
			if len(out.entries) == 1 {
				out.entries = nil // itself is no story
			}
		case backlinksSide:
			out.entries, err = library.Backlinks(ctx, id)
		case historySide:
			out.entries, err = library.Entries(ctx, visited)
			if err != nil {
				return out, err
			}
			out.session = len(out.entries)
			var before []store.Entry
			before, err = library.RecentlyRead(ctx, mostRead)
			for _, e := range before {
				if e.ID != id && !slices.Contains(visited, e.ID) {
					out.entries = append(out.entries, e)
				}
			}
		default:
			var found []store.Entry
			found, err = library.Related(ctx, id, 0)
			out.entries = store.Unfolded(found)
		}
		return out, err
	}
}

// visited are the articles that one came by in this session, the last one first,
// each once, without one of them.
func (m *Model) visited(without string) []string {
	ids := []string{without}
	for _, way := range [][]place{m.history.before, m.history.after} {
		for _, p := range slices.Backward(way) {
			if !slices.Contains(ids, p.id) {
				ids = append(ids, p.id)
			}
		}
	}
	return ids[1:]
}

// nextSide shows the next side, in the pane if it is not in sight.
func (m *Model) nextSide() tea.Cmd {
	if m.columns()[relatedPane] == 0 {
		m.focus = relatedPane
	}
	m.related.shown = shown{side: (m.related.side + 1) % sides}
	m.related.Cursor = draw.Cursor{}
	return tea.Batch(m.relaid(), m.fetchRelated())
}

// sideName is what the related pane is called.
func (m *Model) sideName() string {
	name := m.Words.Sides.Names[m.related.side]
	if m.related.side == historySide {
		return name
	}
	return name + m.relates.progress()
}

// noSide says why there is nothing in the related pane.
func (m *Model) noSide() string {
	switch {
	case m.article.Item.ID == "":
		return m.Words.NothingOpen
	case m.related.side != historySide && m.relates.progress() != "":
		return m.Words.Sides.Relating
	}
	return m.Words.Sides.None[m.related.side]
}

// elsewhere tells of an entry that it stands behind the one before it.
func elsewhere(e store.Entry) bool { return e.Why == store.WhyElsewhere }

// sideHeight is the height of an entry of the related pane: what stands behind
// another has one row, and follows it at once.
func (m *Model) sideHeight(i int) int {
	height := m.itemRows(relatedPane)
	if m.related.side == threadSide {
		height = min(height, threadRows)
	}
	if elsewhere(m.related.entries[i]) {
		height = 2
	}
	if i+1 < len(m.related.entries) && elsewhere(m.related.entries[i+1]) {
		height--
	}
	return height
}

// threadRows is the height of an entry of a story: its day, its title and a free
// line.
const threadRows = 4

// sideVisible is how many entries of the related pane are seen at once.
func (m *Model) sideVisible() int {
	n, rows := 0, bodyRows(m.Height)
	for i := m.related.Top; i < len(m.related.entries); i++ {
		if rows -= m.sideHeight(i); rows < 0 {
			break
		}
		n++
	}
	return max(1, n)
}

// moveSide selects the entry so many steps further, and brings it into view.
func (m *Model) moveSide(steps int) {
	r := &m.related
	r.Selected = draw.Clamp(r.Selected+steps, len(r.entries)-1)
	r.Top = draw.Clamp(min(r.Top, r.Selected), len(r.entries)-1)
	rows := bodyRows(m.Height)
	used := 0
	for i := r.Top; i <= r.Selected && i < len(r.entries); i++ {
		used += m.sideHeight(i)
	}
	for used > rows && r.Top < r.Selected {
		used -= m.sideHeight(r.Top)
		r.Top++
	}
	for i := r.Selected + 1; i < len(r.entries); i++ {
		used += m.sideHeight(i)
	}
	for r.Top > 0 && used+m.sideHeight(r.Top-1) <= rows { // no room is left empty
		r.Top--
		used += m.sideHeight(r.Top)
	}
}
