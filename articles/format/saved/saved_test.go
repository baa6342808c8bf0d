package saved

import (
	"slices"
	"testing"
	"time"
)

func TestTags(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		list string
		want []string
	}{
		{"", nil},
		{"[]", nil},
		{"بحر", []string{"بحر"}},
		{"بحر, سفن", []string{"بحر", "سفن"}},
		{"بحر|سفن|بحر", []string{"بحر", "سفن"}},
		{"بحر، سفن؛ مرافئ", []string{"بحر", "سفن", "مرافئ"}},
		{`["بحر","سفن, قديمة"]`, []string{"بحر", "سفن, قديمة"}},
		{`['بحر', 'سفن']`, []string{"بحر", "سفن"}},
		{"#بحر", []string{"بحر"}},
	} {
		if got := Tags(test.list); !slices.Equal(got, test.want) {
			t.Errorf("Tags(%q) = %q, want %q", test.list, got, test.want)
		}
	}
}

func TestTime(t *testing.T) {
	t.Parallel()
	want := time.Date(2025, 3, 9, 7, 20, 0, 0, time.UTC)
	for _, s := range []string{
		"1741504800", "1741504800000", "1741504800000000", "2025-03-09T07:20:00Z", "2025-03-09T10:20:00+03:00", "2025-03-09T07:20:00.000Z",
		"2025-03-09 07:20:00+00:00", "2025-03-09 07:20:00", "Sun Mar 9 2025 10:20:00 GMT+0300 (Arabian Standard Time)",
	} {
		if got := Time(s); !got.Equal(want) {
			t.Errorf("Time(%q) = %v, want %v", s, got, want)
		}
	}
	for _, s := range []string{"", "0", "NaN", "-5", "yesterday", "1e300"} {
		if got := Time(s); !got.IsZero() {
			t.Errorf("Time(%q) = %v, want none", s, got)
		}
	}
}

func TestCard(t *testing.T) {
	t.Parallel()
	day := time.Date(2025, 3, 9, 0, 0, 0, 0, time.UTC)
	l := Link{URL: " https://sahil.example/7 ", Tags: []string{"بحر", "سفن"}, Note: "أعود إليه", Saved: day, Starred: true}
	a := l.Article()
	switch {
	case a.Title != "https://sahil.example/7" || a.URL != a.Title:
		t.Errorf("title %q, address %q", a.Title, a.URL)
	case a.Section != "بحر" || len(a.Tags) != 2:
		t.Errorf("section %q, tags %q", a.Section, a.Tags)
	case !a.Kept.Bookmarked || a.Kept.Read || !a.Kept.Added.Equal(day) || !a.Published.IsZero():
		t.Errorf("kept %+v, published %v", a.Kept, a.Published)
	case len(a.Kept.Highlights) != 1 || a.Kept.Highlights[0].Note != "أعود إليه":
		t.Errorf("notes %+v", a.Kept.Highlights)
	}
}
