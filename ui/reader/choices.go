package reader

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/words"
)

// settingChoice is a setting that can be changed while one reads: on the screen of the
// settings, and some by a key.
type settingChoice struct {
	name   string // in the settings
	values func(*App) []string
	now    func(*App) string
	set    func(app *App, value string) tea.Cmd
	// cannot says why it cannot be changed here, "" that it can; nil is that too.
	cannot func(*App) string
	later  bool // it holds from the next start on
	apart  bool // it is not kept among the settings
}

// fixedValues are values that are always the same.
func fixedValues(values ...string) func(*App) []string {
	return func(*App) []string { return values }
}

var yesOrNo = fixedValues("false", "true")

// settingChoices are the settings in the order in which the screen shows them.
func settingChoices() []settingChoice {
	return []settingChoice{
		{
			name: "lang", values: fixedValues(words.Languages()...),
			now: func(app *App) string { return app.Words.Lang },
			set: func(app *App, v string) tea.Cmd {
				months, hijri := app.Words.Calendar()
				return app.speak(words.For(v).WithMonths(months).WithHijri(hijri))
			},
		},
		{
			name: "theme", values: (*App).themeNames,
			now:    func(app *App) string { return app.looks.Theme },
			set:    func(app *App, v string) tea.Cmd { app.looks.Theme = v; return app.fitTheme() },
			cannot: (*App).noThemes,
		},
		{
			name: "measure", values: (*App).measures,
			now: func(app *App) string { return strconv.Itoa(app.article.Measure) },
			set: func(app *App, v string) tea.Cmd { app.article.Measure = parseValue(v); return app.relook() },
		},
		{
			name: "list-width", values: sideWidths(listPane),
			now: func(app *App) string { return strconv.Itoa(app.looks.ListWidth) },
			set: func(app *App, v string) tea.Cmd { app.looks.ListWidth = parseValue(v); return app.relayout() },
		},
		{
			name: "related-width", values: sideWidths(relatedPane),
			now: func(app *App) string { return strconv.Itoa(app.looks.RelatedWidth) },
			set: func(app *App, v string) tea.Cmd { app.looks.RelatedWidth = parseValue(v); return app.relayout() },
		},
		{
			name: "compact", values: yesOrNo,
			now: func(app *App) string { return strconv.FormatBool(app.list.Compact) },
			set: func(app *App, v string) tea.Cmd { app.list.Compact = v == "true"; return app.relayout() },
		},
		{
			name: "spacing", values: fixedValues("0", "1", "2"),
			now: func(app *App) string { return strconv.Itoa(app.looks.Spacing) },
			set: func(app *App, v string) tea.Cmd { app.looks.Spacing = parseValue(v); return app.relook() },
		},
		{
			name: "justify", values: yesOrNo,
			now: func(app *App) string { return strconv.FormatBool(app.Options.Justify) },
			set: func(app *App, v string) tea.Cmd { app.Options.Justify = v == "true"; return app.relook() },
		},
		{
			name: "align", values: fixedValues(alignNames...),
			now: func(app *App) string { return alignNames[app.Options.Align] },
			set: func(app *App, v string) tea.Cmd {
				app.Options.Align = rtl.Align(slices.Index(alignNames, v))
				return app.relook()
			},
		},
		{
			name: "tashkeel", values: fixedValues(tashkeelLevels...),
			now: func(app *App) string { return app.looks.tashkeelLevel() },
			set: func(app *App, v string) tea.Cmd {
				app.looks.SetTashkeel(v)
				app.setTerminal(app.term)
				return app.relook()
			},
			cannot: (*App).noTashkeel,
		},
		{
			name: "digits", values: fixedValues(digitNames...),
			now: func(app *App) string { return digitNames[app.Options.Digits] },
			set: func(app *App, v string) tea.Cmd {
				app.Options.Digits = rtl.Digits(slices.Index(digitNames, v))
				return app.relook()
			},
		},
		{
			name: "view", values: fixedValues(CellView, PrintView),
			now:    func(app *App) string { return app.looks.View },
			set:    func(app *App, v string) tea.Cmd { app.looks.View = v; app.fitView(); return app.relook() },
			cannot: (*App).noPrint,
		},
		{
			name: "pictures", values: fixedValues(append([]string{AutoPictures}, terminal.GraphicsNames()...)...),
			now: func(app *App) string { return app.looks.Pictures },
			set: func(app *App, v string) tea.Cmd { app.pixels.TakeOff(); app.looks.Pictures = v; return nil },
		},
		{
			name: "preview", values: yesOrNo,
			now: func(app *App) string { return strconv.FormatBool(app.looks.Preview) },
			set: func(app *App, v string) tea.Cmd { app.looks.Preview = v == "true"; return nil },
		},
		{
			name: "follow", values: yesOrNo,
			now: func(app *App) string { return strconv.FormatBool(app.looks.Follow) },
			set: func(app *App, v string) tea.Cmd { app.looks.Follow = v == "true"; return app.followArticle() },
		},
		{
			name: "mouse", values: yesOrNo,
			now: func(app *App) string { return strconv.FormatBool(app.looks.Mouse) },
			set: func(app *App, v string) tea.Cmd { app.looks.Mouse = v == "true"; return nil },
		},
		{
			name: "months", values: func(*App) (names []string) {
				for _, months := range words.AllMonths() {
					names = append(names, string(months))
				}
				return names
			},
			now: func(app *App) string { months, _ := app.Words.Calendar(); return string(months) },
			set: func(app *App, v string) tea.Cmd { return app.speak(app.Words.WithMonths(words.Months(v))) },
		},
		{
			name: "hijri", values: yesOrNo,
			now: func(app *App) string { _, hijri := app.Words.Calendar(); return strconv.FormatBool(hijri) },
			set: func(app *App, v string) tea.Cmd { return app.speak(app.Words.WithHijri(v == "true")) },
		},
		{
			name: "direction", values: fixedValues(directionNames...),
			now: func(app *App) string {
				return directionNames[max(0, slices.Index(directionChoices, app.Options.Direction))]
			},
			set: func(app *App, v string) tea.Cmd {
				app.Options.Direction = directionChoices[slices.Index(directionNames, v)]
				return app.relook()
			},
		},
		{
			name: "form", apart: true, values: forms,
			now: func(app *App) string { return app.term.Form.String() },
			set: func(app *App, v string) tea.Cmd {
				form, err := terminal.ParseForm(v)
				if err != nil {
					return nil
				}
				return app.setForm(form)
			},
		},
	}
}

// parseValue is a value that is one: the values of a choice are its own.
func parseValue(value string) int {
	n, _ := strconv.Atoi(value)
	return n
}

// step takes a setting to its next value, or to the one before where by is
// negative, and says so.
func (app *App) step(name string, by int) tea.Cmd {
	i := slices.IndexFunc(app.choices, func(c settingChoice) bool { return c.name == name })
	c := &app.choices[i]
	if c.cannot != nil {
		if why := c.cannot(app); why != "" {
			app.notice = why
			return nil
		}
	}
	values := c.values(app)
	at := slices.Index(values, c.now(app))
	do := c.set(app, values[(at+by+len(values))%len(values)])
	now := c.now(app)
	if !c.apart {
		app.keepSetting(name, now)
	}
	app.notice = app.Words.Looks.Names[name] + ": " + app.Words.Looks.Value(name, now)
	if c.later {
		app.notice += app.Words.Comma + app.Words.Looks.Later
	}
	return do
}

// keepSetting keeps a setting that was changed.
func (app *App) keepSetting(name, value string) {
	if app.chosen == nil {
		app.chosen = map[string]string{}
	}
	app.chosen[name] = value
}

// sideStep is by how much the width of a pane at the side changes in the settings.
const sideStep = 4

// sideWidths are the widths of a pane at the side that one can choose: first the
// one that follows the screen, and among the others the one that there is.
func sideWidths(side int) func(*App) []string {
	return func(app *App) []string {
		now := *app.panes[side].chosen
		widths := []int{0}
		for n := leastSide; n <= max(app.Width-leastArticle, leastSide); n += sideStep {
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

// stepAction is [App.step] to the next value, as an action.
func stepAction(name string) func(*App) tea.Cmd {
	return func(app *App) tea.Cmd { return app.step(name, 1) }
}

// speak changes the words, also in the article.
func (app *App) speak(w *words.Words) tea.Cmd {
	app.Words = w
	return app.restyle()
}

func (app *App) noThemes() string {
	if app.profile < colorprofile.ANSI256 {
		return app.Words.Looks.NoThemes
	}
	return ""
}

func (app *App) noTashkeel() string {
	if !app.term.KeepMarks && app.article.SetPrint == nil {
		return app.Words.Looks.NoTashkeel
	}
	return ""
}
