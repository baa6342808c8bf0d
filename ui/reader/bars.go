package reader

import (
	"slices"
	"strconv"
	"strings"

	"warraq/ui/page"
	"warraq/ui/rtl"
)

// headerRow is the line above the panes: the program's name at the right, what
// the list holds beside it, and how far one has read at the left.
func (m *Model) headerRow() row {
	s := m.styles
	name := m.natural(m.width, rtl.Span{Text: " " + m.words.Name + " ", Style: s.Header})
	rest := m.width - int(rtl.Width(name))
	progress := m.natural(rest, rtl.Span{Text: m.progress(), Style: s.HeaderMuted})
	rest -= int(rtl.Width(progress))
	counted := m.label(rest, rtl.Span{Text: m.counted(), Style: s.HeaderMuted})
	return fit([]row{append(append(progress, counted...), name...)}, m.width, 1)[0]
}

// progress is how much of the article lies above the last visible line, and how
// long reading the rest takes.
func (m *Model) progress() string {
	total, rows := len(m.article.lines), bodyRows(m.height)
	if total == 0 || rows == 0 {
		return ""
	}
	read := min(1, float64(m.article.top+rows)/float64(total))
	progress := " " + strconv.Itoa(int(100*read)) + "%"
	if minutes := page.Minutes(m.article.item); read < 1 && m.article.item.Full && m.width >= twoPanes {
		progress += " · " + m.words.Left(minutes*(1-read))
	}
	return progress
}

// footerActions are the keys that the footer shows in a pane, those that matter
// most first; the ways to all keys and out stand at the end of each.
var (
	footerActions = map[pane][]action{
		listPane:    {onward, filterList, bookmark, bookmarks, toggleRead, nextPane},
		articlePane: {pageDown, onward, back, bookmark, openRelated, earlier, later},
		relatedPane: {onward, openRelated, nextSide, back, bookmark, earlier, later},
	}
	// passageActions are those while a passage is chosen.
	passageActions = []action{choosePassage, highlight, note, copyParagraph, copyQuote, back}
	// cardActions are those of an article whose text is not here.
	cardActions = []action{showAddress, addArticles, onward, back, bookmark, openRelated, earlier}
	// emptyActions are those where there is no article at all.
	emptyActions = []action{addArticles, guide}
	footerEnd    = []action{help, quit}
)

// mostNotice is how many rows what is said takes at the most.
const mostNotice = 4

// footer is the last line: the open question, else what the last key did, else the
// keys that work now. What was said takes more lines where it needs them, over the
// panes. at is the column of the cursor, or -1.
func (m *Model) footer() (rows []row, at int) {
	if m.asking == nil && m.notice != "" {
		for _, r := range m.paragraph([]rtl.Span{{Text: m.notice, Style: m.styles.Warning}}, m.width-2, mostNotice) {
			rows = append(rows, slices.Concat(blank(m.width-1-int(rtl.Width(r)), rtl.Style{}), r, blank(1, rtl.Style{})))
		}
		if rows != nil {
			return rows, -1
		}
	}
	r, at := m.footerRow()
	return []row{r}, at
}

// leastField is the room for an answer, where the screen is wide enough.
const leastField = 24

// footerRow is the open question, or else the keys that work now.
func (m *Model) footerRow() (r row, at int) {
	s := m.styles
	if m.asking != nil {
		name := m.natural(m.width-min(leastField, m.width/2), rtl.Span{Text: " " + m.asking.name(m.words) + " ", Style: s.FooterKey})
		field, at := m.asking.Field(m.width-int(rtl.Width(name)), s.Input, s.Selected)
		return append(field, name...), at
	}
	shown, end := footerActions[m.focus], m.keyHints(footerEnd, m.width)
	switch {
	case m.focus != articlePane:
	case m.article.item.ID == "": // what is opened is what the list has selected
		shown = footerActions[listPane]
	case !m.article.item.Full:
		shown = cardActions
	}
	if m.focus == articlePane && m.article.selection != nil {
		shown = passageActions
	}
	if m.focus == listPane && m.emptyLibrary() {
		shown = emptyActions
	}
	if s := m.screen(); s != nil {
		shown, end = s.footer(), nil
	}
	keys := m.keyHints(shown, m.width-int(rtl.Width(end)))
	free := m.width - int(rtl.Width(keys)+rtl.Width(end))
	return slices.Concat(blank(free, s.Footer), end, keys), -1
}

// keyHints are as many keys as fit, side by side, the first one rightmost.
func (m *Model) keyHints(shown []action, width int) row {
	var keys row
	for _, a := range shown {
		k := m.keyHint(a)
		if int(rtl.Width(keys)+rtl.Width(k)) > width {
			break
		}
		keys = append(k, keys...)
	}
	return keys
}

// keyHint is a key and what it does, to be read from the right. The two are
// separate segments: neither moves into the other. An action that has no key has
// no hint.
func (m *Model) keyHint(a action) row {
	b := m.keyMap.of(a)
	if b == nil || len(b.keys) == 0 {
		return nil
	}
	gap := blank(1, m.styles.Footer)
	does := m.natural(m.width, rtl.Span{Text: m.words.Actions[string(a)], Style: m.styles.Footer})
	return slices.Concat(gap, gap, does, gap, m.keyLabel(*b, 1))
}

// keyLabel is the first keys of an action as they are printed on the keyboard:
// left to right, their brackets not mirrored.
func (m *Model) keyLabel(b binding, most int) row {
	labels := m.labels(b)
	label := strings.Join(labels[:min(most, len(labels))], " ")
	if most < len(labels) && b.action == openRelated {
		label = labels[0] + "–" + labels[len(labels)-1]
	}
	width := int(rtl.StringWidth(label))
	return rtl.Label([]rtl.Span{{Text: label, Style: m.styles.FooterKey}}, rtl.Options{
		Width: width, Direction: rtl.LTR, Shaping: m.options.Shaping,
	})
}
