package reader

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/speech"
	"github.com/warraq/warraq/ui/words"
)

// voice is a program that reads aloud, as a test sees it.
type voice struct {
	said []speech.Utterance
	fail error
}

func (v *voice) speak(ctx context.Context, u speech.Utterance) error {
	v.said = append(v.said, u)
	if v.fail != nil {
		return v.fail
	}
	return ctx.Err()
}

const aloudText = "قال الوزير إن السوق فُتحت. ثم عاد الناس إلى بيوتهم. وهذه جملة ثالثة هنا.\n\nفقرة ثانية فيها جملة. Read this one first."

// The article is read sentence by sentence from its title on, each in its language, and at its
// end that is said.
func TestReadAloud(t *testing.T) {
	t.Parallel()
	s, _ := openText(t, aloudText)
	v := &voice{}
	s.article.Speak = v.speak
	s.press("ctrl+s")
	var texts, langs []string
	for _, u := range v.said {
		texts, langs = append(texts, u.Text), append(langs, u.Lang)
	}
	if want := []string{"قال الوزير إن السوق فُتحت.", "ثم عاد الناس إلى بيوتهم.", "وهذه جملة ثالثة هنا.", "فقرة ثانية فيها جملة.", "Read this one first."}; !slices.Equal(texts[1:6], want) {
		t.Errorf("read aloud were %q", texts)
	}
	if langs[1] != "ar" || langs[5] != "en" {
		t.Errorf("in %q", langs)
	}
	if s.article.IsAloud() || !strings.Contains(s.notice, s.Words.Listen.End) || s.reciter != nil {
		t.Errorf("it goes on behind the end, and says %q", s.notice)
	}
}

// What goes wrong is said and ends it; where nothing reads aloud that is said.
func TestReadAloudFails(t *testing.T) {
	t.Parallel()
	s, _ := openText(t, aloudText)
	s.press("ctrl+s")
	if s.notice != s.Words.Listen.None {
		t.Errorf("where nothing reads it says %q", s.notice)
	}
	s.article.Speak = (&voice{fail: errors.New("no sound")}).speak
	s.press("ctrl+s")
	if s.article.IsAloud() || !strings.Contains(s.notice, "no sound") {
		t.Errorf("aloud %v, it says %q", s.article.IsAloud(), s.notice)
	}
}

// Over a connection no program is asked for: the machine is another's.
func TestNoProgramElsewhere(t *testing.T) {
	t.Parallel()
	app, err := New(t.Context(), Config{Library: sampleLibrary(t), Words: words.English(), Width: 120, Height: 30, Shared: true})
	if err != nil {
		t.Fatal(err)
	}
	s := &session{t: t, App: app}
	s.run(app.Init())
	for _, key := range []string{"ctrl+s", "!"} {
		s.notice = ""
		s.press(key)
		if s.notice != words.English().Programs.Elsewhere {
			t.Errorf("at %s it says %q", key, s.notice)
		}
	}
}

// Its keys go from sentence to sentence, pause and change the pace; it ends with the article.
func TestReadAloudKeys(t *testing.T) {
	t.Parallel()
	s, _ := openText(t, aloudText)
	s.article.Speak = func(context.Context, speech.Utterance) error { return nil }
	// Sentences end only when the test lets them: the command of each is kept, not run.
	hold := func(key string) {
		t.Helper()
		_, cmd := s.Update(keyOf(key))
		_ = cmd
	}
	hold("ctrl+s")
	if !s.article.IsAloud() || s.reciter == nil {
		t.Fatal("it does not begin")
	}
	for _, tt := range []struct{ key, note string }{
		{"left", "▶ \u20662/46\u2069"}, {"left", "▶ \u20663/46\u2069"}, {"right", "▶ \u20662/46\u2069"}, {"space", "⏸ \u20662/46\u2069"}, {"left", "⏸ \u20663/46\u2069"}, {"space", "▶ \u20663/46\u2069"},
	} {
		hold(tt.key)
		if got := s.article.Note(); got != tt.note {
			t.Errorf("after %s: %q, want %q", tt.key, got, tt.note)
		}
	}
	if len(s.stack.Hints()) != 6 || !strings.Contains(s.text(), s.Words.Listen.Next) {
		t.Error("its keys are not in the footer")
	}
	hold("+")
	if s.article.Pace != speech.UsualPace+speech.PaceStep {
		t.Errorf("the pace is %d", s.article.Pace)
	}
	hold("esc")
	if s.article.IsAloud() || s.reciter != nil || s.stack.Hints() != nil {
		t.Error("it does not end")
	}
	hold("ctrl+s")
	s.article.Clear()
	s.fitAloud()
	if s.article.IsAloud() || s.reciter != nil {
		t.Error("it does not end with the article")
	}
}

// keyOf is a key of these tests.
func keyOf(name string) tea.KeyPressMsg {
	switch name {
	case "left":
		return tea.KeyPressMsg{Code: tea.KeyLeft}
	case "right":
		return tea.KeyPressMsg{Code: tea.KeyRight}
	case "esc":
		return tea.KeyPressMsg{Code: tea.KeyEscape}
	case "space":
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	case "ctrl+s":
		return tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl}
	default:
		return tea.KeyPressMsg{Text: name, Code: []rune(name)[0]}
	}
}

// said is what the frame says, each row from the right.
func (s *session) said() string {
	rows, _ := s.frame()
	var b strings.Builder
	for _, r := range rows {
		for _, c := range slices.Backward(r) {
			b.WriteString(c.Text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// A passage is handed to the program that is named, and what that writes is shown; where none
// is named that is said.
func TestPassage(t *testing.T) {
	t.Parallel()
	s, _ := openText(t, aloudText)
	s.press("!")
	if !strings.Contains(s.notice, "[passage] command") {
		t.Errorf("where there is no program it says %q", s.notice)
	}
	given := ""
	hand := func(wrote string, cut bool, err error) func(context.Context, string) (string, bool, error) {
		return func(_ context.Context, text string) (string, bool, error) { given = text; return wrote, cut, err }
	}
	s.article.Handlers = []dialog.Handler{{Name: "dict", Hand: hand("كلمة\x1b[31m أخرى", true, nil)}}
	s.press("!")
	if text := s.said(); !strings.HasPrefix(given, "قال الوزير") || !strings.Contains(text, "أخرى") || s.stack.Screen() == nil {
		t.Errorf("given %q:\n%s", given, text)
	}
	s.press("esc")
	for _, tt := range []struct {
		hand func(context.Context, string) (string, bool, error)
		want string
	}{{hand("", false, errors.New("it broke")), "it broke"}, {hand(" \n", false, nil), "wrote nothing"}} {
		s.article.Handlers[0].Hand = tt.hand
		if s.press("!"); !strings.Contains(s.notice, tt.want) || s.stack.Screen() != nil {
			t.Errorf("it says %q, want %q", s.notice, tt.want)
		}
	}
	s.article.Handlers = append(s.article.Handlers, dialog.Handler{Name: "trans", Hand: hand("ترجمة", false, nil)})
	s.press("!", "down", "enter")
	if text := s.said(); !strings.Contains(text, "ترجمة") {
		t.Errorf("of two:\n%s", text)
	}
}
