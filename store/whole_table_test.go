package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// Whatever the reader does at a key, or when an article is opened or marked, finds what it
// needs by an index, or goes along one only as far as it needs: no statement reads a whole
// table that grows with the library.
func TestNoStatementReadsAWholeTable(t *testing.T) {
	t.Parallel()
	l := open(t)
	batch := newGenerator().batch(60)
	for i := range batch {
		batch[i].Tags = []string{"topic", batch[i].Section}
		batch[i].URL = "https://example.org/" + string(rune('a'+i%20))
		batch[i].Body += "\n\n[other](https://example.org/" + string(rune('a'+(i+1)%20)) + ")"
		batch[i].Related = []articles.Related{{Title: batch[(i+2)%60].Title}}
	}
	id := addArticles(t, l, batch...)[7].ID
	if err := l.Relate(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	for _, step := range readerSteps(l, id) {
		noted := noteStatements(t, l)
		if err := step.do(t.Context()); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		for _, query := range noted.seen() {
			for _, table := range wholeTables(t, l, query) {
				t.Errorf("%s: all of table %s is read by\n%s", step.name, table, query)
			}
		}
	}
}

// readerStep is something that the reader asks of the library at a key.
type readerStep struct {
	name string
	do   func(context.Context) error
}

// readerSteps are what the reader asks of an article's library.
func readerSteps(l *Library, id string) []readerStep {
	page := Filter{Limit: 20}
	steps := []readerStep{
		{"an article", func(ctx context.Context) error { return failureOf(l.Article(ctx, id)) }},
		{"its related ones", func(ctx context.Context) error { return failureOf(l.Related(ctx, id, 0)) }},
		{"its thread", func(ctx context.Context) error { return failureOf(l.Thread(ctx, id)) }},
		{"its backlinks", func(ctx context.Context) error { return failureOf(l.Backlinks(ctx, id)) }},
		{"its story", func(ctx context.Context) error { return failureOf(l.StoryOf(ctx, id)) }},
		{"its neighbourhood", func(ctx context.Context) error { return failureOf(l.Neighbourhood(ctx, id)) }},
		{"its highlights", func(ctx context.Context) error { return failureOf(l.Highlights(ctx, id)) }},
		{"its tags", func(ctx context.Context) error { return failureOf(l.TagsOf(ctx, id)) }},
		{"its versions", func(ctx context.Context) error { return failureOf(l.Versions(ctx, id)) }},
		{"an address", func(ctx context.Context) error {
			_, _, err := l.AtAddress(ctx, "https://example.org/c")
			return err
		}},
		{"what was read", func(ctx context.Context) error { return failureOf(l.RecentlyRead(ctx, 20)) }},
		{"some articles", func(ctx context.Context) error { return failureOf(l.Entries(ctx, []string{id})) }},
		{"reading", func(ctx context.Context) error { return failureOf(l.MarkRead(ctx, []string{id}, true)) }},
		{"a bookmark", func(ctx context.Context) error { return failureOf(l.Bookmark(ctx, []string{id}, true)) }},
		{"a tag", func(ctx context.Context) error { return failureOf(l.Tag(ctx, id, "harbour")) }},
		{"taking a tag back", func(ctx context.Context) error {
			u, err := l.Untag(ctx, id, "harbour")
			return errors.Join(err, l.Undo(ctx, u))
		}},
		{"putting away", func(ctx context.Context) error {
			u, err := l.SetArchived(ctx, []string{id}, true)
			return errors.Join(err, l.Undo(ctx, u))
		}},
		{"the place in the text", func(ctx context.Context) error { return l.SetProgress(ctx, id, 10, 0.5) }},
		{"time", func(ctx context.Context) error { return l.AddReadingTime(ctx, id, time.Now(), time.Second) }},
		{"leaving", func(ctx context.Context) error { return l.SetLeftAt(ctx, id) }},
		{"coming back", func(ctx context.Context) error {
			_, _, err := l.LeftAt(ctx)
			return err
		}},
		{"sections", func(ctx context.Context) error { return failureOf(l.Sections(ctx)) }},
		{"sources", func(ctx context.Context) error { return failureOf(l.Sources(ctx)) }},
		{"tags", func(ctx context.Context) error { return failureOf(l.Tags(ctx)) }},
		{"topics", func(ctx context.Context) error { return failureOf(l.Topics(ctx)) }},
		{"searches", func(ctx context.Context) error { return failureOf(l.Searches(ctx)) }},
		{"the front page", func(ctx context.Context) error { return failureOf(l.Front(ctx, time.Now(), 1)) }},
		{"the last look", func(ctx context.Context) error { return failureOf(l.LastLooked(ctx)) }},
		{"what came", func(ctx context.Context) error { return failureOf(l.HaveCome(ctx, time.Now(), 50)) }},
		{"looking at the front page", func(ctx context.Context) error { return l.LookAtFront(ctx, time.Now()) }},
		{"the moment", func(ctx context.Context) error { return failureOf(l.Moment(ctx)) }},
		{"relating nothing", func(ctx context.Context) error { return l.Relate(ctx, nil) }},
	}
	for _, order := range []Sort{ByPublished, ByAdded, ByTitle, ByLength} {
		sorted := page
		sorted.Sort = order
		behind := sorted
		behind.After = id
		steps = append(steps,
			readerStep{"a page of a list", func(ctx context.Context) error { return failureOf(l.List(ctx, sorted)) }},
			readerStep{"the next page", func(ctx context.Context) error { return failureOf(l.List(ctx, behind)) }},
			readerStep{"the next unread", func(ctx context.Context) error {
				_, _, err := l.NextUnread(ctx, id, sorted)
				return err
			}},
			readerStep{"a place", func(ctx context.Context) error {
				_, _, err := l.PlaceOf(ctx, sorted, id)
				return err
			}},
		)
	}
	for _, f := range []Filter{{}, {Unread: true}, {Bookmarked: true}, {Begun: true}, {Archive: Archived}, {Section: "s"}, {Source: "s"}, {Tag: "harbour"}} {
		steps = append(steps,
			readerStep{"a part", func(ctx context.Context) error {
				f.Limit = page.Limit
				return failureOf(l.List(ctx, f))
			}},
			readerStep{"how many it has", func(ctx context.Context) error { return failureOf(l.Count(ctx, f)) }},
		)
	}
	return steps
}

// failureOf gives the error of what returns something else, too.
func failureOf[T any](_ T, err error) error { return err }

// wholeTables gives the tables that a statement reads from one end to the other, of those
// that grow with the library. Along an index it may go where it ends after some rows, and
// one that holds few articles it may read whole.
func wholeTables(t *testing.T, l *Library, query string) (tables []string) {
	t.Helper()
	plan, err := collectRows(t.Context(), l.db, func(scan scanner) (detail string, err error) {
		var id, parent, unused int
		return detail, scan(&id, &parent, &unused, &detail)
	}, "EXPLAIN QUERY PLAN "+query, make([]any, mostValues)...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	ends := strings.Contains(query, "LIMIT") && !slices.ContainsFunc(plan, func(detail string) bool { return strings.Contains(detail, "TEMP B-TREE") })
	for _, detail := range plan {
		m := scanPattern.FindStringSubmatch(detail)
		if m == nil || m[2] != "" && (ends || isPartial(t, l, m[2])) {
			continue
		}
		if table := tableNamed(query, m[1]); slices.Contains(growingTables, table) {
			tables = append(tables, table)
		}
	}
	return tables
}

// scanPattern is what SQLite says of reading all of a table, by the name that it has in the
// statement, along an index or not.
var scanPattern = regexp.MustCompile(`^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?$`)

// growingTables are the tables that grow with the articles of a library.
var growingTables = []string{"article", "text", "link", "mention", "topic", "origin", "version", "word_place", "found", "found_term", "found_length", "found_story", "feed_article", "article_picture", "reading"}

// tableNamed gives the table of a name in a statement, which may be its own.
func tableNamed(query, name string) string {
	if slices.Contains(growingTables, name) {
		return name
	}
	m := regexp.MustCompile(`(?i)\b(\w+)\s+(?:AS\s+)?`+name+`\b`).FindAllStringSubmatch(query, -1)
	for _, of := range m {
		if slices.Contains(growingTables, of[1]) {
			return of[1]
		}
	}
	return ""
}

// isPartial tells an index of some of the rows alone: of bookmarks, say.
func isPartial(t *testing.T, l *Library, index string) bool {
	t.Helper()
	n, err := l.countOf(t.Context(), "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name = '"+index+"' AND sql LIKE '% WHERE %'")
	if err != nil {
		t.Fatal(err)
	}
	return n > 0
}

// mostValues is more than any statement takes.
const mostValues = 40

// notedStatements are the statements that a library was asked.
type notedStatements struct {
	mu   sync.Mutex
	list []string
}

// noteStatements has a library note what it is asked from now on.
func noteStatements(t *testing.T, l *Library) *notedStatements {
	t.Helper()
	path, err := filepath.Abs(l.path)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := sql.Open("sqlite", sourceName(path))
	if err != nil {
		t.Fatal(err)
	}
	noted := &notedStatements{}
	if err := l.db.Close(); err != nil {
		t.Fatal(err)
	}
	l.db = sql.OpenDB(notingConnector{plain.Driver(), sourceName(path), noted})
	return noted
}

func (n *notedStatements) note(query string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.list = append(n.list, query)
}

// seen gives the statements that read or change rows, each once.
func (n *notedStatements) seen() []string {
	n.mu.Lock()
	defer n.mu.Unlock()
	list := slices.DeleteFunc(n.list, func(query string) bool {
		return !slices.Contains([]string{"SELECT", "UPDATE", "DELETE", "INSERT", "WITH"}, strings.Fields(query)[0])
	})
	slices.Sort(list)
	return slices.Compact(list)
}

// notingConnector makes connections that note what they are asked.
type notingConnector struct {
	driver driver.Driver
	source string
	noted  *notedStatements
}

func (n notingConnector) Driver() driver.Driver { return n.driver }

func (n notingConnector) Connect(context.Context) (driver.Conn, error) {
	conn, err := n.driver.Open(n.source)
	if err != nil {
		return nil, err
	}
	return notingConn{conn, n.noted}, nil
}

// notingConn is a connection whose statements are all prepared, and noted then.
type notingConn struct {
	driver.Conn
	noted *notedStatements
}

func (n notingConn) Prepare(query string) (driver.Stmt, error) {
	s, err := n.Conn.Prepare(query)
	if err == nil {
		n.noted.note(query)
	}
	return s, err
}
