package keymap

import (
	"errors"
	"slices"
	"testing"
)

func TestChooseKeys(t *testing.T) {
	for _, tt := range []struct {
		name   string
		chosen []Chosen
		want   map[Action][]string
		wrong  []error
	}{
		{"another key", []Chosen{{"bookmark", []string{"r"}}}, map[Action][]string{Bookmark: {"r"}}, nil},
		{"by what an Arabic keyboard prints", []Chosen{{"bookmark", []string{"ق", "Ctrl+B"}}}, map[Action][]string{Bookmark: {"r", "ctrl+b"}}, nil},
		{"none", []Chosen{{"bookmark", nil}}, map[Action][]string{Bookmark: nil}, nil},
		{"two exchanged", []Chosen{{"up", []string{"j"}}, {"down", []string{"k"}}}, map[Action][]string{Up: {"j"}, Down: {"k"}}, nil},
		{"the way out stays", []Chosen{{"quit", []string{"r"}}}, map[Action][]string{Quit: {"r", "ctrl+c"}}, nil},
		{
			"over what it did by itself", []Chosen{{"bookmark", []string{"n"}}, {"up", []string{"x"}}},
			map[Action][]string{Bookmark: {"n"}, NextHit: nil, Up: {"x"}, Remove: {"delete"}}, nil,
		},
		{
			"two on one key", []Chosen{{"up", []string{"i"}}, {"down", []string{"i"}}},
			map[Action][]string{Up: {"i"}, Down: {"down", "j"}}, []error{nil, TakenError{"i", "down", "up"}},
		},
		{"the way out for something else", []Chosen{{"up", []string{"ctrl+c"}}}, map[Action][]string{Up: {"up", "k"}}, []error{TakenError{"ctrl+c", "up", "quit"}}},
		{"no such action", []Chosen{{"fly", []string{"r"}}}, nil, []error{NoActionError{"fly"}}},
		{"no such key", []Chosen{{"up", []string{"flap"}}}, map[Action][]string{Up: {"up", "k"}}, []error{NoKeyError{"flap"}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			keys, errs := Choose(tt.chosen)
			if tt.wrong == nil {
				tt.wrong = make([]error, len(tt.chosen))
			}
			for i, err := range errs {
				if !errors.Is(err, tt.wrong[i]) {
					t.Errorf("choice %d: %v, want %v", i, err, tt.wrong[i])
				}
			}
			for a, want := range tt.want {
				if got := keys.Of(a).Keys; !slices.Equal(got, want) {
					t.Errorf("%s is on %q, want %q", a, got, want)
				}
			}
		})
	}
}
