package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/query"
)

func openReaderAt(t testing.TB, path string, library *Library) *Library {
	t.Helper()
	l, err := OpenReader(t.Context(), path, library.Path())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

// readerNews are some articles that point at each other, with a section and a source.
func readerNews(n int) (list []articles.Article) {
	for i := range n {
		list = append(list, articles.Article{
			Title: fmt.Sprintf("الخبر رقم %d", i), Section: []string{"ثقافة", "علوم"}[i%2], Source: []string{"الجريدة", "الوكالة", "المجلة"}[i%3],
			Body: long(fmt.Sprintf("الوزير %d في المكتبة", i/2)), URL: fmt.Sprintf("https://paper.example/%d", i), Tags: []string{"كتب"},
			Published: time.Date(2026, 5, 1+i%20, 8, i, 0, 0, time.UTC),
		})
	}
	return list
}

// markEverything does with an article all that a reader can.
func markEverything(t testing.TB, l *Library, id, word string) {
	t.Helper()
	ctx := t.Context()
	_, bookmarked := l.Bookmark(ctx, []string{id}, true)
	_, filed := l.Tag(ctx, id, word)
	_, archived := l.SetArchived(ctx, []string{id}, true)
	_, _, highlighted := l.AddHighlight(ctx, id, articles.Highlight{Start: 3, End: 9, Quote: "الوزير", Note: word})
	_, searched := l.KeepSearch(ctx, word, true)
	if err := errors.Join(
		l.SetRead(ctx, id, true), bookmarked, filed, archived, highlighted, searched, l.SetProgress(ctx, id, 17, 0.4),
		l.AddReadingTime(ctx, id, time.Now(), 3*time.Second), l.SetLeftAt(ctx, id), l.SetFirstSteps(ctx, []string{word}), l.LookAtFront(ctx, time.Now()),
	); err != nil {
		t.Fatal(err)
	}
}

// readerMarksOf says all that a reader did with an article.
func readerMarksOf(t testing.TB, l *Library, id string) string {
	t.Helper()
	ctx := t.Context()
	marks, err := l.Marks(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	for i := range marks.Highlights {
		marks.Highlights[i].ID, marks.Highlights[i].Made, marks.Highlights[i].Changed = "", time.Time{}, time.Time{}
	}
	item := article(t, l, id)
	searches, _ := l.Searches(ctx)
	steps, _, _ := l.FirstSteps(ctx)
	left, ok, err := l.LeftAt(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(item.Read, item.Bookmarked, item.Archived, item.Position, item.Progress, marks.Tags, marks.Highlights, marks.Reading, searches, steps, ok && left.ID == id)
}

// What each reader did is his own, and what the library's owner did nobody else's; all of
// them read the same articles.
func TestReadersMarksAreTheirOwn(t *testing.T) {
	t.Parallel()
	l := open(t)
	added := addArticles(t, l, readerNews(40)...)
	if err := l.Relate(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	id := added[7].ID
	markEverything(t, l, id, "المالك")
	folder := t.TempDir()
	one := openReaderAt(t, filepath.Join(folder, "one.db"), l)
	if err := one.NewReader(t.Context(), filepath.Join(folder, "two.db")); err != nil {
		t.Fatal(err)
	}
	two := openReaderAt(t, filepath.Join(folder, "two.db"), l)
	nothing := readerMarksOf(t, one, id)
	if want := "false false false 0 0 [] [] [] [] [] false"; nothing != want {
		t.Fatalf("a new reader has %s, want %s", nothing, want)
	}
	owners := readerMarksOf(t, l, id)
	markEverything(t, one, id, "قارئ")
	if got := readerMarksOf(t, two, id); got != nothing {
		t.Errorf("another reader has %s", got)
	}
	if got := readerMarksOf(t, l, id); got != owners {
		t.Errorf("the owner had %s and has %s", owners, got)
	}
	if got := readerMarksOf(t, one, id); got != strings.ReplaceAll(owners, "المالك", "قارئ") {
		t.Errorf("the reader has %s", got)
	}
	for _, reader := range []*Library{one, two} {
		checkCounted(t, reader)
		sameArticles(t, reader, l)
	}
}

// checkCounted compares what is counted with what is there.
func checkCounted(t testing.TB, l *Library) {
	t.Helper()
	for _, check := range []string{
		"SELECT group_concat(integrity_check, char(10)) FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
		"SELECT group_concat(\"table\") FROM pragma_foreign_key_check",
		"SELECT group_concat(kind || ' ' || key) FROM (SELECT kind, key, articles, unread, bookmarked FROM tally WHERE articles <> 0 EXCEPT SELECT * FROM (" + counted + "))",
		"SELECT group_concat(kind || ' ' || key) FROM (SELECT * FROM (" + counted + ") EXCEPT SELECT kind, key, articles, unread, bookmarked FROM tally)",
	} {
		var wrong *string
		if err := l.db.QueryRowContext(t.Context(), check).Scan(&wrong); err != nil || wrong != nil {
			t.Errorf("%s: %v, %v", check, wrong, err)
		}
	}
}

// sameArticles asks two libraries the same and compares what they answer, but for marks.
func sameArticles(t testing.TB, reader, l *Library) {
	t.Helper()
	ctx := t.Context()
	ids := func(list []Entry, err error) string {
		if err != nil {
			t.Error(err)
		}
		var all []string
		for _, e := range list {
			all = append(all, e.ID+e.Title+e.Summary+string(e.Why))
		}
		return strings.Join(all, " ")
	}
	list := listEntries(t, l, Filter{Archive: AnyArchived})
	for name, ask := range map[string]func(l *Library) string{
		"published": func(l *Library) string { return ids(l.List(ctx, Filter{Archive: AnyArchived})) },
		"by title":  func(l *Library) string { return ids(l.List(ctx, Filter{Archive: AnyArchived, Sort: ByTitle})) },
		"by length": func(l *Library) string { return ids(l.List(ctx, Filter{Archive: AnyArchived, Sort: ByLength})) },
		"typed":     func(l *Library) string { return ids(l.List(ctx, Filter{Archive: AnyArchived, Title: "خبر"})) },
		"section":   func(l *Library) string { return ids(l.List(ctx, Filter{Archive: AnyArchived, Section: "علوم"})) },
		"found": func(l *Library) string {
			return ids(l.List(ctx, Filter{Query: query.Parse("الوزير مكتبه")}))
		},
		"topic":   func(l *Library) string { return ids(l.List(ctx, Filter{Archive: AnyArchived, Tag: "كتب"})) },
		"thread":  func(l *Library) string { return ids(l.Thread(ctx, list[0].ID)) },
		"related": func(l *Library) string { return ids(l.Related(ctx, list[0].ID, 0)) },
		"text":    func(l *Library) string { return article(t, l, list[0].ID).Body },
		"family":  func(l *Library) string { words, err := l.Family(ctx, "كتب"); return fmt.Sprint(words, err) },
		"topics":  func(l *Library) string { shelves, err := l.Topics(ctx); return fmt.Sprint(len(shelves), err) },
		"feeds":   func(l *Library) string { feeds, err := l.Feeds(ctx); return fmt.Sprint(feeds, err) },
		"front": func(l *Library) string {
			front, err := l.Front(ctx, time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC), 40)
			return fmt.Sprint(len(front.Stories), len(front.Others), err)
		},
		"versions": func(l *Library) string { v, err := l.Versions(ctx, list[0].ID); return fmt.Sprint(v, err) },
		"address":  func(l *Library) string { e, ok, err := l.AtAddress(ctx, list[0].URL); return fmt.Sprint(e.ID, ok, err) },
	} {
		if got, want := ask(reader), ask(l); got != want {
			t.Errorf("%s: a reader finds\n%s, the library has\n%s", name, got, want)
		}
	}
}

// A reader's file takes in what comes, changes and goes in the library. The marks of what is
// gone are there again when that comes back.
func TestReaderFollows(t *testing.T) {
	t.Parallel()
	l := open(t)
	added := addArticles(t, l, readerNews(20)...)
	reader := openReaderAt(t, filepath.Join(t.TempDir(), "one.db"), l)
	ctx := t.Context()
	look := func() Moment {
		reader.shared.next = time.Time{}
		moment, err := reader.Moment(ctx)
		if err != nil {
			t.Fatal(err)
		}
		checkCounted(t, reader)
		return moment
	}
	id := added[4].ID
	markEverything(t, reader, id, "قارئ")
	marked := readerMarksOf(t, reader, id)
	before := look()

	addArticles(t, l, articles.Article{Title: "خبر جديد", Body: long("الجديد")})
	after := look()
	if n, err := reader.Arrived(ctx, before); err != nil || n != 1 || !after.Differs(before) {
		t.Errorf("%d articles came, %v", n, err)
	}
	changed := readerNews(20)[4]
	changed.Body += "\n\nفقرة جديدة في آخر الخبر."
	if got := outcomes(addArticles(t, l, changed)); got != "updated" {
		t.Fatal(got)
	}
	look()
	sameArticles(t, reader, l)
	if got := readerMarksOf(t, reader, id); got != marked {
		t.Errorf("after a change of the article there is %s of %s", got, marked)
	}
	undo, err := l.Remove(ctx, id, added[5].ID)
	if err != nil {
		t.Fatal(err)
	}
	look()
	sameArticles(t, reader, l)
	if _, err = reader.Article(ctx, id); !errors.Is(err, ErrNotFound) {
		t.Errorf("what is gone gives %v", err)
	}
	if err = l.Undo(ctx, undo); err != nil {
		t.Fatal(err)
	}
	look()
	sameArticles(t, reader, l)
	if got := readerMarksOf(t, reader, id); withoutReading(got) != withoutReading(marked) {
		t.Errorf("what came back has\n%s of\n%s", got, marked)
	}
	var aside int
	if err := reader.db.QueryRowContext(ctx, "SELECT count(*) FROM aside").Scan(&aside); err != nil || aside != 0 {
		t.Errorf("%d marks are still put aside, %v", aside, err)
	}
}

// withoutReading leaves the time of reading out of what readerMarksOf says: it stays known
// by the day, and not of which article it was.
func withoutReading(marks string) string {
	before, rest, _ := strings.Cut(marks, "UTC}] [")
	_, after, _ := strings.Cut(rest, "] [")
	return before + after
}

// What a reader did outlives another version of Warraq, a library in which the articles have
// other numbers, and one that lacks some of them for a while.
func TestReaderSurvives(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		do   func(t *testing.T, l, reader *Library) (library *Library)
	}{
		{"another version", func(t *testing.T, l, reader *Library) *Library {
			for _, statement := range []string{
				"UPDATE followed SET version = 7", "DROP INDEX main.article_length", "ALTER TABLE main.article DROP COLUMN length",
				"ALTER TABLE main.article ADD COLUMN old_mark INTEGER NOT NULL DEFAULT 4", "ALTER TABLE main.front_looked DROP COLUMN before",
			} {
				if _, err := reader.db.ExecContext(t.Context(), statement); err != nil {
					t.Fatalf("%s: %v", statement, err)
				}
			}
			return l
		}},
		{"other numbers", func(t *testing.T, _, _ *Library) *Library {
			other := open(t)
			addArticles(t, other, articles.Article{Title: "خبر آخر", Body: long("آخر")})
			news := readerNews(20)
			slices.Reverse(news)
			addArticles(t, other, news...)
			return other
		}},
		{"an empty library between", func(t *testing.T, l, reader *Library) *Library {
			between := openReaderAt(t, reader.Path(), open(t))
			if list := listEntries(t, between, Filter{Archive: AnyArchived}); len(list) != 0 {
				t.Errorf("there are %d articles", len(list))
			}
			return l
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			l := open(t)
			added := addArticles(t, l, readerNews(20)...)
			path := filepath.Join(t.TempDir(), "one.db")
			reader, err := OpenReader(t.Context(), path, l.Path())
			if err != nil {
				t.Fatal(err)
			}
			id := added[4].ID
			markEverything(t, reader, id, "قارئ")
			want := readerMarksOf(t, reader, id)
			library := tt.do(t, l, reader)
			if err := reader.Close(); err != nil {
				t.Fatal(err)
			}
			again := openReaderAt(t, path, library)
			checkCounted(t, again)
			sameArticles(t, again, library)
			if got := readerMarksOf(t, again, id); withoutReading(got) != withoutReading(want) {
				t.Errorf("there is\n%s of\n%s", got, want)
			}
		})
	}
}

// Nothing that a reader does changes the library: what would is refused.
func TestReaderChangesNothing(t *testing.T) {
	t.Parallel()
	l := open(t)
	added := addArticles(t, l, readerNews(20)...)
	if err := l.Relate(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	before := contentsOf(t, l)
	digest := func() (all string) {
		for _, end := range []string{"", "-wal"} {
			data, err := os.ReadFile(l.Path() + end)
			if err != nil {
				t.Fatal(err)
			}
			all += string(data)
		}
		return all
	}
	was := digest()
	reader := openReaderAt(t, filepath.Join(t.TempDir(), "one.db"), l)
	markEverything(t, reader, added[3].ID, "قارئ")
	id := added[0].ID
	for name, change := range map[string]func(ctx context.Context) error{
		"adding":   func(ctx context.Context) error { _, err := reader.Add(ctx, readerNews(25)); return err },
		"removing": func(ctx context.Context) error { _, err := reader.Remove(ctx, id); return err },
		"following": func(ctx context.Context) error {
			_, _, err := reader.AddFeeds(ctx, []Feed{{Address: "https://a.example/"}})
			return err
		},
		"a picture": func(ctx context.Context) error {
			return reader.AddMissingPictures(ctx, []articles.Picture{{Name: "a", Type: "image/png", Data: []byte("a")}})
		},
		"bundled": func(ctx context.Context) error { return reader.AddBundled(ctx, readerNews(3)) },
		"syncing": func(ctx context.Context) error { _, err := reader.CompareSync(ctx, time.Now()); return err },
	} {
		if err := change(t.Context()); !errors.Is(err, ErrShared) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := reader.Relate(t.Context(), nil); err != nil {
		t.Error(err)
	}
	if digest() != was {
		t.Error("the library has changed")
	}
	if got := contentsOf(t, l); fmt.Sprint(got) != fmt.Sprint(before) {
		t.Error("the library holds something else")
	}
	checkCounted(t, reader)
}

// librarysTables are those that all readers have together, and that a library alone has:
// whoever adds a table says here or in readerTables whose it is.
var librarysTables = []string{
	"aside", "article_picture", "cleaning_told", "feed", "feed_article", "found", "found_length", "found_library", "found_measured",
	"found_pending", "found_story", "found_story_pending", "found_term", "link", "mention", "origin", "page_pending", "picture", "picture_pending", "removed",
	"root", "server_article", "server_feed", "server_gone", "server_item", "sync_folder", "sync_highlight", "sync_item", "sync_library", "sync_machine",
	"sync_name", "sync_picture", "sync_register", "sync_segment", "sync_tag", "sync_text", "text", "topic", "version", "word_place",
}

// Of each table, trigger and view it is said whether it is each reader's own.
func TestEveryTableIsOwned(t *testing.T) {
	t.Parallel()
	l := open(t)
	for kind, known := range map[string][]string{
		"table": slices.Concat(readerTables, librarysTables), "view": {"filed"},
		"trigger": append([]string{"found_article_changes", "found_article_goes", "server_article_goes", "sync_article_goes", "topic_article_goes", "topic_article_changes", "topic_article_moves", "article_changes_newer", "library_changes_newer"}, readerTriggers...),
	} {
		names, err := collectRows(t.Context(), l.db, scanColumn[string], `SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite_%'
			AND name NOT LIKE 'words%' AND name <> 'vocabulary' AND (type <> 'trigger' OR tbl_name IN (SELECT value FROM json_each(?)))`,
			kind, encodeJSON(readerTables))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if !slices.Contains(known, name) {
				t.Errorf("whose is the %s %s? If a reader makes it, it belongs to readerTables (reader.go)", kind, name)
			}
		}
	}
}

// A library is no reader's file, nor is a file that another program made.
func TestReaderFileOfAnother(t *testing.T) {
	t.Parallel()
	l, other := open(t), open(t)
	if reader, err := OpenReader(t.Context(), other.Path(), l.Path()); !errors.Is(err, ErrNotLibrary) {
		t.Errorf("opened %v, %v", reader, err)
	}
	if reader, err := OpenReader(t.Context(), filepath.Join(t.TempDir(), "one.db"), filepath.Join(t.TempDir(), "none.db")); err == nil {
		t.Errorf("opened %v without a library", reader)
	}
}

// Making the file of a reader costs what it costs, copying it much less.
func BenchmarkReader(b *testing.B) {
	l := open(b)
	addArticles(b, l, readerNews(2000)...)
	path := filepath.Join(b.TempDir(), "one.db")
	first := openReaderAt(b, path, l)
	for i := 0; b.Loop(); i++ {
		next := fmt.Sprintf("%s-%d", path, i)
		if err := first.NewReader(b.Context(), next); err != nil {
			b.Fatal(err)
		}
		if err := openReaderAt(b, next, l).Close(); err != nil {
			b.Fatal(err)
		}
	}
}
