package identity

import (
	"slices"
	"testing"
)

// The numbers of the titles under which an article may be here are those of their keys.
func TestTitleHashes(t *testing.T) {
	t.Parallel()
	for _, title := range []string{"", "عاجل", "عاجل سقوط الجسر", "سقوط الجسر", "Breaking news: the bridge fell", "מבזק הגשר נפל"} {
		r := Record{Title: title}
		r.SetKeys()
		var want []int64
		for _, key := range r.TitleKeys() {
			want = append(want, WordsHash(key))
		}
		if got := r.TitleHashes(); !slices.Equal(got, want) {
			t.Errorf("%q: %d, want %d", title, got, want)
		}
	}
}
