package reader

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"github.com/warraq/warraq/ui/reader/looks"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/theme"
	"github.com/warraq/warraq/ui/words"
)

// Each key changes what it names, at once and for the next time, and the line
// that one reads stays where it is.
func TestLooks(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		keys    string
		setting string // the last one that is to be kept
		value   string
		changed func(*session) bool
	}{
		{"-", "measure", "62", func(s *session) bool { return s.textWidth() == 62 }},
		{"--", "measure", "58", func(s *session) bool { return s.textWidth() == 58 }},
		{"++", "measure", "74", func(s *session) bool { return s.textWidth() == 74 }},
		{"J", "justify", "true", func(s *session) bool { return s.Options.Justify }},
		{"JJ", "justify", "false", func(s *session) bool { return !s.Options.Justify }},
		{"T", "tashkeel", "shadda", func(s *session) bool { return s.Options.HideMarks && s.Options.KeepShadda }},
		{"TT", "tashkeel", "hide", func(s *session) bool { return s.Options.HideMarks && !s.Options.KeepShadda }},
		{"TTT", "tashkeel", "show", func(s *session) bool { return !s.Options.HideMarks }},
		{"D", "digits", "arabic", func(s *session) bool { return strings.Contains(s.text(), "٪") || s.Options.Digits == rtl.DigitsArabic }},
		{"DDDD", "digits", "asis", func(s *session) bool { return s.Options.Digits == rtl.DigitsAsIs }},
		{"C", "theme", "night", func(s *session) bool { return s.Theme == theme.Night() }},
		{"CCC", "theme", "sepia", func(s *session) bool { return s.Theme == theme.Sepia() }},
		{"CCCCCCC", "theme", "auto", func(s *session) bool { return s.Theme == theme.Night() }},
	} {
		t.Run(tt.keys, func(t *testing.T) {
			s := openReader(t, sampleLibrary(t), 200, 24, words.Arabic()).press("enter", "down", "down", "down", "down")
			position := s.article.Position()
			for _, key := range tt.keys {
				s.press(string(key))
			}
			if got := s.settings.Changed[tt.setting]; got != tt.value || len(s.settings.Changed) != 1 {
				t.Errorf("kept %v, want %s = %s", s.settings.Changed, tt.setting, tt.value)
			}
			if !tt.changed(s) {
				t.Errorf("nothing has changed; width %d, options %+v, theme %s", s.textWidth(), s.Options, s.Theme.Name)
			}
			if s.notice == "" {
				t.Error("nothing is said")
			}
			after := s.lines()[min(s.top()+1, len(s.lines())-1)].Position
			if at := s.article.Position(); at > position || after <= position && after != at {
				t.Errorf("the line at %d shows %d to %d", position, at, after)
			}
		})
	}
}

// In a pane that is narrower than the measure, the first step down is one that
// can be seen.
func TestNarrowerIsSeenAtOnce(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 24, words.Arabic()).press("enter")
	before := s.textWidth()
	if s.press("-"); s.textWidth() != before-4 {
		t.Errorf("%d columns, before %d", s.textWidth(), before)
	}
}

// What a terminal cannot do is said, and nothing is kept.
func TestLooksThatCannotBe(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 24, words.English())
	s.Display.Terminal.KeepMarks, s.Display.Profile = false, colorprofile.ANSI
	for _, key := range []string{"T", "C"} {
		if s.press(key); s.notice == "" || s.settings.Changed != nil {
			t.Errorf("%s: said %q, kept %v", key, s.notice, s.settings.Changed)
		}
	}
}

// A theme with a page of its own leaves no cell in the terminal's colours.
func TestPageIsPainted(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 24, words.Arabic()).press("C", "C", "C")
	page := s.Styles.Page
	rows, _ := s.frame()
	s.Display.Paint(rows)
	for y, r := range rows {
		for x, c := range r {
			if c.Style.Background == 0 || c.Style.Foreground == 0 {
				t.Fatalf("row %d, column %d: %q has colours %x on %x", y, x, c.Glyph, c.Style.Foreground, c.Style.Background)
			}
		}
	}
	if page.Background != rtl.RGB(0xf2, 0xe7, 0xd0) {
		t.Errorf("the page is %x", page.Background)
	}
}

// The article alone fills the screen, until one goes to another pane.
func TestArticleAlone(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 24, words.Arabic())
	s.press("z")
	if c := s.columns.Widths(); c[listPane] != 0 || c[relatedPane] != 0 || s.columns.Focus != articlePane {
		t.Errorf("columns %v, focus %d", c, s.columns.Focus)
	}
	s.press("left")
	if c := s.columns.Widths(); c[relatedPane] == 0 || s.columns.Focus != relatedPane {
		t.Errorf("onward: columns %v, focus %d", c, s.columns.Focus)
	}
	s.press("right", "z")
	if c := s.columns.Widths(); c[listPane] == 0 {
		t.Errorf("again: columns %v", c)
	}
}

// A text that fills its pane is not said to become wider.
func TestWidest(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 100, 40, words.English()).press("enter", "+")
	if len(s.settings.Changed) != 0 || !strings.Contains(s.notice, "z") {
		t.Errorf("%v is kept, %q is said", s.settings.Changed, s.notice)
	}
	if s.press("z", "-", "+"); s.settings.Changed["measure"] != "66" {
		t.Errorf("alone: %v, %q", s.settings.Changed, s.notice)
	}
}

// What the selected setting is for is said below the settings, in every language, and + and
// - go through its values both ways.
func TestSettingsAreExplained(t *testing.T) {
	t.Parallel()
	for _, lang := range words.Languages() {
		said := words.For(lang)
		for _, name := range looks.Names() {
			if said.Manual.Options[name] == "" {
				t.Errorf("%s does not say what %s is for", lang, name)
			}
		}
	}
	s := openReader(t, sampleLibrary(t), 80, 24, words.English()).press(",")
	want := words.English().Manual.Options["measure"]
	for i := 0; !strings.Contains(s.text(), want); i++ {
		if s.press("down"); i > len(looks.Names()) {
			t.Fatalf("%q is not said:\n%s", want, s.text())
		}
	}
	before := s.textWidth()
	if s.press("-", "-", "+", "+"); s.textWidth() != before {
		t.Errorf("there and back again the text has %d columns, not %d", s.textWidth(), before)
	}
}

// Each setting stands under the heading of its group, and the keys pass the headings by.
func TestSettingsStandInGroups(t *testing.T) {
	t.Parallel()
	say := words.English()
	s := openReader(t, sampleLibrary(t), 160, 40, say).press(",")
	for _, heading := range []string{"Language and dates", "Screen", "Text"} {
		if !strings.Contains(s.text(), heading) {
			t.Errorf("no heading %q:\n%s", heading, s.text())
		}
	}
	explained := func() string { // what the selected one is for stands in one or two rows
		screen := strings.Join(strings.Fields(s.text()), " ")
		for _, name := range looks.Names() {
			if strings.Contains(screen, say.Manual.Options[name]) {
				return name
			}
		}
		t.Fatalf("nothing is selected:\n%s", s.text())
		return ""
	}
	first := explained()
	if s.press("up"); explained() != first {
		t.Errorf("before the first one %s is selected", explained())
	}
	seen := map[string]bool{first: true}
	for range len(looks.Names()) - 1 {
		s.press("down")
		seen[explained()] = true
	}
	last := explained()
	for range len(looks.Names()) {
		s.press("up")
	}
	if explained() != first || last == first || len(seen) < len(looks.Names())-1 {
		t.Errorf("down leads from %s to %s by %d settings, and up to %s", first, last, len(seen), explained())
	}
}

// The keys of the settings say what they do there.
func TestSettingsKeys(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 120, 40, words.English()).press(",")
	rows := strings.Split(strings.TrimRight(s.text(), "\n"), "\n")
	if footer := rows[len(rows)-1]; !strings.Contains(footer, "+ next value") || strings.Contains(footer, "wider") {
		t.Errorf("the footer is %q", footer)
	}
}
