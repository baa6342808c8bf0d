package store

import (
	"context"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/query"
)

// inShort chooses between what a short run does, which is there for the race
// detector, and what a whole one does.
func inShort[T any](short, whole T) T {
	if testing.Short() {
		return short
	}
	return whole
}

// open opens a new library that closes with the test.
func open(t testing.TB) *Library {
	t.Helper()
	path := filepath.Join(t.TempDir(), "library.db")
	empty, err := emptyLibrary()
	if err == nil {
		err = os.WriteFile(path, empty, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return openAt(t, path)
}

// emptyLibrary is a library without articles: making it once and copying it is
// many times quicker than making it for each test.
var emptyLibrary = sync.OnceValues(func() ([]byte, error) {
	folder, err := os.MkdirTemp("", "warraq")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "library.db")
	l, err := Open(context.Background(), path)
	if err != nil {
		return nil, err
	}
	if err := l.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

func openAt(t testing.TB, path string) *Library {
	t.Helper()
	l, err := Open(t.Context(), path)
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

func addArticles(t testing.TB, l *Library, list ...articles.Article) []Added {
	t.Helper()
	added, err := l.Add(t.Context(), list)
	if err != nil {
		t.Fatal(err)
	}
	if len(added) != len(list) {
		t.Fatalf("%d articles were added of %d", len(added), len(list))
	}
	return added
}

func outcomes(added []Added) string {
	var s []string
	for _, a := range added {
		s = append(s, a.Outcome.String())
	}
	return strings.Join(s, " ")
}

func listEntries(t testing.TB, l *Library, f Filter) []Entry {
	t.Helper()
	entries, err := l.List(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// search gives what a query finds in the whole library.
func search(ctx context.Context, l *Library, text string, limit int) ([]Entry, error) {
	f := Filter{Query: query.Parse(text), Limit: limit}
	if f.Query.IsEmpty() {
		return nil, nil
	}
	return l.List(ctx, f)
}

func relatedEntries(t testing.TB, l *Library, id string) []Entry {
	t.Helper()
	entries, err := l.Related(t.Context(), id, 0)
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

func entriesByID(t testing.TB, l *Library, id string) []Entry {
	t.Helper()
	entries, err := l.Named(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

func article(t testing.TB, l *Library, id string) Item {
	t.Helper()
	item, err := l.Article(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return item
}

// titles gives the titles of entries, those of cards in brackets.
func titles(entries []Entry) string {
	var s []string
	for _, e := range entries {
		if !e.Full {
			e.Title = "[" + e.Title + "]"
		}
		s = append(s, e.Title)
	}
	return strings.Join(s, " | ")
}

// long makes a text of enough words to be compared with others.
func long(about string) string {
	return "قال " + about + " إن المباحثات التي جرت أمس في العاصمة كانت مثمرة، وإن الجانبين اتفقا على " +
		about + " وعلى مواصلة اللقاءات في الأسابيع المقبلة لحل ما بقي من المسائل العالقة بينهما حول " + about
}

// counted counts the articles as the table of counts has them.
const counted = `SELECT iif(archived, 'archived all', 'all') AS kind, '' AS key, count(*) AS articles, coalesce(sum(read = 0 AND full = 1), 0) AS unread, coalesce(sum(bookmarked), 0) AS bookmarked FROM article GROUP BY archived
	UNION ALL SELECT iif(archived, 'archived section', 'section'), section_key, count(*), sum(read = 0 AND full = 1), sum(bookmarked) FROM article GROUP BY archived, section_key
	UNION ALL SELECT iif(archived, 'archived source', 'source'), source_key, count(*), sum(read = 0 AND full = 1), sum(bookmarked) FROM article GROUP BY archived, source_key`

// countedTopics counts them with what they are filed under.
const countedTopics = counted + `
	UNION ALL SELECT iif(archived, 'archived topic', 'topic'), t.key, count(*), sum(read = 0 AND full = 1), sum(bookmarked) FROM topic t JOIN article USING (num) GROUP BY archived, t.key`

// checkSound has SQLite check the file.
func checkSound(t testing.TB, l *Library) {
	t.Helper()
	for _, check := range []string{
		"SELECT group_concat(integrity_check, char(10)) FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
		"SELECT group_concat(\"table\") FROM pragma_foreign_key_check",
		// Every article has its words in the index, and the index no others.
		"SELECT group_concat(id) FROM article WHERE num NOT IN (SELECT num FROM word_place WHERE place IN (SELECT rowid FROM words))",
		"SELECT group_concat(rowid) FROM words WHERE rowid NOT IN (SELECT place FROM word_place)",
		"SELECT group_concat(place) FROM word_place WHERE num NOT IN (SELECT num FROM article) OR place NOT IN (SELECT rowid FROM words)",
		"SELECT group_concat(id) FROM (SELECT a.id, w.place, lag(w.place) OVER (ORDER BY a.newness) AS before FROM article a JOIN word_place w USING (num)) WHERE place <= before",
		"SELECT group_concat(id) FROM article LEFT JOIN text USING (num) WHERE full <> (coalesce(warraq_text(body), '') <> '')",
		// What is counted is there, and nothing of what is gone.
		"SELECT group_concat(kind || ' ' || key) FROM (SELECT kind, key, articles, unread, bookmarked FROM tally WHERE articles <> 0 EXCEPT SELECT * FROM (" + countedTopics + "))",
		"SELECT group_concat(kind || ' ' || key) FROM (SELECT * FROM (" + countedTopics + ") EXCEPT SELECT kind, key, articles, unread, bookmarked FROM tally)",
		"SELECT group_concat(num) FROM reading WHERE num <> 0 AND num NOT IN (SELECT num FROM article)",
		"SELECT group_concat(id) FROM article WHERE bookmarked = 0 AND num IN (SELECT num FROM tag)",
		"SELECT group_concat(id) FROM article LEFT JOIN text USING (num) WHERE length <> length(coalesce(warraq_text(body), '')) OR title_order <> warraq_title_order(title) OR title_hash <> warraq_title_hash(title_key)",
	} {
		var wrong *string
		if err := l.db.QueryRowContext(t.Context(), check).Scan(&wrong); err != nil {
			t.Fatalf("%s: %v", check, err)
		}
		if wrong != nil {
			t.Errorf("%s: %s", check, *wrong)
		}
	}
}

func revisionOf(t testing.TB, l *Library) int64 {
	t.Helper()
	n, err := l.Revision(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func equalEntries(a, b []Entry) bool {
	return slices.EqualFunc(a, b, func(a, b Entry) bool {
		same := a.Published.Equal(b.Published) && a.Added.Equal(b.Added)
		a.Published, b.Published, a.Added, b.Added = time.Time{}, time.Time{}, time.Time{}, time.Time{}
		return same && reflect.DeepEqual(a, b)
	})
}

// permutations gives every order of the numbers below n, in a short run every
// seventh.
func permutations(n int) iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		var grow func(order []int) bool
		made := 0
		grow = func(order []int) bool {
			if len(order) == n {
				made++
				return made%inShort(7, 1) != 0 || yield(order)
			}
			for i := range n {
				if !slices.Contains(order, i) && !grow(append(slices.Clone(order), i)) {
					return false
				}
			}
			return true
		}
		grow(nil)
	}
}

// stepsBack take a library back behind a step of the schema, the newest first: what
// stands in the way of taking the step again goes.
var stepsBack = []struct {
	step       int
	statements []string
}{
	{66, []string{
		"DROP TRIGGER topic_comes", "DROP TRIGGER topic_goes", "DROP TRIGGER topic_article_goes", "DROP TRIGGER topic_article_changes",
		"DROP TRIGGER topic_article_moves", "DELETE FROM tally WHERE kind IN ('topic', 'archived topic')",
	}},
	{64, []string{"UPDATE article SET title_order = x'00'"}},
	{63, []string{"DROP TRIGGER sync_article_goes", "ALTER TABLE sync_item DROP COLUMN left_read", "ALTER TABLE sync_item DROP COLUMN left_bookmarked"}},
	{62, []string{
		"DROP TRIGGER reading_article_goes", "DROP INDEX reading_untold", "ALTER TABLE reading DROP COLUMN told", "ALTER TABLE sync_library DROP COLUMN origin",
		`CREATE TRIGGER reading_article_goes AFTER DELETE ON article BEGIN
			INSERT INTO reading (day, num, ms) SELECT day, 0, ms FROM reading WHERE num = old.num
				ON CONFLICT (day, num) DO UPDATE SET ms = ms + excluded.ms;
			DELETE FROM reading WHERE num = old.num;
		END`,
	}},
	{61, []string{
		"DROP TRIGGER library_changes_newer", "CREATE TRIGGER article_comes_newer BEFORE INSERT ON article WHEN NOT a_newer_warraq() BEGIN SELECT 1; END",
		`CREATE TRIGGER tally_article_comes AFTER INSERT ON article BEGIN
			INSERT INTO tally VALUES
				(iif(new.archived, 'archived all', 'all'), '', 1, new.read = 0 AND new.full = 1, new.bookmarked),
				(iif(new.archived, 'archived section', 'section'), new.section_key, 1, new.read = 0 AND new.full = 1, new.bookmarked),
				(iif(new.archived, 'archived source', 'source'), new.source_key, 1, new.read = 0 AND new.full = 1, new.bookmarked)
				ON CONFLICT (kind, key) DO UPDATE SET articles = articles + 1,
				unread = unread + excluded.unread, bookmarked = bookmarked + excluded.bookmarked;
		END`,
		`CREATE TRIGGER found_article_comes AFTER INSERT ON article WHEN new.full = 0 BEGIN
			INSERT OR REPLACE INTO found_pending (num) VALUES (new.num);
		END`,
		"CREATE TRIGGER found_text_comes AFTER INSERT ON text BEGIN INSERT OR REPLACE INTO found_pending (num) VALUES (new.num); END",
	}},
	{60, []string{"DROP TRIGGER article_comes_newer", "DROP TRIGGER article_changes_newer"}},
	{59, []string{"DROP TABLE server_gone", "ALTER TABLE server_feed DROP COLUMN here_title", "ALTER TABLE server_feed DROP COLUMN here_folder"}},
	{58, []string{
		"DROP TRIGGER found_article_changes", "UPDATE article SET summary = warraq_text(summary)", `PRAGMA writable_schema = on;
			UPDATE sqlite_schema SET sql = replace(sql, 'summary      ANY     NOT NULL', 'summary      TEXT    NOT NULL') WHERE name = 'article';
			PRAGMA writable_schema = reset`,
		`CREATE TRIGGER found_article_changes AFTER UPDATE OF title, summary, source_key, url, newness ON article
			WHEN old.title <> new.title OR old.summary <> new.summary OR old.source_key <> new.source_key
				OR old.url <> new.url OR old.newness <> new.newness BEGIN
				INSERT OR REPLACE INTO found_pending (num) VALUES (new.num);
			END`,
	}},
	{57, []string{"DROP TABLE picture_pending"}},
	{55, []string{
		"DROP TABLE words", `CREATE VIRTUAL TABLE words USING fts5 (
			title, body, section, source, content = '', contentless_delete = 1, tokenize = 'ascii')`,
		`INSERT INTO words (rowid, title, body, section, source)
			SELECT w.place, warraq_words(a.title), warraq_body_words(a.summary || char(10) || coalesce(warraq_text(t.body), '')),
				warraq_words(a.section), warraq_words(a.source || char(10) || a.author || char(10) || a.place)
			FROM word_place w JOIN article a USING (num) LEFT JOIN text t USING (num) ORDER BY w.place`,
		"DROP INDEX article_title", "ALTER TABLE article DROP COLUMN title_hash", "CREATE INDEX article_title ON article (title_key)",
	}},
	{54, []string{
		"DROP TRIGGER server_article_goes", "DROP TABLE server_article", "DROP TABLE server_item", "DROP TABLE server_feed",
		"ALTER TABLE feed DROP COLUMN account", "ALTER TABLE feed DROP COLUMN is_server",
	}},
	{52, []string{"DROP TABLE first_steps"}},
	{50, []string{"DROP TABLE root"}},
	{49, []string{"DROP TABLE front_looked"}},
	{48, []string{
		"DROP TABLE sync_text", "DROP TABLE sync_picture", "DROP TABLE sync_highlight", "DROP TABLE sync_tag", "DROP TABLE sync_register",
		"DROP TABLE sync_name", "DROP TABLE sync_item", "DROP TABLE sync_segment", "DROP TABLE sync_folder", "DROP TABLE sync_machine", "DROP TABLE sync_library",
	}},
	{46, []string{"DROP TABLE word_place"}},
	{45, []string{
		`CREATE TABLE plain (num INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE, body TEXT NOT NULL, captions TEXT NOT NULL) STRICT`,
		"INSERT INTO plain SELECT num, warraq_text(body), captions FROM text", "DROP TABLE text", "ALTER TABLE plain RENAME TO text",
		"DROP INDEX article_listed",
		"ALTER TABLE article ADD COLUMN listed TEXT AS (title_key || char(10) || section_key || char(10) || source_key)",
		"CREATE INDEX article_listed ON article (newness, read, bookmarked, archived, listed)",
	}},
	{39, []string{"DROP TABLE search", "DROP TABLE begun"}},
	{38, []string{
		"DROP TRIGGER tally_article_comes", "DROP TRIGGER tally_article_goes", "DROP TRIGGER tally_article_changes",
		"DROP INDEX article_listed", "DROP INDEX article_added", "DROP INDEX article_title_order", "DROP INDEX article_length",
		"DROP INDEX article_archived", "ALTER TABLE article DROP COLUMN archived", "DROP TABLE removed",
	}},
	{33, []string{"ALTER TABLE page_pending DROP COLUMN maybe"}},
	{32, []string{"DROP TABLE page_pending", "DROP TABLE feed_article", "DROP TABLE feed", "DROP TABLE cleaning_told"}},
	{31, []string{"DROP INDEX article_guid", "ALTER TABLE article DROP COLUMN guid"}},
}

// goBack makes a library one of an earlier version of the schema, as far as the steps
// behind it need that, by what it is told and by stepsBack.
func goBack(t testing.TB, l *Library, version int, statements ...string) {
	t.Helper()
	var all []string
	for _, s := range stepsBack {
		if s.step > version {
			all = append(all, s.statements...)
		}
	}
	all = append(append(all, statements...), fmt.Sprintf("PRAGMA user_version = %d", version))
	for _, statement := range all {
		if _, err := l.db.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}
