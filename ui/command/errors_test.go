//go:build unix

package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/words"
)

// What went wrong is said in the user's language: what, where, and what to do. In a
// pipe it holds nothing but its words.
func TestWhatWentWrong(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := func(name, text string) string {
		p := filepath.Join(folder, name)
		if err := os.WriteFile(p, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return p
	}
	library := filepath.Join(folder, "library.db")
	broken := path("broken.jsonl", "{\"title\": \"سوق\"}\n{\n")
	feeds := path("list.opml", `<?xml version="1.0"?><opml version="2.0"><body><outline text="x" xmlUrl="https://example.org/feed"/></body></opml>`)
	note := path("note.txt", "ملاحظة\n")
	for name, tt := range map[string]struct {
		args    []string
		environ string
		some    bool // something else went well
		en, ar  string
	}{
		"no such file": {
			args: []string{"add", "nofile"},
			en:   "nofile: there is no such file or folder. Check the path.",
			ar:   "nofile: لا ملف ولا مجلد بهذا الاسم. تحقق من المسار.",
		},
		"no name": {
			args: []string{""},
			en:   "The reader needs a terminal, and the output here is not one. Read an article with “warraq show”, or show a file with “warraq cat”.",
			ar:   "القارئ يحتاج إلى طرفية، والمُخرَج هنا ليس طرفية. اقرأ مقالة بالأمر warraq show أو اعرض ملفًا بالأمر warraq cat",
		},
		"a line": {
			args: []string{"add", broken}, some: true,
			en: broken + ", line 2: its JSON cannot be understood (unexpected EOF). Each article is one JSON object with a title and a text.",
			ar: broken + "، السطر 2: تعذّر فهم JSON فيه. كل مقالة كائن JSON واحد له عنوان ونص.",
		},
		"a list of feeds": {
			args: []string{"add", feeds},
			en:   feeds + ": it is a list of subscriptions (OPML) and no articles. Follow them with warraq feed import.",
			ar:   feeds + ": قائمة اشتراكات (OPML) لا مقالات. اشترك فيها بالأمر warraq feed import.",
		},
		"no such article": {
			args: []string{"show", "zzzz"},
			en:   "zzzz: There is no article with this ID. “warraq list” shows the IDs.",
			ar:   "zzzz: لا مقالة بهذا المعرّف. الأمر warraq list يعرض المعرّفات.",
		},
		"no library": {
			args: []string{"list", "--library", note},
			en:   note + ": this is not a library of Warraq. Name another file with --library; this one was left as it is.",
			ar:   note + ": هذا الملف ليس مكتبة ورّاق. سمِّ ملفًا آخر بالخيار --library، وقد تُرك هذا كما هو.",
		},
		"nowhere to put a library": {
			args: []string{"list"}, environ: "HOME=" + note,
			en: note + "/.local/share/warraq/library.db: it cannot be opened. Check the path and that you may write there.",
			ar: note + "/.local/share/warraq/library.db: لا يمكن فتحه. تحقق من المسار ومن أن لك إذنًا بالكتابة هناك.",
		},
		"nowhere to put settings": {
			args: []string{"config", "init", "--config", note + "/config.toml"},
			en:   note + "/config.toml: the settings cannot be written (not a directory). Check that you may write there, or name another file with --config.",
			ar:   note + "/config.toml: لم تُكتب الإعدادات (not a directory). تحقق من أن لك إذنًا بالكتابة هناك، أو سمِّ ملفًا آخر بالخيار --config.",
		},
		"nowhere to export to": {
			args: []string{"export", note + "/x", "--library", library},
			en:   note + "/x: it cannot be written (not a directory). Check the path and that you may write there.",
			ar:   note + "/x: تعذّرت كتابته (not a directory). تحقق من المسار ومن أن لك إذنًا بالكتابة هناك.",
		},
		"nowhere to put pages": {
			args: []string{"man", note},
			en:   note + ": it cannot be written (not a directory). Check the path and that you may write there.",
			ar:   note + ": تعذّرت كتابته (not a directory). تحقق من المسار ومن أن لك إذنًا بالكتابة هناك.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			for lang, want := range map[string]string{"en": tt.en, "ar": tt.ar} {
				out, said, status := run(t, []string{"WARRAQ_LANG=" + lang, tt.environ}, tt.args...)
				failed := 1
				if tt.some {
					failed = 3
				}
				if status != failed || (out != "") != tt.some || said != "warraq: "+want+"\n" {
					t.Errorf("status %d, %q\n got %swant warraq: %s", status, out, said, want)
				}
			}
		})
	}
}

// On a terminal what went wrong is laid out as its language is read.
func TestWhatWentWrongOnATerminal(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		args string
		is   func(row string) bool
	}{
		"English": {"lst --lang en", func(row string) bool { return strings.HasPrefix(row, "warraq: There is no") }},
		"Arabic": {"lst", func(row string) bool {
			return strings.HasSuffix(row, ":warraq") && utf8.RuneCountInString(row) == 120 // at the terminal's edge
		}},
		"nothing found": {"list --section x --lang en", func(row string) bool { return row == words.English().NoMatch }},
		"a suggestion":  {"search الكشيضة --lang en", func(row string) bool { return strings.Contains(row, "Did you mean ") }},
	} {
		t.Run(name, func(t *testing.T) {
			s := startProgram(t, filepath.Join(t.TempDir(), "library.db"), strings.Fields(tt.args)...)
			s.waitFor("what went wrong", func(screen, _ string) bool {
				for row := range strings.Lines(screen) {
					if tt.is(strings.TrimRight(row, " \n")) {
						return true
					}
				}
				return false
			})
		})
	}
}

// A terminal without a full screen is told of the linear reader.
func TestDumbTerminal(t *testing.T) {
	t.Parallel()
	s := startIn(t, []string{"TERM=dumb"}, "", filepath.Join(t.TempDir(), "library.db"), "--lang", "en")
	s.waitFor("what to do", func(screen, _ string) bool {
		return strings.Contains(screen, "TERM=dumb") && strings.Contains(screen, "--plain")
	})
}
