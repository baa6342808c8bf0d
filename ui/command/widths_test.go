//go:build unix

package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// emulatedWidths is what the emulator of these tests counts.
const emulatedWidths = "widths = 'joined 2, toned 2, flag 2, selected 2, keycap 2, conjunct 1, lam-alef 2, mark 1, format 2'\n"

// A terminal that nobody measured is asked how it counts when the reader opens in it, until it
// has answered, and not again; a later start and doctor know what it said.
func TestWidthsAreMeasuredOnce(t *testing.T) {
	t.Parallel()
	const askedForCursor = "\x1b[6n"
	folder := t.TempDir()
	library, config := filepath.Join(folder, "library.db"), filepath.Join(folder, "config.toml")
	if err := os.WriteFile(config, []byte("# mine\nwelcome = false\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	// What a busy machine answers late is asked again at the next start, a few times.
	answered := false
	for range 20 {
		s := startProgram(t, library, "--config", config)
		s.waitFor("the list", func(_, title string) bool { return strings.Contains(title, "·") })
		s.leave()
		if asked := strings.Contains(s.raw.String(), askedForCursor); asked == answered {
			t.Errorf("asked %v, answered before %v", asked, answered)
		}
		said, err := os.ReadFile(config)
		if err != nil || !strings.HasPrefix(string(said), "# mine\nwelcome = false\n") {
			t.Errorf("%v, written %q", err, said)
		}
		if answered {
			break
		}
		answered = strings.HasSuffix(string(said), "]\n"+emulatedWidths)
	}
	if !answered {
		t.Fatal("it never answers in time")
	}
	const counted = "Columns: joined emoji 2, skin tone 2,"
	for range 20 {
		s := startProgram(t, library, "doctor", "--config", config, "--lang", "en")
		if err := s.wait(); err != nil {
			t.Error(err)
		}
		if screen := s.screen.String(); strings.Contains(screen, counted) && strings.Contains(screen, "as it answers now") {
			return
		}
	}
	t.Error("doctor never hears an answer in time")
}
