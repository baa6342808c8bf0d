//go:build unix

package command_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// An article is shown in colours that can be read on the terminal's background, and
// in the terminal's own where it has few.
func TestShowFitsTheTerminal(t *testing.T) {
	t.Parallel()
	const dark, light = "38;2;216;212;203", "38;2;43;42;39" // the text of night and of day
	library := filepath.Join(t.TempDir(), "library.db")
	run(t, []string{"WARRAQ_LIBRARY=" + library}, "list")
	for name, tt := range map[string]struct {
		environ   []string
		has, lack string
	}{
		// A console is not asked.
		"dark":            {[]string{"TERM=linux", "COLORTERM=truecolor", "COLORFGBG=15;0"}, dark, light},
		"light":           {[]string{"TERM=linux", "COLORTERM=truecolor", "COLORFGBG=0;15"}, light, dark},
		"of few colours":  {[]string{"COLORTERM=", "COLORFGBG=15;0"}, "\x1b[", "38;2;"},
		"not to be known": {[]string{"TERM=linux", "COLORTERM=truecolor", "COLORFGBG="}, "38;2;117;117;117", dark},
	} {
		t.Run(name, func(t *testing.T) {
			s := startIn(t, tt.environ, "", library, "show", "h3cf", "--no-pager")
			if err := s.wait(); err != nil {
				t.Fatal(err)
			}
			s.mu.Lock()
			defer s.mu.Unlock()
			if out := s.raw.String(); !strings.Contains(out, tt.has) || strings.Contains(out, tt.lack) {
				t.Errorf("%q", out)
			}
		})
	}
}
