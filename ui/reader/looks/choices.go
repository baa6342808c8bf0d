package looks

import (
	"slices"
	"strconv"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/words"
)

// choice is a setting that can be changed while one reads: on the screen of the
// settings, and some by a key.
type choice struct {
	name   string // in the settings
	group  string // of [settingGroups]
	values func(*Settings) []string
	now    func(*Settings) string
	set    func(s *Settings, value string) Effect
	// cannot says why it cannot be changed here, "" that it can; nil is that too.
	cannot func(*Settings) string
	later  bool // it holds from the next start on
	apart  bool // it is not kept among the settings
}

// The groups of the settings, by the names that their headings have in words.
const (
	LanguageGroup = "language"
	ScreenGroup   = "screen"
	TextGroup     = "text"
	StartGroup    = "start" // what holds from the next start on
	KeysGroup     = dialog.KeysGroup
)

// settingGroups are the groups in the order in which the screen shows them.
var settingGroups = []string{LanguageGroup, ScreenGroup, TextGroup, StartGroup}

// fixedValues are values that are always the same.
func fixedValues(values ...string) func(*Settings) []string {
	return func(*Settings) []string { return values }
}

var yesOrNo = fixedValues("false", "true")

// immediateChoices returns the settings that hold at once; the screen shows those of a group
// in this order.
func immediateChoices() []choice {
	return []choice{
		{
			name: "lang", group: LanguageGroup, values: fixedValues(words.Languages()...),
			now: func(s *Settings) string { return s.Words.Lang },
			set: func(s *Settings, v string) Effect {
				months, hijri := s.Words.Calendar()
				return s.speak(words.For(v).WithMonths(months).WithHijri(hijri))
			},
		},
		{
			name: "theme", group: ScreenGroup, values: (*Settings).themeNames,
			now:    func(s *Settings) string { return s.ThemeName },
			set:    func(s *Settings, v string) Effect { s.ThemeName = v; return s.fitTheme() },
			cannot: (*Settings).noThemes,
		},
		{
			name: "measure", group: TextGroup, values: (*Settings).measures,
			now: func(s *Settings) string { return strconv.Itoa(s.Measure) },
			set: func(s *Settings, v string) Effect { s.Measure = parseValue(v); return Relook },
		},
		{
			name: "list-width", group: ScreenGroup, values: sideWidths(func(l *Looks) int { return l.ListWidth }),
			now: func(s *Settings) string { return strconv.Itoa(s.ListWidth) },
			set: func(s *Settings, v string) Effect { s.ListWidth = parseValue(v); return Relayout },
		},
		{
			name: "related-width", group: ScreenGroup, values: sideWidths(func(l *Looks) int { return l.RelatedWidth }),
			now: func(s *Settings) string { return strconv.Itoa(s.RelatedWidth) },
			set: func(s *Settings, v string) Effect { s.RelatedWidth = parseValue(v); return Relayout },
		},
		{
			name: "compact", group: ScreenGroup, values: yesOrNo,
			now: func(s *Settings) string { return strconv.FormatBool(s.Compact) },
			set: func(s *Settings, v string) Effect { s.Compact = v == "true"; return Relayout },
		},
		{
			name: "spacing", group: TextGroup, values: fixedValues("0", "1", "2"),
			now: func(s *Settings) string { return strconv.Itoa(s.Spacing) },
			set: func(s *Settings, v string) Effect { s.Spacing = parseValue(v); return Relook },
		},
		{
			name: "justify", group: TextGroup, values: yesOrNo,
			now: func(s *Settings) string { return strconv.FormatBool(s.Options.Justify) },
			set: func(s *Settings, v string) Effect { s.Options.Justify = v == "true"; return Relook },
		},
		{
			name: "align", group: TextGroup, values: fixedValues(alignNames...),
			now: func(s *Settings) string { return alignNames[s.Options.Align] },
			set: func(s *Settings, v string) Effect {
				s.Options.Align = rtl.Align(slices.Index(alignNames, v))
				return Relook
			},
		},
		{
			name: "tashkeel", group: TextGroup, values: fixedValues(tashkeelLevels...),
			now: func(s *Settings) string { return s.tashkeelLevel() },
			set: func(s *Settings, v string) Effect {
				s.SetTashkeel(v)
				s.SetTerminal(s.Terminal)
				return Relook
			},
			cannot: (*Settings).noTashkeel,
		},
		{
			name: "digits", group: TextGroup, values: fixedValues(digitNames...),
			now: func(s *Settings) string { return digitNames[s.Options.Digits] },
			set: func(s *Settings, v string) Effect {
				s.Options.Digits = rtl.Digits(slices.Index(digitNames, v))
				return Relook
			},
		},
		{
			name: "view", group: TextGroup, values: fixedValues(CellView, PrintView),
			now:    func(s *Settings) string { return s.View },
			set:    func(s *Settings, v string) Effect { s.View = v; return Relook },
			cannot: (*Settings).CannotPrint,
		},
		{
			name: "pictures", group: ScreenGroup, values: fixedValues(append([]string{AutoPictures}, terminal.GraphicsNames()...)...),
			now: func(s *Settings) string { return s.Looks.Pictures },
			set: func(s *Settings, v string) Effect { s.Looks.Pictures, s.Display.Pictures = v, v; return TakeOff },
		},
		{
			name: "preview", group: ScreenGroup, values: yesOrNo,
			now: func(s *Settings) string { return strconv.FormatBool(s.Preview) },
			set: func(s *Settings, v string) Effect { s.Preview = v == "true"; return 0 },
		},
		{
			name: "follow", group: ScreenGroup, values: yesOrNo,
			now: func(s *Settings) string { return strconv.FormatBool(s.Follow) },
			set: func(s *Settings, v string) Effect { s.Follow = v == "true"; return Refollow },
		},
		{
			name: "mouse", group: ScreenGroup, values: yesOrNo,
			now: func(s *Settings) string { return strconv.FormatBool(s.Mouse) },
			set: func(s *Settings, v string) Effect { s.Mouse = v == "true"; return 0 },
		},
		{
			name: "months", group: LanguageGroup, values: func(*Settings) (names []string) {
				for _, months := range words.AllMonths() {
					names = append(names, string(months))
				}
				return names
			},
			now: func(s *Settings) string { months, _ := s.Words.Calendar(); return string(months) },
			set: func(s *Settings, v string) Effect { return s.speak(s.Words.WithMonths(words.Months(v))) },
		},
		{
			name: "hijri", group: LanguageGroup, values: yesOrNo,
			now: func(s *Settings) string { _, hijri := s.Words.Calendar(); return strconv.FormatBool(hijri) },
			set: func(s *Settings, v string) Effect { return s.speak(s.Words.WithHijri(v == "true")) },
		},
		{
			name: "direction", group: TextGroup, values: fixedValues(directionNames...),
			now: func(s *Settings) string {
				return directionNames[max(0, slices.Index(directionChoices, s.Options.Direction))]
			},
			set: func(s *Settings, v string) Effect {
				s.Options.Direction = directionChoices[slices.Index(directionNames, v)]
				return Relook
			},
		},
		{
			name: "form", group: TextGroup, apart: true, values: formNames,
			now: func(s *Settings) string { return s.Terminal.Form.String() },
			set: func(s *Settings, v string) Effect {
				form, err := terminal.ParseForm(v)
				if err != nil {
					return 0
				}
				return s.setForm(form)
			},
		},
	}
}

// parseValue is a value that is one: the values of a choice are its own.
func parseValue(value string) int {
	n, _ := strconv.Atoi(value)
	return n
}
