//go:build unix

package command_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// What is wrong with a command line is said in the user's language, with what may
// have been meant, and the exit status is 2.
func TestWrongUsage(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		args string
		says []string
	}{
		"a mistyped command":       {"lst --lang en", []string{"lst", "Did you mean", "list"}},
		"another program's":        {"find --lang en", []string{"search"}},
		"in Arabic":                {"lst", []string{"أتقصد", "list"}},
		"a mistyped flag":          {"list --limt 3 --lang en", []string{"“--limt”", "--limit"}},
		"a flag of one letter":     {"list -n 3 --lang en", []string{"“-n”"}},
		"an unknown flag":          {"list --colour --lang en", []string{"There is no flag"}},
		"a flag without its value": {"--lang en list --limit", []string{"--limit", "needs a value"}},
		"no number":                {"list --limit x --lang en", []string{"--limit", "“x”", "a whole number"}},
		"a number too low":         {"list --limit -1 --lang en", []string{"--limit", "-1", "0 or more"}},
		"no terminal needed":       {"--measure 0 --lang en", []string{"--measure", "“0”", "1 or more"}},
		"a number out of bounds":   {"--spacing 9", []string{"--spacing", "«9»", "عدد من 0 إلى"}},
		"a name that is no limit":  {"add --limit pages=3 x", []string{"«pages=3»", "اسم وعدد", "entries"}},
		"a limit that is no size":  {"add --limit size=big x --lang en", []string{"“size=big”", "a number above 0"}},
		"a shell there is not":     {"completion tcsh --lang en", []string{" SHELL cannot be “tcsh”", "bash, zsh"}},
		"too few":                  {"show --lang en", []string{"warraq show ID"}},
		"too many":                 {"show a b --lang en", []string{"warraq show ID"}},
		"a value there is not":     {"cat --form sideways --lang en", []string{"sideways", "alternate"}},
		"a format there is not":    {"show x --format docx", []string{"docx", "json"}},
		"a folder is missing":      {"export --format markdown --lang en", []string{"folder"}},
		"help with nothing":        {"help lst --lang en", []string{"list"}},
	} {
		t.Run(name, func(t *testing.T) {
			library := filepath.Join(t.TempDir(), "library.db")
			out, wrong, status := run(t, []string{"WARRAQ_LIBRARY=" + library}, strings.Fields(tt.args)...)
			for _, want := range tt.says {
				if !strings.Contains(wrong, want) {
					t.Errorf("%q is not said in: %s", want, wrong)
				}
			}
			if status != 2 || out != "" {
				t.Errorf("status %d, standard output %q", status, out)
			}
			if _, err := os.Stat(library); err == nil {
				t.Error("the library was made")
			}
		})
	}
}

// The version is asked for as of other programs, too.
func TestVersion(t *testing.T) {
	t.Parallel()
	want, _, _ := run(t, nil, "version")
	if got, wrong, status := run(t, nil, "--version"); got != want || wrong != "" || status != 0 || !strings.HasPrefix(got, "warraq ") {
		t.Errorf("status %d, %q, %q; want %q", status, got, wrong, want)
	}
}

// Help is shown in both languages, on request alone, and nothing is put into its
// examples in a pipe.
func TestHelp(t *testing.T) {
	t.Parallel()
	for _, args := range []string{"help cat", "cat --help", "cat -h"} {
		for lang, says := range map[string]string{"ar": "أمثلة", "en": "Examples"} {
			out, wrong, status := run(t, nil, append(strings.Fields(args), "--lang", lang)...)
			if status != 0 || wrong != "" || !strings.Contains(out, says) || !strings.Contains(out, "\n  git log | warraq cat\n") {
				t.Errorf("%s in %s: status %d, %s%s", args, lang, status, wrong, out)
			}
		}
	}
}

// Whoever reads the output may stop at any time: nothing is said of it.
func TestClosedPipe(t *testing.T) {
	t.Parallel()
	library := filepath.Join(t.TempDir(), "library.db")
	for _, args := range []string{"list", "list --json", "search ورّاق", "export", "help", "version", "cat"} {
		t.Run(args, func(t *testing.T) {
			c := exec.Command("sh", "-c", `{ "$0" "$@"; echo "status $?" >&2; } | true`, os.Args[0])
			c.Args = append(c.Args, strings.Fields(args)...)
			c.Env = append(os.Environ(), asProgram+"=1", "TERM=dumb", "HOME="+t.TempDir(), "WARRAQ_LIBRARY="+library)
			c.Stdin = strings.NewReader(numbered(100_000))
			var wrong strings.Builder
			c.Stderr = &wrong
			if err := c.Run(); err != nil {
				t.Fatal(err)
			}
			if got := wrong.String(); got != "status 0\n" && got != "status 141\n" { // ended by SIGPIPE
				t.Errorf("said: %s", got)
			}
		})
	}
}

// Where the output cannot be written it is said, and the status is 1.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip(err)
	}
	defer full.Close()
	for lang, want := range map[string]string{
		"en": "warraq: The output cannot be written (no space left on device).\n",
		"ar": "warraq: تعذّرت كتابة الخرج (no space left on device).\n",
	} {
		c := exec.Command(os.Args[0], "help", "--lang", lang)
		c.Env = append(os.Environ(), asProgram+"=1", "HOME="+t.TempDir())
		var wrong strings.Builder
		c.Stdout, c.Stderr = full, &wrong
		if err := c.Run(); wrong.String() != want || c.ProcessState.ExitCode() != 1 {
			t.Errorf("%v, %q; want %q", err, wrong.String(), want)
		}
	}
}
