package store

import (
	"slices"
	"testing"
)

func TestFirstSteps(t *testing.T) {
	t.Parallel()
	l := open(t)
	if done, begun, err := l.FirstSteps(t.Context()); len(done) > 0 || begun || err != nil {
		t.Errorf("nobody was shown them: %q, %v, %v", done, begun, err)
	}
	for _, want := range [][]string{nil, {"open"}, {"open", "search"}} {
		if err := l.SetFirstSteps(t.Context(), want); err != nil {
			t.Fatal(err)
		}
		if done, begun, err := l.FirstSteps(t.Context()); !slices.Equal(done, want) || !begun || err != nil {
			t.Errorf("%q, %v, %v, want %q", done, begun, err, want)
		}
	}
}
