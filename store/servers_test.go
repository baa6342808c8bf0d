package store

import (
	"slices"
	"testing"
	"time"
)

// A server of feeds is this machine's own: other libraries get its feeds, as feeds that are
// asked for themselves.
func TestServersStayHere(t *testing.T) {
	t.Parallel()
	l := open(t)
	server := follow(t, l, Feed{Address: "https://rss.example/", IsServer: true, Account: "sami"})
	if other := follow(t, l, Feed{Address: "https://rss.example/", IsServer: true, Account: "ليلى"}); other.Num == server.Num {
		t.Error("two readers on a server are one")
	}
	if _, err := l.SetServerFeeds(t.Context(), server.Num, []ServerFeed{{Stream: "feed/1", Feed: Feed{Address: "https://rss.example/", Title: "أخبار الخادم"}}}, time.Now()); err != nil {
		t.Fatal(err)
	}
	if _, err := l.CompareSync(t.Context(), time.Now()); err != nil {
		t.Fatal(err)
	}
	ids, err := collectRows(t.Context(), l.db, scanColumn[string], "SELECT id FROM sync_item WHERE kind = 1")
	if err != nil || !slices.Equal(ids, []string{"rss.example"}) {
		t.Errorf("%q are handed on, %v", ids, err)
	}
}

// The folder and the title of a feed are the server's until its reader gives others here, and
// the server's again once they change there.
func TestServerFeedIsNamed(t *testing.T) {
	t.Parallel()
	l := open(t)
	server := follow(t, l, Feed{Address: "https://rss.example", IsServer: true})
	there := ServerFeed{Stream: "feed/1", Feed: Feed{Address: "https://one.example/rss", Title: "أولى", FeedChoices: FeedChoices{Folder: []string{"صحف"}}}}
	for i, tt := range []struct{ folderHere, folderThere, want string }{
		{"", "صحف", "صحف"}, {"لي", "صحف", "لي"}, {"", "صحف", "لي"}, {"", "وكالات", "وكالات"},
	} {
		there.Feed.Folder = []string{tt.folderThere}
		feeds, err := l.SetServerFeeds(t.Context(), server.Num, []ServerFeed{there}, time.Now())
		if err != nil {
			t.Fatal(err)
		}
		f := feeds["feed/1"]
		if tt.folderHere != "" {
			f.Folder = []string{tt.folderHere}
			if err := l.EditFeed(t.Context(), &f); err != nil {
				t.Fatal(err)
			}
		}
		if f, err = l.Feed(t.Context(), f.Num); err != nil || f.Folder[0] != tt.want {
			t.Errorf("%d: it is in %q, want %s; %v", i, f.Folder, tt.want, err)
		}
	}
}
