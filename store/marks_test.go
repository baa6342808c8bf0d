package store

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// marksOf says all marks of an article in a line.
func marksOf(t testing.TB, l *Library, id string) string {
	t.Helper()
	e := article(t, l, id).Entry
	m, err := l.Marks(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	var s []string
	if e.Read {
		s = append(s, "read")
	}
	if e.Bookmarked {
		s = append(s, "bookmarked")
	}
	for _, tag := range m.Tags {
		s = append(s, "#"+tag)
	}
	for _, h := range m.Highlights {
		s = append(s, fmt.Sprintf("%d-%d «%s» %s", h.Start, h.End, h.Quote, h.Note))
	}
	for _, r := range m.Reading {
		s = append(s, fmt.Sprintf("%s %d", r.Day, r.Milliseconds))
	}
	return strings.Join(s, ", ")
}

func undoChange(t testing.TB, l *Library, u Undo) {
	t.Helper()
	if err := l.Undo(t.Context(), u); err != nil {
		t.Fatal(err)
	}
}

// Every change of a mark can be taken back, and taking back takes back no more.
func TestMarkAndUndo(t *testing.T) {
	t.Parallel()
	quote := articles.Highlight{Start: 4, End: 8, Quote: "المباحثات", Before: "إن ", After: " التي"}
	for _, test := range []struct {
		name   string
		before func(*Library, string) (Undo, error)
		do     func(*Library, string) (Undo, error)
		did    Done
		had    string
		has    string
	}{
		{"read", nil, func(l *Library, id string) (Undo, error) { return l.MarkRead(t.Context(), []string{id}, true) }, DoneRead, "", "read"},
		{
			"unread", func(l *Library, id string) (Undo, error) { return l.MarkRead(t.Context(), []string{id}, true) },
			func(l *Library, id string) (Undo, error) { return l.MarkRead(t.Context(), []string{id}, false) }, DoneUnread, "read", "",
		},
		{"all read", nil, func(l *Library, _ string) (Undo, error) { return l.MarkAllRead(t.Context(), Filter{}) }, DoneRead, "", "read"},
		{"bookmark", nil, func(l *Library, id string) (Undo, error) { return l.Bookmark(t.Context(), []string{id}, true) }, DoneBookmark, "", "bookmarked"},
		{
			"unbookmark, with tags", func(l *Library, id string) (Undo, error) { return l.Tag(t.Context(), id, "سفر", "بحر") },
			func(l *Library, id string) (Undo, error) { return l.Bookmark(t.Context(), []string{id}, false) },
			DoneUnbookmark, "bookmarked, #بحر, #سفر", "",
		},
		{"tag", nil, func(l *Library, id string) (Undo, error) {
			return l.Tag(t.Context(), id, "قراءة", " قراءه ", "")
		}, DoneTag, "", "bookmarked, #قراءة"},
		{
			"one more tag", func(l *Library, id string) (Undo, error) { return l.Tag(t.Context(), id, "سفر") },
			func(l *Library, id string) (Undo, error) { return l.Tag(t.Context(), id, "بحر", "سَفَر") },
			DoneTag, "bookmarked, #سفر", "bookmarked, #بحر, #سفر",
		},
		{
			"untag", func(l *Library, id string) (Undo, error) { return l.Tag(t.Context(), id, "سفر", "بحر") },
			func(l *Library, id string) (Undo, error) { return l.Untag(t.Context(), id, "سَفر") },
			DoneUntag, "bookmarked, #بحر, #سفر", "bookmarked, #بحر",
		},
		{
			"highlight", nil, func(l *Library, id string) (Undo, error) {
				_, u, err := l.AddHighlight(t.Context(), id, quote)
				return u, err
			}, DoneHighlight, "", "4-8 «المباحثات» ",
		},
		{
			"a note on a highlight", func(l *Library, id string) (Undo, error) {
				_, u, err := l.AddHighlight(t.Context(), id, quote)
				return u, err
			}, func(l *Library, id string) (Undo, error) {
				return l.SetNote(t.Context(), only(t, l, id), "يُراجع\nثم يُنقل")
			},
			DoneNote, "4-8 «المباحثات» ", "4-8 «المباحثات» يُراجع\nثم يُنقل",
		},
		{
			"an empty note takes a note away", func(l *Library, id string) (Undo, error) {
				_, u, err := l.AddHighlight(t.Context(), id, articles.Highlight{Note: "عن المقالة كلها"})
				return u, err
			}, func(l *Library, id string) (Undo, error) { return l.SetNote(t.Context(), only(t, l, id), "") },
			DoneNote, "0-0 «» عن المقالة كلها", "",
		},
		{
			"remove a highlight", func(l *Library, id string) (Undo, error) {
				_, u, err := l.AddHighlight(t.Context(), id, quote)
				return u, err
			}, func(l *Library, id string) (Undo, error) { return l.RemoveHighlight(t.Context(), only(t, l, id)) },
			DoneUnhighlight, "4-8 «المباحثات» ", "",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			l := open(t)
			id := addArticles(t, l, articles.Article{Title: "خبر", Body: long("قائل")})[0].ID
			if test.before != nil {
				if _, err := test.before(l, id); err != nil {
					t.Fatal(err)
				}
			}
			if had := marksOf(t, l, id); had != test.had {
				t.Fatalf("before: %s", had)
			}
			revision := revisionOf(t, l)
			u, err := test.do(l, id)
			if err != nil {
				t.Fatal(err)
			}
			if u.Done != test.did || u.Count != 1 {
				t.Errorf("done was %d on %d", u.Done, u.Count)
			}
			if has := marksOf(t, l, id); has != test.has {
				t.Errorf("it has %s, want %s", has, test.has)
			}
			if revisionOf(t, l) == revision {
				t.Error("others are not told")
			}
			undoChange(t, l, u)
			undoChange(t, l, u) // once is enough
			if has := marksOf(t, l, id); has != test.had {
				t.Errorf("it has %s again, want %s", has, test.had)
			}
			checkSound(t, l)
		})
	}
}

// only is the ID of the highlight of an article.
func only(t testing.TB, l *Library, id string) string {
	t.Helper()
	list, err := l.Highlights(t.Context(), id)
	if err != nil || len(list) != 1 {
		t.Fatalf("%d highlights, %v", len(list), err)
	}
	return list[0].ID
}

// Marking what is marked so changes nothing; what is wrong is refused.
func TestMarksThatChangeNothing(t *testing.T) {
	t.Parallel()
	l := open(t)
	id := addArticles(t, l, articles.Article{Title: "خبر", Body: long("قائل")})[0].ID
	h, _, err := l.AddHighlight(t.Context(), id, articles.Highlight{Start: 1, End: 2, Quote: "\x1b[31mقال", Note: "م"})
	if err != nil || h.Quote != "قال" || h.ID == "" || h.Made.IsZero() {
		t.Fatalf("%+v, %v", h, err)
	}
	if _, err := l.Tag(t.Context(), id, "سفر"); err != nil {
		t.Fatal(err)
	}
	revision := revisionOf(t, l)
	for name, do := range map[string]func() (Undo, error){
		"unread":         func() (Undo, error) { return l.MarkRead(t.Context(), []string{id}, false) },
		"bookmarked":     func() (Undo, error) { return l.Bookmark(t.Context(), []string{id}, true) },
		"tagged":         func() (Undo, error) { return l.Tag(t.Context(), id, "سَفَرْ") },
		"no such tag":    func() (Undo, error) { return l.Untag(t.Context(), id, "بحر") },
		"the same note":  func() (Undo, error) { return l.SetNote(t.Context(), h.ID, "م") },
		"highlighted so": func() (Undo, error) { _, u, err := l.AddHighlight(t.Context(), id, h); return u, err },
	} {
		if u, err := do(); err != nil || u.Count != 0 {
			t.Errorf("%s: %+v, %v", name, u, err)
		}
	}
	if revisionOf(t, l) != revision {
		t.Error("others are told of nothing")
	}
	for name, wrong := range map[string]struct {
		want error
		do   func() error
	}{
		"no article":     {ErrNotFound, func() error { _, err := l.Tag(t.Context(), "zzzzzzzz", "x"); return err }},
		"one of several": {ErrNotFound, func() error { _, err := l.MarkRead(t.Context(), []string{id, "zzzzzzzz"}, true); return err }},
		"no highlight":   {ErrNoHighlight, func() error { _, err := l.RemoveHighlight(t.Context(), "zzzzzzzz"); return err }},
		"nothing in it": {ErrEmptyHighlight, func() error {
			_, _, err := l.AddHighlight(t.Context(), id, articles.Highlight{Start: 3, End: 9})
			return err
		}},
	} {
		if err := wrong.do(); !errors.Is(err, wrong.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if article(t, l, id).Read {
		t.Error("what was refused was done in part")
	}
}

// Marks outlive a change of the article, its filling in, and the way through an
// export into a library with marks of its own, where each side keeps all.
func TestMarksAreKept(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 11, 20, 23, 30, 0, 0, time.FixedZone("", 3*60*60))
	l := open(t)
	id := addArticles(t, l, articles.Article{Title: "خبر", URL: "https://paper.example/1"})[0].ID // a card
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	mark := func(l *Library, tag, note string, read time.Duration) {
		t.Helper()
		_, err := l.Tag(t.Context(), id, tag)
		check(err)
		_, _, err = l.AddHighlight(t.Context(), id, articles.Highlight{Start: 4, End: 9, Quote: "كلمة", Note: note})
		check(err)
		check(l.AddReadingTime(t.Context(), id, day, read))
	}
	mark(l, "سفر", "أولى", time.Minute)
	want := "bookmarked, #سفر, 4-9 «كلمة» أولى, 2026-11-20 60000"
	for _, body := range []string{long("قائل"), long("قائل") + " وزيد عليه كلام كثير لم يكن فيه من قبل"} {
		if got := outcomes(addArticles(t, l, articles.Article{Title: "خبر", URL: "https://paper.example/1", Body: body})); got == "same" {
			t.Fatal("nothing has changed")
		}
		if got := marksOf(t, l, id); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}

	other := open(t)
	addArticles(t, other, articles.Article{Title: "خبر", URL: "https://paper.example/1", Body: long("قائل")})
	mark(other, "بحر", "ثانية", 2*time.Minute)
	both := "bookmarked, #بحر, #سفر, 4-9 «كلمة» أولى, 4-9 «كلمة» ثانية, 2026-11-20 120000"
	fromFirst, fromOther := export(t, l), export(t, other)
	for range 2 {
		addArticles(t, other, fromFirst...)
		addArticles(t, l, fromOther...)
		for _, l := range []*Library{l, other} {
			if got := marksOf(t, l, id); got != both {
				t.Errorf("%s\nwant %s", got, both)
			}
		}
	}
	if got := outcomes(addArticles(t, l, export(t, other)...)); got != "same" {
		t.Errorf("once more it is %s", got)
	}
	a, errA := l.Marks(t.Context(), id)
	b, errB := other.Marks(t.Context(), id)
	if errA != nil || errB != nil || !reflect.DeepEqual(a, b) {
		t.Errorf("%+v and %+v, %v, %v", a, b, errA, errB)
	}
	// A note that is changed in one library is changed in the other by an export.
	h, err := l.Highlights(t.Context(), id)
	check(err)
	_, err = l.SetNote(t.Context(), h[0].ID, "أولى مُصلحة")
	check(err)
	addArticles(t, other, export(t, l)...)
	addArticles(t, l, fromOther...)
	for _, l := range []*Library{l, other} {
		if got := marksOf(t, l, id); !strings.Contains(got, "أولى مُصلحة") {
			t.Errorf("the note is %s", got)
		}
	}
	checkSound(t, l)
	checkSound(t, other)
}

func TestTagsAndHighlightsOfAll(t *testing.T) {
	t.Parallel()
	l := open(t)
	added := addArticles(t, l, articles.Article{Title: "ألف", Body: "x"}, articles.Article{Title: "باء", Body: "x"}, articles.Article{Title: "جيم"})
	for i, tags := range [][]string{{"كتب", "سفر"}, {"كُتُب"}, {"سفر"}} {
		if _, err := l.Tag(t.Context(), added[i].ID, tags...); err != nil {
			t.Fatal(err)
		}
	}
	tags, err := l.Tags(t.Context())
	if want := []Shelf{{"سفر", 2, 1}, {"كُتُب", 2, 2}}; err != nil || !reflect.DeepEqual(tags, want) {
		t.Errorf("%+v, %v, want %+v", tags, err, want)
	}
	var made []string
	for i := range 7 {
		h, _, err := l.AddHighlight(t.Context(), added[i%2].ID, articles.Highlight{
			Note: fmt.Sprint(i), Made: time.UnixMilli(int64(i / 2)), // some at the same instant
		})
		if err != nil {
			t.Fatal(err)
		}
		made = append(made, h.ID)
	}
	seen := map[string]bool{}
	last := ""
	for pages := 0; ; pages++ {
		page, err := l.AllHighlights(t.Context(), last, 3)
		if err != nil {
			t.Fatal(err)
		}
		if len(page) == 0 {
			break
		}
		for _, h := range page {
			if seen[h.ID] || h.Entry.ID != added[0].ID && h.Entry.ID != added[1].ID {
				t.Errorf("%+v", h)
			}
			seen[h.ID] = true
		}
		last = page[len(page)-1].ID
	}
	if len(seen) != len(made) {
		t.Errorf("%d of %d were listed", len(seen), len(made))
	}
}

func TestStatistics(t *testing.T) {
	t.Parallel()
	l := open(t)
	added := addArticles(t, l,
		articles.Article{Title: "ألف", Body: "x", Source: "النهر", Section: "علوم"},
		articles.Article{Title: "باء", Body: "x", Source: "«النهر»"},
		articles.Article{Title: "جيم", Body: "x", Source: "الضفة", Section: "علوم"},
	)
	east := time.FixedZone("", 3*60*60)
	at := func(day, hour int) time.Time { return time.Date(2026, 11, day, hour, 0, 0, 0, east) }
	for _, r := range []struct {
		article int
		at      time.Time
		read    time.Duration
	}{
		{0, at(2, 12), time.Minute},
		{0, at(3, 12), time.Minute}, {1, at(3, 12), time.Minute}, {1, at(3, 13), time.Minute},
		{2, at(4, 1), 5 * time.Minute}, // the day before, in UTC
		{2, at(9, 12), time.Minute}, {0, at(9, 12), time.Nanosecond},
	} {
		if err := l.AddReadingTime(t.Context(), added[r.article].ID, r.at, r.read); err != nil {
			t.Fatal(err)
		}
	}
	day := func(d int) time.Time { return time.Date(2026, 11, d, 0, 0, 0, 0, time.UTC) }
	got, err := l.Statistics(t.Context(), at(3, 20), at(10, 9))
	want := Statistics{
		Time: 9 * time.Minute, Articles: 3, Streak: 1, Longest: 3,
		Days:      []ReadingDay{{day(3), 3 * time.Minute, 2}, {day(4), 5 * time.Minute, 1}, {day(9), time.Minute, 1}},
		BySource:  []ReadingShare{{"الضفة", 6 * time.Minute, 1}, {"النهر", 3 * time.Minute, 2}},
		BySection: []ReadingShare{{"علوم", 7 * time.Minute, 2}, {"", 2 * time.Minute, 1}},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v\nwant %+v", got, err, want)
	}
	if got, err := l.Statistics(t.Context(), time.Time{}, at(12, 0)); err != nil || got.Streak != 0 || got.Time != 10*time.Minute {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err := open(t).Statistics(t.Context(), time.Time{}, at(12, 0)); err != nil || !reflect.DeepEqual(got, Statistics{}) {
		t.Errorf("of nothing: %+v, %v", got, err)
	}
}
