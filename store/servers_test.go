package store

import (
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
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

// The folder and the title of a feed are the server's until its reader gives others here,
// which hold until they are sent; and the server's again once they change there.
func TestServerFeedIsNamed(t *testing.T) {
	t.Parallel()
	l := open(t)
	server := follow(t, l, Feed{Address: "https://rss.example", IsServer: true})
	there := ServerFeed{Stream: "feed/1", Feed: Feed{Address: "https://one.example/rss", Title: "أولى", FeedChoices: FeedChoices{Folder: []string{"صحف"}}}}
	for i, tt := range []struct {
		folderHere, folderThere, want string
		sent                          bool // what was changed here
	}{
		{"", "صحف", "صحف", false}, {"لي", "صحف", "لي", false}, {"", "صحف", "لي", false}, {"", "أخبار", "لي", false},
		{"", "لي", "لي", true}, {"", "وكالات", "وكالات", false},
	} {
		there.Feed.Folder = []string{tt.folderThere}
		changes, err := l.ServerFeedChanges(t.Context(), server.Num)
		if err != nil || len(changes) > 1 || tt.sent && (len(changes) != 1 || changes[0].Folder != "لي" || changes[0].From != "أخبار" || changes[0].Title != "") {
			t.Errorf("%d: to be sent is %+v, %v", i, changes, err)
		}
		if tt.sent {
			if err = l.ConfirmServerFeed(t.Context(), server.Num, changes[0], true); err != nil {
				t.Fatal(err)
			}
		}
		feeds, err := l.SetServerFeeds(t.Context(), server.Num, []ServerFeed{there}, time.Now())
		if err != nil {
			t.Fatal(err)
		}
		f := feeds["feed/1"]
		if tt.folderHere != "" {
			f.Folder = []string{tt.folderHere}
			if err = l.EditFeed(t.Context(), &f); err != nil {
				t.Fatal(err)
			}
		}
		if f, err = l.Feed(t.Context(), f.Num); err != nil || f.Folder[0] != tt.want {
			t.Errorf("%d: it is in %q, want %s; %v", i, f.Folder, tt.want, err)
		}
	}
}

// What another program has sent to the server while it was asked is not undone by an answer
// from before.
func TestServerIsAskedByTwo(t *testing.T) {
	t.Parallel()
	l := open(t)
	server := follow(t, l, Feed{Address: "https://rss.example", IsServer: true})
	state := ServerState{ID: "7"}
	added, err := l.AddServerItems(t.Context(), server.Num, []ServerItem{{ServerState: state, Feed: server.Num, Article: &articles.Article{Title: "عودة القطار", Body: "عاد."}}})
	if err != nil || len(added) != 1 {
		t.Fatal(added, err)
	}
	round, err := l.BeginServer(t.Context(), server.Num)
	if err != nil {
		t.Fatal(err)
	}
	if err = l.SetRead(t.Context(), added[0].ID, true); err != nil {
		t.Fatal(err)
	}
	if err = l.ConfirmServer(t.Context(), server.Num, ServerRead, true, []string{"7"}); err != nil {
		t.Fatal(err)
	}
	for _, states := range [][]ServerState{{state}, nil, {{ID: "7", Read: true}}} {
		unknown, err := l.SettleServer(t.Context(), server.Num, round, states)
		if err != nil || len(unknown) > 0 {
			t.Fatal(unknown, err)
		}
		if item, err := l.Article(t.Context(), added[0].ID); err != nil || !item.Read {
			t.Errorf("it is read %v, %v", item.Read, err)
		}
	}
}

// What is salvaged of a library of before the names of feeds were sent has none to be sent.
func TestSalvageOfServerFeeds(t *testing.T) {
	t.Parallel()
	for _, version := range []int{54, 58, 0} {
		path := filepath.Join(t.TempDir(), "library.db")
		l, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		addArticles(t, l, newGenerator().batch(5)...)
		server := follow(t, l, Feed{Address: "https://rss.example", IsServer: true})
		there := []ServerFeed{{Stream: "feed/1", Feed: Feed{Address: "https://one.example/rss", Title: "أولى", FeedChoices: FeedChoices{Folder: []string{"صحف"}}}}}
		feeds, err := l.SetServerFeeds(t.Context(), server.Num, there, time.Now())
		if err != nil {
			t.Fatal(err)
		}
		f := feeds["feed/1"]
		if f.Name, f.Folder = "لي", nil; version > 0 {
			err = l.EditFeed(t.Context(), &f)
			goBack(t, l, version)
		}
		if err = errors.Join(err, l.Close()); err != nil {
			t.Fatal(err)
		}
		if _, err = Salvage(t.Context(), path); err != nil {
			t.Fatal(err)
		}
		l = openAt(t, path)
		if changes, err := l.ServerFeedChanges(t.Context(), server.Num); err != nil || len(changes) > 0 {
			t.Errorf("of version %d is to be sent %+v, %v", version, changes, err)
		}
	}
}
