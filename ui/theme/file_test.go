package theme

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	t.Run("what is not said is the base's", func(t *testing.T) {
		got, err := Parse("mine", []byte("base = \"sepia\"\npage = \"#ffffff\"\nmark = \"9\"\ncode-panel = \"\"\n"))
		want := Sepia()
		want.Name, want.Page, want.Mark, want.CodePanel = "mine", "#ffffff", "9", ""
		if err != nil || got != want {
			t.Errorf("got %+v, %v", got, err)
		}
	})
	for name, tt := range map[string]struct{ text, says string }{
		"an unknown base":    {`base = "x"`, `"x"`},
		"an unknown colour":  {"text = \"1\"\n\ncolour = \"1\"", "3:1: there is no colour colour"},
		"what is no colour":  {`text = "red"`, `text = "red"`},
		"beyond the palette": {`text = "256"`, `"256"`},
		"what is no TOML":    {"text", "1:"},
		"a number":           {"text = 5", "1:"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Parse("mine", []byte(tt.text)); err == nil || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("error %v, want %s", err, tt.says)
			}
		})
	}
}

func TestNamed(t *testing.T) {
	for _, want := range All() {
		if got, ok := Named(want.Name); !ok || got != want {
			t.Errorf("%s is %+v", want.Name, got)
		}
	}
	if _, ok := Named("nothing"); ok {
		t.Error("there is a theme of no name")
	}
}
