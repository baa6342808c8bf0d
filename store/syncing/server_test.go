package syncing_test

import (
	"reflect"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/syncing"
)

// A server of feeds is told the same of an article that was removed elsewhere as of one that
// was removed here: what its marks were when it was.
func TestServerIsToldOfRemovals(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		do   func(l *store.Library, id string) error
		want store.ServerChanges
	}{
		{"nothing else", func(*store.Library, string) error { return nil }, store.ServerChanges{}},
		{"read before", func(l *store.Library, id string) error { return l.SetRead(t.Context(), id, true) }, store.ServerChanges{Read: []string{"7"}}},
		{"bookmarked before", func(l *store.Library, id string) error {
			_, err := l.Bookmark(t.Context(), []string{id}, true)
			return err
		}, store.ServerChanges{Starred: []string{"7"}}},
	} {
		for _, how := range []struct{ elsewhere, compared bool }{{false, false}, {true, false}, {true, true}} {
			asks, other := library(t), library(t)
			server := store.Feed{Address: "https://rss.example", IsServer: true}
			_, _, err := asks.AddFeeds(t.Context(), []store.Feed{server})
			check(t, err)
			feeds, err := asks.Feeds(t.Context())
			check(t, err)
			a := article(0)
			_, err = asks.AddServerItems(t.Context(), feeds[0].Num, []store.ServerItem{{ServerState: store.ServerState{ID: "7"}, Feed: feeds[0].Num, Article: &articles.Article{
				Title: a.Title, URL: a.URL, Body: a.Body, Full: true, Lang: a.Lang,
			}}})
			check(t, err)
			folder := t.TempDir()
			meetAll(t, folder, asks, other)
			where := asks
			if how.elsewhere {
				where = other
			}
			id := idOf(t, where, a.Title)
			check(t, tt.do(where, id))
			if how.compared {
				_, err = where.CompareSync(t.Context(), time.Now())
				check(t, err)
			}
			_, err = where.Remove(t.Context(), id)
			check(t, err)
			for _, l := range []*store.Library{other, asks} {
				_, err = syncing.Sync(t.Context(), l, syncing.Options{Folder: folder, Name: "machine", Now: func() time.Time { return time.Now().Add(time.Second) }})
				check(t, err)
			}
			if idOf(t, asks, a.Title) != "" {
				t.Fatalf("%s: it is still there", tt.name)
			}
			got, err := asks.ServerChanges(t.Context(), feeds[0].Num)
			check(t, err)
			if !reflect.DeepEqual(got, tt.want) {
				t.Errorf("%s, %+v: the server is told %+v, not %+v", tt.name, how, got, tt.want)
			}
		}
	}
}
