package reader

import (
	"fmt"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/ui/reader/draw"
	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/theme"
)

// Looks are what one chooses of how articles look; the zero Looks are those that
// nobody has changed. The digits and whether lines
// are justified are among the options of the layout.
type Looks struct {
	Measure      int    // columns of the text at the most
	Theme        string // its name; "auto" follows the terminal's background
	HideTashkeel bool
	KeepShadda   bool   // where tashkeel is hidden
	Compact      bool   // the list shows each article in one row
	Preview      bool   // the article that the list has selected is shown beside it
	Follow       bool   // the list goes to the article that is opened from elsewhere
	Spacing      int    // free lines between paragraphs; with none they are indented
	Mouse        bool   // it is listened to: a terminal selects with shift held down then
	View         string // of articles: [CellView] or [PrintView]
	Pictures     string // how they are drawn: a way by its name, or by what the terminal can
	// ListWidth and RelatedWidth are the columns of the panes at the side where
	// there is room for them; 0 is by the width of the screen.
	ListWidth, RelatedWidth int
}

// The bounds of the measure, and its steps. A line of 66 characters is what
// typography holds to be read best.
const (
	DefaultMeasure = 66
	DefaultSpacing = 1
	MostSpacing    = 2
	leastMeasure   = 20
	mostMeasure    = 200
	measureStep    = 4
)

// tashkeelLevels are how much of tashkeel is shown, from all of it to nothing, by their
// names in the settings.
var tashkeelLevels = []string{"show", "shadda", "hide"}

// TashkeelLevels gives the names of how much of tashkeel can be shown.
func TashkeelLevels() []string { return slices.Clone(tashkeelLevels) }

// SetTashkeel chooses how much of tashkeel is shown.
func (l *Looks) SetTashkeel(level string) {
	l.HideTashkeel, l.KeepShadda = level != "show", level == "shadda"
}

// tashkeelLevel gives how much of tashkeel is shown.
func (l *Looks) tashkeelLevel() string {
	switch {
	case !l.HideTashkeel:
		return "show"
	case l.KeepShadda:
		return "shadda"
	default:
		return "hide"
	}
}

// AutoTheme follows the terminal's background.
const AutoTheme = "auto"

// AutoPictures draws pictures by what the terminal can.
const AutoPictures = "auto"

// fitLooks has the article laid out as things look now.
func (app *App) fitLooks() { app.article.Relook(app.looks.Spacing, app.pictures()) }

// relook lays the article out anew, the line that one reads where it was.
func (app *App) relook() tea.Cmd {
	app.fitLooks()
	return app.relayout()
}

func (app *App) narrow() tea.Cmd { return app.step("measure", -1) }

// widen makes the text wider, as far as its pane lets it: no key is to do nothing
// that one sees.
func (app *App) widen() tea.Cmd {
	if _, narrower := app.article.Narrower(); narrower {
		app.notice = app.Words.Looks.Widest
		if keys := app.Labels(*app.KeyMap.Of(keymap.Alone)); !app.alone && len(keys) > 0 {
			app.notice += " " + fmt.Sprintf(app.Words.Looks.WiderAlone, "\u2068"+keys[0]+"\u2069")
		}
		return nil
	}
	return app.step("measure", 1)
}

// measures are the measures that one can choose: by steps from the one that there
// is, or from what can be seen of it where the pane does not let it be as wide as
// it might, so that the first step down is one that can be seen.
func (app *App) measures() (values []string) {
	now := app.article.Measure
	columns, _ := app.article.Narrower()
	below := min(now, max(leastMeasure, columns))
	for n := below - measureStep; n >= leastMeasure; n -= measureStep {
		values = append(values, strconv.Itoa(n))
	}
	slices.Reverse(values)
	for n := now; n <= max(now, mostMeasure); n += measureStep {
		values = append(values, strconv.Itoa(n))
	}
	return values
}

// digitNames are the names of the sets of digits in the settings.
var digitNames = []string{
	rtl.DigitsAsIs: "asis", rtl.DigitsArabic: "arabic", rtl.DigitsPersian: "persian", rtl.DigitsEuropean: "european",
}

// directionNames are the names of the directions of paragraphs in the settings.
var (
	directionChoices = []rtl.Direction{rtl.AutoRTL, rtl.RTL, rtl.LTR}
	directionNames   = []string{"auto", "rtl", "ltr"}
)

// alignNames are the names of the sides of lines in the settings.
var alignNames = []string{rtl.AlignStart: "auto", rtl.AlignRight: "right", rtl.AlignLeft: "left"}

// themeNames are those that one can choose: first the one that follows the
// terminal.
func (app *App) themeNames() []string {
	names := []string{AutoTheme}
	for _, t := range app.themes {
		names = append(names, t.Name)
	}
	return names
}

// pickTheme is the theme that is chosen, as far as the terminal's colours go.
func (app *App) pickTheme() theme.Theme {
	if app.profile >= colorprofile.ANSI256 {
		for _, t := range app.themes {
			if t.Name == app.looks.Theme {
				return t.On(app.background)
			}
		}
	}
	return theme.For(app.background, app.profile)
}

// setTheme changes the looks; the article is styled anew when it is next shown.
func (app *App) setTheme(t theme.Theme) { app.Theme, app.Styles = t, t.Styles() }

// fitTheme takes the theme that is chosen, where it is another, and shows the
// article in it.
func (app *App) fitTheme() tea.Cmd {
	t := app.pickTheme()
	if t == app.Theme {
		return nil
	}
	app.setTheme(t)
	app.article.SetTheme(t)
	return nil
}

// restyle shows the article anew: in another theme, or with other words.
func (app *App) restyle() tea.Cmd {
	return app.showAgain() // one that is on its way gets its looks when it is here
}

// paint gives cells that have no colours of their own those of the page.
func (app *App) paint(rows []draw.Row) {
	page := app.Styles.Page
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
func (app *App) toggleAlone() tea.Cmd {
	app.alone = !app.alone || app.focus != articlePane
	app.pixels.Repaint() // letters that are higher than their cells leave specks beside the text
	return app.setFocus(articlePane)
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
