package page

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

func TestMinutes(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       float64
	}{
		{"nothing", "", 0},
		{"a line", "سطر", 1},
		{"Arabic", strings.Repeat("كلمة أخرى ", 350), 5},
		{"Arabic behind a number", "12 " + strings.Repeat("كلمة أخرى ", 350), 5},
		{"Hebrew", strings.Repeat("מילה אחת. ", 350), 5},
		{"English", strings.Repeat("some words", 575), 5},
	} {
		if got := Minutes(bodyItem(articles.RightToLeft, tt.text)); got < tt.want || got > tt.want+0.1 {
			t.Errorf("%s: %.2f minutes, want %.0f", tt.name, got, tt.want)
		}
	}
}
