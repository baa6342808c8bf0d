//go:build unix

package command

import (
	"errors"
	"testing"
	"time"

	"github.com/warraq/warraq/ui/outside"
)

// A command that gives a secret is waited for, but not for ever: not where it hangs, and not
// where it has ended and what it started holds on.
func TestAskSecret(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		script, want string
		fault        bool // whether there is an error
		hangs        bool // whether that is why
	}{
		"what it says":               {script: "echo secret", want: "secret\n"},
		"it fails":                   {script: "exit 3", fault: true},
		"it hangs":                   {script: "exec sleep 1000", fault: true, hangs: true},
		"what it started holds on":   {script: "sleep 1000 & echo secret", want: "secret\n"},
		"what it started hangs, too": {script: "sleep 1000", fault: true, hangs: true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			begun := time.Now()
			said, err := askSecret(t.Context(), 2*time.Second, "sh", "-c", tt.script)
			if string(said) != tt.want || (err != nil) != tt.fault || errors.Is(err, outside.ErrHangs) != tt.hangs {
				t.Errorf("it says %q, %v", said, err)
			}
			if time.Since(begun) > time.Minute {
				t.Error("it was waited for")
			}
		})
	}
}
