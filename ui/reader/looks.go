package reader

import (
	"strconv"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"warraq/ui/rtl"
	"warraq/ui/terminal"
	"warraq/ui/theme"
)

// Looks are what one chooses of how articles look. The digits and whether lines
// are justified are among the options of the layout.
type Looks struct {
	Measure      int    // columns of the text at the most
	Theme        string // its name; "auto" follows the terminal's background
	HideTashkeel bool
}

// The bounds of the measure, and its steps. A line of 66 characters is what
// typography holds to be read best.
const (
	DefaultMeasure = 66
	leastMeasure   = 20
	mostMeasure    = 200
	measureStep    = 4
)

// AutoTheme follows the terminal's background.
const AutoTheme = "auto"

// choose takes a setting to be kept beyond this reading.
func (m *Model) choose(setting, value, said string) {
	if m.chosen == nil {
		m.chosen = map[string]string{}
	}
	m.chosen[setting] = value
	m.notice = said
}

// relook lays the article out anew, the line that one reads where it was.
func (m *Model) relook() tea.Cmd {
	m.article.width = 0
	return m.relaid()
}

func (m *Model) widen() tea.Cmd  { return m.setMeasure(m.looks.Measure + measureStep) }
func (m *Model) narrow() tea.Cmd { return m.setMeasure(m.looks.Measure - measureStep) }

// setMeasure changes how wide the text may be: from what it is, if the pane does
// not let it be as wide as it might.
func (m *Model) setMeasure(columns int) tea.Cmd {
	pane := m.columns()[articlePane]
	if now := m.textColumns(pane); columns < m.looks.Measure && now < m.looks.Measure {
		columns = now - measureStep
	}
	m.looks.Measure = max(leastMeasure, min(columns, mostMeasure))
	n := strconv.Itoa(m.looks.Measure)
	m.choose("measure", n, m.words.Looks.Measure+" "+n)
	return m.relook()
}

func (m *Model) toggleJustify() tea.Cmd {
	m.options.Justify = !m.options.Justify
	said := m.words.Looks.Ragged
	if m.options.Justify {
		said = m.words.Looks.Justified
	}
	m.choose("justify", strconv.FormatBool(m.options.Justify), said)
	return m.relook()
}

// toggleTashkeel hides the marks of letters, or shows them where the terminal
// can.
func (m *Model) toggleTashkeel() tea.Cmd {
	if !m.term.KeepMarks {
		m.notice = m.words.Looks.NoTashkeel
		return nil
	}
	m.looks.HideTashkeel = !m.looks.HideTashkeel
	value, said := "show", m.words.Looks.Tashkeel
	if m.looks.HideTashkeel {
		value, said = "hide", m.words.Looks.TashkeelHidden
	}
	m.choose("tashkeel", value, said)
	m.setTerminal(m.term)
	return m.relook()
}

// digitNames are the names of the sets of digits in the settings.
var digitNames = map[rtl.Digits]string{
	rtl.DigitsAsIs: "asis", rtl.DigitsArabic: "arabic", rtl.DigitsPersian: "persian", rtl.DigitsEuropean: "european",
}

func (m *Model) nextDigits() tea.Cmd {
	m.options.Digits = (m.options.Digits + 1) % rtl.Digits(len(digitNames))
	name := digitNames[m.options.Digits]
	m.choose("digits", name, m.words.Looks.Digits[name])
	return m.relook()
}

// nextTheme takes the theme after this one: first the one that follows the
// terminal, then each of the others.
func (m *Model) nextTheme() tea.Cmd {
	if m.profile < colorprofile.ANSI256 {
		m.notice = m.words.Looks.NoThemes
		return nil
	}
	next := m.themes[0].Name
	if m.looks.Theme == m.themes[len(m.themes)-1].Name {
		next = AutoTheme
	}
	for i, t := range m.themes[:len(m.themes)-1] {
		if t.Name == m.looks.Theme {
			next = m.themes[i+1].Name
		}
	}
	m.looks.Theme = next
	said := next
	if name, ok := m.words.Looks.Themes[next]; ok {
		said = name
	}
	m.choose("theme", next, m.words.Looks.Theme+" "+said)
	return m.fitTheme()
}

// pickTheme is the theme that is chosen, as far as the terminal's colours go.
func (m *Model) pickTheme() theme.Theme {
	if m.profile >= colorprofile.ANSI256 {
		for _, t := range m.themes {
			if t.Name == m.looks.Theme {
				return t
			}
		}
	}
	return theme.For(m.background, m.profile)
}

// setTheme changes the looks; the article is styled anew when it is next shown.
func (m *Model) setTheme(t theme.Theme) { m.theme, m.styles = t, t.Styles() }

// fitTheme takes the theme that is chosen, where it is another, and shows the
// article in it.
func (m *Model) fitTheme() tea.Cmd {
	t := m.pickTheme()
	if t == m.theme {
		return nil
	}
	m.setTheme(t)
	if m.article.item.ID == "" || m.article.want != m.article.item.ID {
		return nil // another one is on its way, and gets the theme when it is here
	}
	return m.show(m.here())
}

// paint gives cells that have no colours of their own those of the page.
func (m *Model) paint(rows []row) {
	page := m.styles.Page
	if page == (rtl.Style{}) {
		return
	}
	for _, r := range rows {
		for i := range r {
			if s := &r[i].Style; s.Attributes&rtl.Reverse == 0 {
				if s.Background == 0 {
					s.Background = page.Background
				}
				if s.Foreground == 0 {
					s.Foreground = page.Foreground
				}
			}
		}
	}
}

// toggleAlone shows the article alone, or the panes beside it again.
func (m *Model) toggleAlone() tea.Cmd {
	m.alone = !m.alone || m.focus != articlePane
	m.focus = articlePane
	return m.relaid()
}

// Background is what a terminal told of its own.
func Background(t terminal.Terminal) theme.Background {
	switch {
	case t.Background == 0:
		return theme.UnknownBackground
	case t.Light():
		return theme.Light
	default:
		return theme.Dark
	}
}
