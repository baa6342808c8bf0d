package command

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/words"
)

// The command line that tests and scripts rely on.
var layingFlags = []string{"width", "form", "shape", "marks", "align", "digits", "direction", "justify", "color"}

type promise struct {
	use   string
	flags []string
	// How many arguments are right, and how many are not.
	right, wrong []int
}

var contract = []promise{
	{"warraq [PATH…]", append([]string{"version", "plain", "measure", "theme", "tashkeel", "spacing", "keyboard", "welcome", "mouse", "no-backups", "follow", "compact", "preview", "pictures", "view", "list-width", "related-width"}, layingFlags...), []int{0, 1, 3}, nil},
	{"add PATH…|-", []string{"dry-run", "json", "limit", "unpublished", "whole-books"}, []int{1, 3}, []int{0}},
	{"list", []string{"json", "unread", "bookmarked", "archived", "section", "source", "tag", "sort", "reverse", "limit"}, []int{0}, []int{1}},
	{"search QUERY", []string{"json", "limit"}, []int{1, 3}, []int{0}},
	{"show ID", append([]string{"format", "paper", "page", "versions", "tashkeel"}, layingFlags...), []int{1}, []int{0, 2}},
	{"related ID", []string{"json", "limit"}, []int{1}, []int{0, 2}},
	{"compare ID ID", []string{"json"}, []int{2}, []int{0, 1, 3}},
	{"root WORD", []string{"json", "limit"}, []int{1}, []int{0, 2}},
	{"bookmark ID…", []string{"remove", "tag"}, []int{1, 3}, []int{0}},
	{"archive ID…", []string{"remove"}, []int{1, 3}, []int{0}},
	{"remove [ID…]", []string{"source", "section", "bundled", "dry-run"}, []int{0, 1, 3}, nil},
	{"today", []string{"days", "json", "limit", "week"}, []int{0}, []int{1}},
	{"feed", nil, []int{0}, []int{1}},
	{"feed add URL…", []string{"name", "folder", "whole", "keep", "keep-days", "every", "all", "choose", "unchecked", "server", "user", "json"}, []int{1, 3}, []int{0}},
	{"feed list", []string{"json"}, []int{0}, []int{1}},
	{"feed remove FEED…", []string{"json"}, []int{1, 3}, []int{0}},
	{"feed edit FEED…", []string{"name", "folder", "whole", "keep", "keep-days", "every", "address", "json"}, []int{1, 3}, []int{0}},
	{"feed import FILE.opml…|-", []string{"json"}, []int{1, 3}, []int{0}},
	{"feed export [FILE|-]", nil, []int{0, 1}, []int{2}},
	{"feed catalogue [WORD…]", []string{"json", "opml", "language"}, []int{0, 1, 3}, nil},
	{"feed check [FEED…]", []string{"json", "catalogue"}, []int{0, 1, 3}, nil},
	{"fetch [FEED…]", []string{"json", "no-pages", "every"}, []int{0, 1, 3}, nil},
	{"rules", []string{"dry-run", "forget", "json"}, []int{0}, []int{1}},
	{"clean", []string{"dry-run", "json", "keep", "keep-days"}, []int{0}, []int{1}},
	{"sync [FOLDER]", []string{"status", "json"}, []int{0, 1}, []int{2}},
	{"serve", []string{"address", "keys", "guests", "sessions", "sessions-per-key", "rate", "idle"}, []int{0}, []int{1}},
	{"notes", []string{"format"}, []int{0}, []int{1}},
	{"cat [FILE|-]…", append([]string{"format", "measure", "margin", "tashkeel"}, layingFlags...), []int{0, 1, 3}, nil},
	{"listen ID", append([]string{"plain", "measure", "theme", "tashkeel", "spacing", "keyboard", "welcome", "mouse", "no-backups", "follow", "compact", "preview", "pictures", "view", "list-width", "related-width"}, layingFlags...), []int{1}, []int{0, 2}},
	{"run PROGRAM [ARGUMENT…]", []string{"form", "shape", "marks", "digits"}, []int{1, 3}, []int{0}},
	{"export [DIR|-]", []string{"format", "paper", "since"}, []int{0, 1}, []int{2}},
	{"backup FILE", nil, []int{1}, []int{0, 2}},
	{"restore FILE", nil, []int{1}, []int{0, 2}},
	{"doctor", []string{"repair"}, []int{0}, []int{1}},
	{"config [init]", nil, []int{0}, []int{2}},
	{"calibrate", nil, []int{0}, []int{1}},
	{"version", nil, []int{0}, []int{1}},
	{"completion SHELL", nil, []int{1}, []int{0, 2}},
	{"man [DIR]", nil, []int{0, 1}, []int{2}},
	{"help [COMMAND]", nil, []int{0, 1}, nil},
}

// wholeCommand is the command line as a user has it.
func wholeCommand(w *words.Words) *cobra.Command {
	e := &env{Streams: Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv}, words: w}
	c := e.root()
	e.explain(c)
	return c
}

func TestContract(t *testing.T) {
	t.Parallel()
	root := wholeCommand(words.English())
	var there []string
	commands := everyCommand(root)[1:]
	for _, c := range commands {
		there = append(there, c.Parent().CommandPath()[len(root.Name()):]+" "+c.Use)
		there[len(there)-1] = strings.TrimSpace(there[len(there)-1])
	}
	for _, tt := range contract {
		t.Run(tt.use, func(t *testing.T) {
			c := root
			if tt.use != root.Use {
				i := slices.Index(there, tt.use)
				if i < 0 {
					t.Fatalf("there is no such command among %q", there)
				}
				c = commands[i]
			}
			var flags []string
			c.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) { flags = append(flags, f.Name) })
			want := append([]string{"help"}, tt.flags...)
			slices.Sort(want)
			if !slices.Equal(flags, want) {
				t.Errorf("flags %q, want %q", flags, want)
			}
			for _, name := range []string{"library", "config", "lang", "months", "hijri", "log", "no-pager"} {
				if c.Flag(name) == nil {
					t.Errorf("it has no --%s", name)
				}
			}
			check := func(n int) error {
				if c.Args == nil {
					return nil
				}
				return c.Args(c, make([]string, n))
			}
			for _, n := range tt.right {
				if err := check(n); err != nil {
					t.Errorf("%d arguments: %v", n, err)
				}
			}
			for _, n := range tt.wrong {
				if err := check(n); err == nil {
					t.Errorf("%d arguments are taken", n)
				}
			}
		})
	}
	for _, use := range there {
		if !slices.ContainsFunc(contract, func(p promise) bool { return p.use == use }) {
			t.Errorf("%q is not in the contract", use)
		}
	}
}

// Every command and every flag is explained in every language, with examples that
// the command line understands.
func TestEverythingIsExplained(t *testing.T) {
	t.Parallel()
	for _, w := range words.All() {
		t.Run(w.Lang, func(t *testing.T) {
			root := wholeCommand(w)
			for _, c := range everyCommand(root) {
				if c.Short == "" || c.Long == "" {
					t.Errorf("%s is not explained: %q, %q", c.Name(), c.Short, c.Long)
				}
				if c.Example == "" {
					t.Errorf("%s has no example", c.Name())
				}
				c.Flags().VisitAll(func(f *pflag.Flag) {
					if f.Usage == "" {
						t.Errorf("%s --%s is not explained", c.Name(), f.Name)
					}
				})
				for line := range strings.Lines(c.Example) {
					checkExample(t, root, strings.TrimSpace(line))
				}
			}
			for name := range w.Manual.About {
				if c, _, err := root.Find(strings.Fields(name)); name != "warraq" && (err != nil || c == root) {
					t.Errorf("there is no command %q to explain", name)
				}
			}
		})
	}
}

// checkExample checks that the commands in a line of a shell are ones of Warraq
// with its flags.
func checkExample(t *testing.T, root *cobra.Command, line string) {
	t.Helper()
	found := false
	for part := range strings.SplitSeq(line, "|") {
		part, _, _ = strings.Cut(part, ">")
		fields := strings.Fields(part)
		if len(fields) == 0 || fields[0] != "warraq" {
			continue
		}
		found = true
		c, args, err := root.Find(fields[1:])
		if err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		for _, arg := range args {
			name, _, _ := strings.Cut(arg, "=")
			if strings.HasPrefix(name, "--") && c.Flag(name[2:]) == nil {
				t.Errorf("%s: there is no %s", line, name)
			}
		}
	}
	if !found {
		t.Errorf("%s: this is no example of Warraq", line)
	}
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		args    string
		environ map[string]string
		want    string
	}{
		"nothing said":            {"list", nil, "ar"},
		"the flag":                {"list --lang en", map[string]string{"WARRAQ_LANG": "ar"}, "en"},
		"the flag with =":         {"--lang=en list", nil, "en"},
		"after --":                {"cat -- --lang en", nil, "ar"},
		"the variable":            {"", map[string]string{"WARRAQ_LANG": "en", "LANG": "ar_EG.UTF-8"}, "en"},
		"an Arabic locale":        {"", map[string]string{"LANG": "ar_EG.UTF-8"}, "ar"},
		"an English locale":       {"", map[string]string{"LANG": "en_GB.UTF-8"}, "en"},
		"another locale":          {"", map[string]string{"LC_MESSAGES": "fr_FR", "LANG": "ar_EG"}, "en"},
		"no locale":               {"", map[string]string{"LANG": "C.UTF-8"}, "ar"},
		"a language there is not": {"--lang fr", nil, "ar"},
	} {
		t.Run(name, func(t *testing.T) {
			environ := tt.environ
			if environ == nil {
				environ = map[string]string{}
			}
			environ["WARRAQ_CONFIG"] = "/nowhere"
			e := &env{Streams: Streams{Getenv: func(name string) string { return environ[name] }}}
			if got := e.languageOf(strings.Fields(tt.args)); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

func TestMonthNames(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		flag    string
		environ map[string]string
		want    words.Months
	}{
		"nothing said":          {"auto", nil, words.EgyptianMonths},
		"the place of a locale": {"auto", map[string]string{"LANG": "ar_SY.UTF-8"}, words.LevantineMonths},
		"that of the time":      {"auto", map[string]string{"LC_TIME": "ar_MA", "LANG": "ar_SY.UTF-8"}, words.MoroccanMonths},
		"that of all":           {"auto", map[string]string{"LC_ALL": "ar_DZ", "LC_TIME": "ar_MA"}, words.AlgerianMonths},
		"the flag":              {"egyptian", map[string]string{"LC_ALL": "ar_DZ"}, words.EgyptianMonths},
	} {
		e := &env{Streams: Streams{Getenv: func(name string) string { return tt.environ[name] }}, months: tt.flag}
		if got, err := e.monthNames(); got != tt.want || err != nil {
			t.Errorf("%s: %s, %v; want %s", name, got, err, tt.want)
		}
	}
}

func TestDistance(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"lst", "list", 1}, {"list", "lsit", 2}, {"", "abc", 3}, {"قائمة", "قامة", 1}, {"show", "cat", 4}} {
		if got := editDistance(tt.a, tt.b); got != tt.want {
			t.Errorf("%q and %q: %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}

// What every terminal does by itself is said in Arabic too.
func TestWhatTerminalsDoIsSaid(t *testing.T) {
	t.Parallel()
	for _, w := range words.All() {
		for _, known := range terminal.Known() {
			if said := w.Does(known.Does); w.Lang != "en" && said == known.Does {
				t.Errorf("%s: %q is not said in %s", known.Name, said, w.Lang)
			}
		}
	}
}
