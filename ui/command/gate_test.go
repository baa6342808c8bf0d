//go:build unix

package command_test

import (
	"archive/tar"
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
)

// hostileText does everything to a terminal that text can do: it obeys escape
// sequences and control characters, hides text, and turns the rest of the line.
const hostileText = "شر\x1b[31m\x1b]0;title\x07\u009b2J\u009d8;;x\u009c\x7f\x08\u0085\U000e0041\U000e007f\u202eقلب\u2067\ufff9\x1b]8;;javascript:x\x1b\\"

// hostilePlaces is where hostile text comes from: a library that was not made by
// Warraq, an archive's names, a settings file, file names, arguments.
type hostilePlaces struct {
	environ                          []string
	archive, text, markdown, id, dir string
}

func hostileEverywhere(t *testing.T) hostilePlaces {
	t.Helper()
	dir := t.TempDir()
	p := hostilePlaces{dir: dir, archive: filepath.Join(dir, "names.tar")}
	library := filepath.Join(dir, "library.db")
	l, err := store.Open(t.Context(), library)
	if err != nil {
		t.Fatal(err)
	}
	h := hostileText
	results, err := l.Add(t.Context(), []articles.Article{{ // not through intake.Read, which would clean it
		Title: h, Section: h, Source: h, Place: h, Author: h, Summary: h, URL: "https://example.org/" + h, Lang: h, Body: h + "\n\n# " + h,
		Captions: []articles.Caption{{Text: h}}, Related: []articles.Related{{Title: h + " ٢", Section: h}}, Full: true,
		Kept: &articles.Kept{Bookmarked: true, Marks: articles.Marks{
			Tags: []string{h}, Highlights: []articles.Highlight{{ID: "hhhhhhhh", Quote: h, Note: h}},
		}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	p.id = results[0].ID
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	w := tar.NewWriter(&packed)
	for name, body := range map[string]string{h + ".txt": "نص", h + ".bin": "\x00\x01", "../" + h: "خارج", "ok.md": "# " + h + "\n\nنص\n"} {
		if err := w.WriteHeader(&tar.Header{Name: strings.ReplaceAll(name, "\x00", ""), Mode: 0o600, Size: int64(len(body)), Format: tar.FormatPAX}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(body)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	settings := filepath.Join(dir, "config.toml")
	p.text, p.markdown = filepath.Join(dir, h[2:4]+"a\x1b[31m\u009b\u202e.txt"), filepath.Join(dir, "b\u009b\u202e.md")
	for path, data := range map[string]string{
		p.archive: packed.String(), p.text: h + "\n" + h, p.markdown: "# " + h + "\n\n" + h + "\n",
		settings: "theme = \"\\u009b2J\\u202e\\u007f\"\n\"\\u009b\\u202ename\" = 1\n[terminals.\"\\u009b2J\\U000E0041\"]\nform = \"visual\"\n[keys]\nquit = \"\\u009b\\u202e\"\n",
	} {
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p.environ = []string{"WARRAQ_LIBRARY=" + library, "WARRAQ_CONFIG=" + settings, "WARRAQ_LANG=en"}
	return p
}

// commandLines are those of every command, of its forms of output and of its errors.
func (p hostilePlaces) commandLines() [][]string {
	lines := [][]string{
		{"add", p.archive}, {"add", "--json", p.archive}, {"add", "--dry-run", p.archive}, {"add", filepath.Join(p.dir, "\u009bno\u202e")}, {"add", p.text, p.markdown},
		{"list"}, {"list", "--json"}, {"list", "--section", hostileText}, {"search", "قلب"}, {"search", "قلب", "--json"}, {"search", hostileText + "xyz"},
		{"related", p.id}, {"related", p.id, "--json"}, {"bookmark", p.id}, {"bookmark", p.id, "--tag", hostileText}, {"bookmark", hostileText},
		{"notes"}, {"notes", "--format", "json"}, {"cat", p.text}, {"cat", p.text, "--color", "always"}, {"cat", p.text, "--form", "visual", "--color", "always"},
		{"cat", p.markdown}, {"cat", hostileText}, {"cat", p.dir}, {"backup", filepath.Join(p.dir, "copy\u009b\u202e.db")}, {"backup", p.archive},
		{"doctor"}, {"config"}, {"config", hostileText}, {"version"}, {"completion", "bash"}, {"completion", hostileText}, {"man"}, {"help"}, {"help", hostileText},
		{hostileText}, {"--" + hostileText}, {"list", "--limit", hostileText}, {"--library", filepath.Join(p.dir, "no\u009b", hostileText), "list"}, {"--config", "/\u009bno", "list"},
		{"__complete", "show", ""}, {"__complete", "list", "--section", ""}, {"__complete", "list", "--tag", ""}, {"--plain"},
	}
	for _, form := range []string{"text", "markdown", "json", "bibtex", "csl"} {
		lines = append(lines, []string{"show", p.id, "--format", form})
	}
	for _, form := range []string{"jsonl", "html", "bibtex", "csl"} {
		lines = append(lines, []string{"export", "--format", form})
	}
	return lines
}

// ownSequences are those that Warraq writes: styles, links that may be followed, and
// on a terminal its questions and the end of a line.
var ownSequences = regexp.MustCompile("\x1b\\[[0-9;:]*m|\x1b\\]8;[^;\x00-\x1f\x7f]*;(?:(?:https?://|mailto:)[^\x00-\x20\x7f]*)?\x1b\\\\|" +
	"\x1b\\[>[qc]|\x1b\\[(?:8|\\?2027)\\$p|\x1b\\]1[01];\\?\x07|\x1b\\[c|\x1b\\[6n|\x1b\\[999C|\x1b\\[K|\r")

// wantHarmless checks that nothing in an output acts on a terminal.
func wantHarmless(t *testing.T, output string, bidi bool) {
	t.Helper()
	rest := ownSequences.ReplaceAllString(output, "")
	for at, r := range rest {
		switch {
		case r == '\n' || r == '\t':
		case r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0xe0000 && r <= 0xe007f || r >= 0xfff9 && r <= 0xfffb, bidi && r >= 0x202a && r <= 0x202e:
			t.Errorf("%U is in the output, in %q", r, rest[max(0, at-60):min(len(rest), at+40)])
			return
		}
	}
	for line := range strings.Lines(rest) { // a terminal's echo of late answers may stand within a character
		if utf8.ValidString(line) && text.CleanText(line) != line {
			t.Errorf("a direction goes on beyond the line %q", line)
			return
		}
	}
}

// Nothing that any command writes on standard output or standard error, for a pipe
// or for a terminal, in text or in JSON, acts on a terminal.
func TestNothingHostileLeaves(t *testing.T) {
	t.Parallel()
	p := hostileEverywhere(t)
	for _, args := range p.commandLines() {
		t.Run(strings.Map(func(r rune) rune {
			if r < ' ' || r > '~' {
				return -1
			}
			return r
		}, strings.ReplaceAll(strings.Join(args, " "), p.dir, "")), func(t *testing.T) {
			t.Parallel()
			out, wrong, _ := run(t, p.environ, args...)
			json := strings.HasPrefix(out, "[") || strings.HasPrefix(out, "{")
			wantHarmless(t, out, json)
			wantHarmless(t, wrong, false)
			if args[0] == "--plain" {
				return // it waits for keys
			}
			if args[0] != "__complete" {
				args = append([]string{"--no-pager"}, args...)
			}
			s := startIn(t, append([]string{"TERM=xterm-256color"}, p.environ...), "", p.environ[0][len("WARRAQ_LIBRARY="):], args...)
			_ = s.wait() // the status is another test's
			wantHarmless(t, s.raw.String(), true)
		})
	}
}
