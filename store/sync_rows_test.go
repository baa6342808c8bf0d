package store

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// randomRow makes a row that a machine could have written, or that no machine would.
func randomRow(rng *rand.Rand) SyncRow {
	pick := func(of ...string) string { return of[rng.IntN(len(of))] }
	r := SyncRow{
		Item:    pick("aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb", "cccccccccccccccc", "dddddddddddddddd", "feed:paper.example/rss", "search:سوق", "rule:{}", readingName),
		Field:   pick("content", "content", "gone", "read", "bookmarked", "archived", "position", "same:", "tag:سوق:m1:1", "tag:سوق:m2:1", "highlight:h3cfe2a5:m1:1", "highlight:h3cfe2a5:m2:1", "feed.address", "feed.name", "search", "rule:m1", "reading:20000:m1", "reading:20000:m2:1.1", "nonsense", "tag:", "highlight::"),
		Stamp:   1 + rng.Int64N(12),
		Machine: pick("m1", "m2", "m3"),
		Value:   pick("", "0", "1", "2", "17 40", "https://paper.example/rss", "سوق", `{"s":0,"e":3,"q":"سوق","n":"ملاحظة"}`, "2500", "-1"),
	}
	if r.Field == fieldSame {
		r.Field += pick("aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb", "cccccccccccccccc", "feed:paper.example/rss", readingName, "")
	}
	if r.Field == fieldContent {
		r.Value = pick("0", "1")
		n := strings.Index("abcd", r.Item[:1])
		a := articles.Article{Title: fmt.Sprintf("خبر %d", max(n, 0)), URL: fmt.Sprintf("https://paper.example/%d", max(n, 0)), Full: r.Value == "1"}
		if a.Full {
			a.Body = fmt.Sprintf("هذا نص الخبر %d كما جاء من الآلة %s في %d.", n, r.Machine, r.Stamp)
		}
		j := a.JSON()
		r.Article = &j
	}
	return r
}

// saidBy says what a library keeps of other machines, and what is here by that.
func saidBy(t *testing.T, l *Library) string {
	t.Helper()
	var lines []string
	for _, query := range []string{
		`SELECT 'article ' || a.title || ' ' || a.full || ' ' || a.read || a.bookmarked || a.archived || ' ' || a.position || ' ' ||
			coalesce((SELECT group_concat(name) FROM tag t WHERE t.num = a.num), '') || (SELECT count(*) FROM highlight h WHERE h.num = a.num) FROM article a ORDER BY 1`,
		"SELECT 'feed ' || address || name FROM feed ORDER BY 1", "SELECT 'search ' || query FROM search ORDER BY 1",
		"SELECT 'read ' || day || ' ' || sum(ms) FROM reading GROUP BY day HAVING sum(ms) > 0 ORDER BY 1",
	} {
		got, err := collectRows(t.Context(), l.db, scanColumn[string], query)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, got...)
	}
	return strings.Join(lines, "\n")
}

// Whatever rows come, in whatever order and how often: they are taken or passed over, the
// library stays sound, and libraries that had the same say the same.
func TestAnyRows(t *testing.T) {
	t.Parallel()
	for seed := range uint64(12) {
		rng := rand.New(rand.NewPCG(seed, 7))
		rows := make([]SyncRow, 60)
		for i := range rows {
			rows[i] = randomRow(rng)
		}
		libraries := []*Library{open(t), open(t), open(t)}
		for _, l := range libraries {
			rest := slices.Concat(rows, rows[:10])
			rng.Shuffle(len(rest), func(i, j int) { rest[i], rest[j] = rest[j], rest[i] })
			for len(rest) > 0 {
				n := 1 + rng.IntN(len(rest))
				if _, err := l.MergeSync(t.Context(), 1, rest[:n], nil, time.Now()); err != nil {
					t.Fatalf("%d: %v", seed, err)
				}
				rest = rest[n:]
			}
		}
		for range 3 { // what followed from them is handed on, too
			for _, from := range libraries {
				handOn(t, from, libraries)
			}
		}
		want := saidBy(t, libraries[0])
		for _, l := range libraries {
			checkSound(t, l)
			if got := saidBy(t, l); got != want {
				t.Errorf("%d: one says\n%s\nanother\n%s", seed, want, got)
				break
			}
		}
	}
}

// handOn gives other libraries all that one knows.
func handOn(t *testing.T, from *Library, to []*Library) {
	t.Helper()
	folder, err := from.AddSyncFolder(t.Context(), NewSyncID())
	if err != nil {
		t.Fatal(err)
	}
	var rows []SyncRow
	for a, err := range from.SyncAheads(t.Context(), folder) {
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, a.SyncRow)
	}
	for _, l := range to {
		if l == from {
			continue
		}
		if _, err := l.MergeSync(t.Context(), 1, rows, nil, time.Now()); err != nil {
			t.Fatal(err)
		}
	}
}
