//go:build unix

package command_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
)

// asWarraq is a folder in which the test's own program is called warraq, and the
// environment to call it there, over a library of a few articles.
func asWarraq(t *testing.T) (environ []string) {
	t.Helper()
	folder := t.TempDir()
	if err := os.Symlink(os.Args[0], filepath.Join(folder, "warraq")); err != nil {
		t.Skip(err)
	}
	library := filepath.Join(folder, "library.db")
	l, err := store.Open(t.Context(), library)
	if err != nil {
		t.Fatal(err)
	}
	added, err := l.Add(t.Context(), []articles.Article{
		{Title: "عنوان أول", Section: "قسم الأخبار", Source: "صحيفة", Body: "نص", Full: true},
		{Title: "عنوان ثان", Section: "تقنية", Source: "مجلة", Body: "نص آخر", Full: true},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return append(os.Environ(), asProgram+"=1", "PATH="+folder+":"+os.Getenv("PATH"), "HOME="+folder,
		"WARRAQ_LIBRARY="+library, "XDG_CONFIG_HOME=", "WARRAQ_CONFIG=", "ID="+added[0].ID, "LC_ALL=C.UTF-8")
}

// What real shells complete.
func TestCompletionInShells(t *testing.T) {
	t.Parallel()
	// bash-completion may be missing: this is the part of it that is needed.
	const inBash = `
		_get_comp_words_by_ref() { words=("${COMP_WORDS[@]}"); cword=$COMP_CWORD; cur=${COMP_WORDS[COMP_CWORD]}; prev=${COMP_WORDS[COMP_CWORD-1]}; }
		__ltrim_colon_completions() { :; }
		compopt() { :; }
		source <(warraq completion bash)
		eval "COMP_WORDS=($LINE)"
		[ "${LINE% }" = "$LINE" ] || COMP_WORDS+=("")
		COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE=$LINE COMP_POINT=${#LINE} COMP_TYPE=9
		__start_warraq
		printf '%s\n' "${COMPREPLY[@]}"`
	shells := map[string][]string{
		"bash": {"bash", "--norc", "-c", inBash},
		"fish": {"fish", "--no-config", "-c", `warraq completion fish | source; complete -C "$LINE"`},
	}
	environ := asWarraq(t)
	id := ""
	for _, v := range environ {
		if value, ok := strings.CutPrefix(v, "ID="); ok {
			id = value
		}
	}
	for shell, command := range shells {
		for line, want := range map[string][]string{
			"warraq bo":                    {"bookmark"},
			"warraq show " + id[:4]:        {id},
			"warraq bookmark --rem":        {"--remove"},
			"warraq list --section ":       {"قسم", "تقنية"},
			"warraq list --source ":        {"صحيفة", "مجلة"},
			"warraq cat --form m":          {"marked"},
			"warraq export --format js":    {"jsonl"},
			"warraq help ve":               {"version"},
			"warraq completion z":          {"zsh"},
			"warraq related nothing-there": nil,
		} {
			t.Run(shell+": "+line, func(t *testing.T) {
				path, err := exec.LookPath(command[0])
				if err != nil {
					t.Skip(err)
				}
				c := exec.Command(path, command[1:]...)
				c.Env = slices.Concat(environ, []string{"LINE=" + line})
				out, err := c.CombinedOutput()
				if err != nil {
					t.Fatalf("%v: %s", err, out)
				}
				for _, w := range want {
					if !strings.Contains(string(out), w) {
						t.Errorf("%q is not offered in:\n%s", w, out)
					}
				}
				if want == nil && strings.TrimSpace(string(out)) != "" {
					t.Errorf("offered: %s", out)
				}
			})
		}
	}
}

// A shell that has no library yet is not made one.
func TestCompletionMakesNoLibrary(t *testing.T) {
	t.Parallel()
	library := filepath.Join(t.TempDir(), "library.db")
	out, wrong, status := run(t, []string{"WARRAQ_LIBRARY=" + library}, "__complete", "show", "")
	if status != 0 || !strings.HasPrefix(out, ":") {
		t.Errorf("status %d, %s%s", status, out, wrong)
	}
	if _, err := os.Stat(library); err == nil {
		t.Error("the library was made")
	}
}

func TestCompletionScripts(t *testing.T) {
	t.Parallel()
	for shell, check := range map[string][]string{
		"bash": {"bash", "-n"}, "zsh": {"zsh", "-n"}, "fish": {"fish", "--no-execute"}, "powershell": nil,
	} {
		t.Run(shell, func(t *testing.T) {
			out, wrong, status := run(t, nil, "completion", shell)
			if status != 0 || !strings.Contains(out, "warraq") {
				t.Fatalf("status %d, %s", status, wrong)
			}
			if check == nil {
				return
			}
			path, err := exec.LookPath(check[0])
			if err != nil {
				t.Skip(err)
			}
			if said, err := exec.Command(path, append(check[1:], writeFile(t, "script", out))...).CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, said)
			}
		})
	}
}
