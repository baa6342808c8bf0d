package prompt_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/prompt"
	"github.com/warraq/warraq/ui/rtl"
)

// keys are what the names of keys in the tests stand for.
var keys = map[string]tea.KeyPressMsg{
	"left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
	"word-left": {Code: tea.KeyLeft, Mod: tea.ModCtrl}, "word-right": {Code: tea.KeyRight, Mod: tea.ModAlt},
	"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete},
	"alt-enter": {Code: tea.KeyEnter, Mod: tea.ModAlt},
	"all":       {Code: 'a', Mod: tea.ModCtrl}, "none": {Code: 'u', Mod: tea.ModCtrl}, "word-back": {Code: 'w', Mod: tea.ModCtrl},
	"shift-left": {Code: tea.KeyLeft, Mod: tea.ModShift}, "shift-right": {Code: tea.KeyRight, Mod: tea.ModShift},
	"shift-home": {Code: tea.KeyHome, Mod: tea.ModShift}, "shift-word-left": {Code: tea.KeyLeft, Mod: tea.ModShift | tea.ModCtrl},
}

// Arrows go where they point, words by words; letters go before the cursor in
// reading order; what is deleted goes in that order too. The cursor is shown
// as |, and what is selected between ‹ and ›.
func TestEditing(t *testing.T) {
	for _, tt := range []struct{ name, text, keys, want string }{
		{"typed at the end", "سوق", "ق", "سوقق|"},
		{"left at the end stays", "سوق", "left", "سوق|"},
		{"right goes back", "سوق", "right", "سو|ق"},
		{"home is the beginning", "سوق", "home", "|سوق"},
		{"typed inside", "سوق", "right right ر", "سر|وق"},
		{"backspace takes a mark alone", "كَ", "backspace", "ك|"},
		{"delete takes the letter with its marks", "كَتب", "home delete", "|تب"},
		{"a word back", "سوق الكتب", "word-back", "سوق |"},
		{"all gone", "سوق الكتب", "none", "|"},
		{"a word to the right", "سوق الكتب", "word-right", "سوق |الكتب"},
		{"a word to the left", "سوق الكتب", "home word-left", "سوق |الكتب"},
		{"words to the end", "سوق الكتب", "home word-left word-left word-left", "سوق الكتب|"},
		{"left in a text to the right", "abc def", "left", "abc de|f"},
		{"words in a text to the right", "abc def", "word-left word-left", "|abc def"},
		{"a letter selected", "سوق", "home shift-left", "‹س›|وق"},
		{"and given up", "سوق", "home shift-left left", "سو|ق"},
		{"a word selected", "سوق الكتب", "home shift-word-left", "‹سوق ›|الكتب"},
		{"to the beginning", "سوق", "shift-home", "|‹سوق›"},
		{"all", "سوق", "home all", "‹سوق›|"},
		{"typed over", "سوق الكتب", "home shift-word-left ك", "ك|الكتب"},
		{"deleted", "سوق الكتب", "home shift-word-left delete", "|الكتب"},
		{"backspace takes what is selected", "سوق الكتب", "home shift-word-left backspace", "|الكتب"},
		{"a line in a text of one", "سوق", "alt-enter ق", "سوقق|"},
		{"all but the first", "سوق", "home left shift-left shift-left backspace", "س|"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := prompt.Line{Text: tt.text, Cursor: rtl.Offset(len(tt.text))}
			for name := range strings.FieldsSeq(tt.keys) {
				key, ok := keys[name]
				if !ok {
					key = tea.KeyPressMsg{Text: name, Code: []rune(name)[0]}
				}
				if !in.Edit(key) && name != "alt-enter" {
					t.Fatalf("%s does nothing", name)
				}
			}
			if got := state(&in); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

// A text of several lines is edited on one, with a sign for the ends of lines.
func TestSeveralLines(t *testing.T) {
	in := prompt.Line{Lines: true}
	in.Insert("أب\r\n\x1b[1mج")
	in.Edit(keys["alt-enter"])
	in.Insert("د")
	if want := "أب\nج\nد"; in.Text != want {
		t.Errorf("the text is %q, want %q", in.Text, want)
	}
	cells, at := in.Field(10, rtl.Style{}, rtl.Style{})
	if got, want := string(rtl.AppendVisual(nil, cells)), "    ﺩ⏎ﺝ⏎ﺏﺃ"; got != want || at != 3 {
		t.Errorf("the field is %q, the cursor at %d; want %q", got, at, want)
	}
	for range 3 {
		in.Edit(keys["right"])
	}
	in.Edit(keys["backspace"])
	if want := "أبج\nد"; in.Text != want {
		t.Errorf("after backspace behind the first line it is %q, want %q", in.Text, want)
	}
}

// state is a line with its cursor and what is selected.
func state(in *prompt.Line) string {
	before, behind := in.Text[:in.Cursor], in.Text[in.Cursor:]
	if s := in.Selected(); s != "" {
		if kept, ok := strings.CutSuffix(before, s); ok {
			before = kept + "‹" + s + "›"
		} else {
			behind = "‹" + s + "›" + strings.TrimPrefix(behind, s)
		}
	}
	return before + "|" + behind
}

// A field is as wide as it is to be, the cursor is in it, and as many cells are in
// the style of what is selected as are selected.
func FuzzEdit(f *testing.F) {
	f.Add("سوق abc الكتب", "rrLlx", uint8(9))
	f.Fuzz(func(t *testing.T, text, pressed string, width uint8) {
		var in prompt.Line
		in.Insert(text)
		if len(in.Text) > 200 || len(pressed) > 50 || width == 0 {
			return
		}
		for _, k := range pressed {
			names := []string{"left", "right", "home", "end", "word-left", "word-right", "backspace", "delete", "all", "word-back", "shift-left", "shift-right", "shift-home", "shift-word-left"}
			if n := int(k) % (len(names) + 1); n < len(names) {
				in.Edit(keys[names[n]])
			} else {
				in.Edit(tea.KeyPressMsg{Text: "ك", Code: 'ك'})
			}
			if in.Cursor < 0 || int(in.Cursor) > len(in.Text) {
				t.Fatalf("the cursor is at %d of %q", in.Cursor, in.Text)
			}
			cells, at := in.Field(int(width), rtl.Style{}, rtl.Style{Attributes: rtl.Reverse})
			if n := int(rtl.Width(cells)); n != int(width) || at < 0 || at > n {
				t.Fatalf("%q: %d columns of %d, the cursor at %d", in.Text, n, width, at)
			}
		}
	})
}

// What is pasted is bounded: a part of it is taken, of whole characters, and the caller
// is told.
func TestInsertIsBounded(t *testing.T) {
	for _, tt := range []struct {
		lines bool
		limit int
	}{{false, prompt.LongestLine}, {true, prompt.LongestText}} {
		in := prompt.Line{Lines: tt.lines, Text: "أول آخر", Cursor: rtl.Offset(len("أول "))}
		if !in.Insert("و") {
			t.Error("a letter has no room")
		}
		if in.Insert(strings.Repeat("س\n", 3<<20)) {
			t.Error("all of a paste had room")
		}
		if len(in.Text) > tt.limit || len(in.Text) < tt.limit-utf8.UTFMax || !utf8.ValidString(in.Text) || !strings.HasSuffix(in.Text, "آخر") {
			t.Errorf("%d bytes, ending in %q", len(in.Text), in.Text[len(in.Text)-20:])
		}
		if in.Insert("x") && len(in.Text) > tt.limit {
			t.Error("it grows on")
		}
	}
}
