package reader

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"warraq/ui/rtl"
	"warraq/ui/terminal"
	"warraq/ui/words"
)

// choice is a setting that can be changed while one reads: on the screen of the
// settings, and some by a key.
type choice struct {
	name   string // in the settings
	values func(*Model) []string
	now    func(*Model) string
	set    func(m *Model, value string) tea.Cmd
	// cannot says why it cannot be changed here, "" that it can; nil is that too.
	cannot func(*Model) string
	later  bool // it holds from the next start on
	apart  bool // it is not kept among the settings
}

// fixedValues are values that are always the same.
func fixedValues(values ...string) func(*Model) []string {
	return func(*Model) []string { return values }
}

var yesOrNo = fixedValues("false", "true")

// choices are the settings in the order in which the screen shows them.
func choices() []choice {
	return []choice{
		{
			name: "lang", values: fixedValues(words.Languages()...),
			now: func(m *Model) string { return m.Words.Lang },
			set: func(m *Model, v string) tea.Cmd {
				months, hijri := m.Words.Calendar()
				return m.speak(words.For(v).WithMonths(months).WithHijri(hijri))
			},
		},
		{
			name: "theme", values: (*Model).themeNames,
			now:    func(m *Model) string { return m.looks.Theme },
			set:    func(m *Model, v string) tea.Cmd { m.looks.Theme = v; return m.fitTheme() },
			cannot: (*Model).noThemes,
		},
		{
			name: "measure", values: (*Model).measures,
			now: func(m *Model) string { return strconv.Itoa(m.article.Measure) },
			set: func(m *Model, v string) tea.Cmd { m.article.Measure = number(v); return m.relook() },
		},
		{
			name: "list-width", values: sideWidths(listPane),
			now: func(m *Model) string { return strconv.Itoa(m.looks.ListWidth) },
			set: func(m *Model, v string) tea.Cmd { m.looks.ListWidth = number(v); return m.relayout() },
		},
		{
			name: "related-width", values: sideWidths(relatedPane),
			now: func(m *Model) string { return strconv.Itoa(m.looks.RelatedWidth) },
			set: func(m *Model, v string) tea.Cmd { m.looks.RelatedWidth = number(v); return m.relayout() },
		},
		{
			name: "spacing", values: fixedValues("0", "1", "2"),
			now: func(m *Model) string { return strconv.Itoa(m.looks.Spacing) },
			set: func(m *Model, v string) tea.Cmd { m.looks.Spacing = number(v); return m.relook() },
		},
		{
			name: "justify", values: yesOrNo,
			now: func(m *Model) string { return strconv.FormatBool(m.Options.Justify) },
			set: func(m *Model, v string) tea.Cmd { m.Options.Justify = v == "true"; return m.relook() },
		},
		{
			name: "align", values: fixedValues(alignNames...),
			now: func(m *Model) string { return alignNames[m.Options.Align] },
			set: func(m *Model, v string) tea.Cmd {
				m.Options.Align = rtl.Align(slices.Index(alignNames, v))
				return m.relook()
			},
		},
		{
			name: "tashkeel", values: fixedValues("show", "hide"),
			now: func(m *Model) string {
				if m.looks.HideTashkeel {
					return "hide"
				}
				return "show"
			},
			set: func(m *Model, v string) tea.Cmd {
				m.looks.HideTashkeel = v == "hide"
				m.setTerminal(m.term)
				return m.relook()
			},
			cannot: (*Model).noTashkeel,
		},
		{
			name: "digits", values: fixedValues(digitNames...),
			now: func(m *Model) string { return digitNames[m.Options.Digits] },
			set: func(m *Model, v string) tea.Cmd {
				m.Options.Digits = rtl.Digits(slices.Index(digitNames, v))
				return m.relook()
			},
		},
		{
			name: "pictures", values: fixedValues(append([]string{AutoPictures}, terminal.GraphicsNames()...)...),
			now: func(m *Model) string { return m.looks.Pictures },
			set: func(m *Model, v string) tea.Cmd { m.takeOff(); m.looks.Pictures = v; return nil },
		},
		{
			name: "follow", values: yesOrNo,
			now: func(m *Model) string { return strconv.FormatBool(m.looks.Follow) },
			set: func(m *Model, v string) tea.Cmd { m.looks.Follow = v == "true"; return m.followArticle() },
		},
		{
			name: "mouse", values: yesOrNo,
			now: func(m *Model) string { return strconv.FormatBool(m.looks.Mouse) },
			set: func(m *Model, v string) tea.Cmd { m.looks.Mouse = v == "true"; return nil },
		},
		{
			name: "months", values: func(*Model) (names []string) {
				for _, months := range words.AllMonths() {
					names = append(names, string(months))
				}
				return names
			},
			now: func(m *Model) string { months, _ := m.Words.Calendar(); return string(months) },
			set: func(m *Model, v string) tea.Cmd { return m.speak(m.Words.WithMonths(words.Months(v))) },
		},
		{
			name: "hijri", values: yesOrNo,
			now: func(m *Model) string { _, hijri := m.Words.Calendar(); return strconv.FormatBool(hijri) },
			set: func(m *Model, v string) tea.Cmd { return m.speak(m.Words.WithHijri(v == "true")) },
		},
		{
			name: "direction", values: fixedValues(directionNames...),
			now: func(m *Model) string { return directionNames[max(0, slices.Index(directions, m.Options.Direction))] },
			set: func(m *Model, v string) tea.Cmd {
				m.Options.Direction = directions[slices.Index(directionNames, v)]
				return m.relook()
			},
		},
		{
			name: "form", apart: true, values: forms,
			now: func(m *Model) string { return m.term.Form.String() },
			set: func(m *Model, v string) tea.Cmd {
				form, err := terminal.ParseForm(v)
				if err != nil {
					return nil
				}
				return m.setForm(form)
			},
		},
	}
}

// number is a value that is one: the values of a choice are its own.
func number(value string) int {
	n, _ := strconv.Atoi(value)
	return n
}

// step takes a setting to its next value, or to the one before where by is
// negative, and says so.
func (m *Model) step(name string, by int) tea.Cmd {
	i := slices.IndexFunc(m.choices, func(c choice) bool { return c.name == name })
	c := &m.choices[i]
	if c.cannot != nil {
		if why := c.cannot(m); why != "" {
			m.notice = why
			return nil
		}
	}
	values := c.values(m)
	at := slices.Index(values, c.now(m))
	do := c.set(m, values[(at+by+len(values))%len(values)])
	now := c.now(m)
	if !c.apart {
		m.keepSetting(name, now)
	}
	m.notice = m.Words.Looks.Names[name] + ": " + m.Words.Looks.Value(name, now)
	if c.later {
		m.notice += m.Words.Comma + m.Words.Looks.Later
	}
	return do
}

// keepSetting keeps a setting that was changed.
func (m *Model) keepSetting(name, value string) {
	if m.chosen == nil {
		m.chosen = map[string]string{}
	}
	m.chosen[name] = value
}

// sideStep is by how much the width of a pane at the side changes in the settings.
const sideStep = 4

// sideWidths are the widths of a pane at the side that one can choose: first the
// one that follows the screen, and among the others the one that there is.
func sideWidths(side int) func(*Model) []string {
	return func(m *Model) []string {
		now := *m.panes[side].chosen
		widths := []int{0}
		for n := leastSide; n <= max(m.Width-leastArticle, leastSide); n += sideStep {
			widths = append(widths, n)
		}
		if !slices.Contains(widths, now) {
			widths = append(widths, now)
			slices.Sort(widths)
		}
		values := make([]string, len(widths))
		for i, n := range widths {
			values[i] = strconv.Itoa(n)
		}
		return values
	}
}

// stepper is [Model.step] to the next value, as an action.
func stepper(name string) func(*Model) tea.Cmd {
	return func(m *Model) tea.Cmd { return m.step(name, 1) }
}

// speak changes the words, also in the article.
func (m *Model) speak(w *words.Words) tea.Cmd {
	m.Words = w
	return m.restyle()
}

func (m *Model) noThemes() string {
	if m.profile < colorprofile.ANSI256 {
		return m.Words.Looks.NoThemes
	}
	return ""
}

func (m *Model) noTashkeel() string {
	if !m.term.KeepMarks {
		return m.Words.Looks.NoTashkeel
	}
	return ""
}
