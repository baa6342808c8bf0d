package fetch

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/warraq/warraq/store"
)

// feedsOfServer gives the feeds of a library that belong to a server, by their addresses:
// what each is called and where it stands.
func feedsOfServer(t testing.TB, l *store.Library) map[string]store.Feed {
	t.Helper()
	list, err := l.Feeds(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]store.Feed{}
	for _, f := range list {
		if f.Server != 0 {
			all[f.Address] = f
		}
	}
	return all
}

// said gives feeds on either side in one form.
func (s *readerServer) said() string {
	s.rest()
	var lines []string
	for _, f := range s.feeds {
		lines = append(lines, f.address+" "+f.title+" in "+f.folder)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func saidHere(t testing.TB, l *store.Library) string {
	t.Helper()
	var lines []string
	for address, f := range feedsOfServer(t, l) {
		lines = append(lines, address+" "+f.Label()+" in "+strings.Join(f.Folder, " / "))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// What its reader does with the feeds of a server goes there, and what is done there comes
// here: names, folders, and what is followed no more. What was his own before stays so.
func TestFeedsOfServerAreChanged(t *testing.T) {
	t.Parallel()
	s, l := newReaderServer(t), openLibrary(t)
	for i, folder := range []string{"صحف", "صحف", "", ""} {
		s.feeds = append(s.feeds, readerFeed{fmt.Sprint("feed/", i), fmt.Sprintf("https://%d.example/rss", i), fmt.Sprint("خلاصة ", i), folder})
	}
	server := s.follow(t, l)
	if _, _, err := l.AddFeeds(t.Context(), []store.Feed{{Address: "https://3.example/rss", FeedChoices: store.FeedChoices{Name: "لي", Folder: []string{"عندي"}}}}); err != nil {
		t.Fatal(err)
	}
	meet := func() {
		t.Helper()
		if summary, err := s.exchange(t, l, server); err != nil || summary.Results[len(summary.Results)-1].Err != nil {
			t.Fatal(err, summary.Results)
		}
	}
	edit := func(i int, change func(*store.Feed)) {
		t.Helper()
		f := feedsOfServer(t, l)[fmt.Sprintf("https://%d.example/rss", i)]
		change(&f)
		if err := l.EditFeed(t.Context(), &f); err != nil {
			t.Fatal(err)
		}
	}
	there := func() (all []string) {
		for _, f := range s.feeds {
			all = append(all, f.title+" in "+f.folder)
		}
		return all
	}
	meet()
	if got := fmt.Sprint(there()); got != "[خلاصة 0 in صحف خلاصة 1 in صحف خلاصة 2 in  خلاصة 3 in ]" {
		t.Errorf("what was his own before was sent: %s", got)
	}
	edit(0, func(f *store.Feed) { f.Name, f.Folder = "الصباح", nil })
	edit(1, func(f *store.Feed) { f.Folder = []string{"أخبار", "اليوم"} })
	edit(3, func(f *store.Feed) { f.Name = "لي أيضًا" })
	meet()
	meet()
	if got := fmt.Sprint(there()); got != "[الصباح in  خلاصة 1 in أخبار / اليوم خلاصة 2 in  لي أيضًا in ]" {
		t.Errorf("there it is %s", got)
	}
	here := feedsOfServer(t, l)
	if f := here["https://1.example/rss"]; len(f.Folder) != 2 || len(here["https://3.example/rss"].Folder) != 1 {
		t.Errorf("here it is %+v", here)
	}
	s.feeds[0].title, s.feeds[0].folder, s.feeds[1].folder, s.feeds[3].title = "المساء", "ليل", "", "هناك"
	meet()
	if got := saidHere(t, l); got != strings.Join([]string{
		"https://0.example/rss المساء in ليل", "https://1.example/rss خلاصة 1 in ", "https://2.example/rss خلاصة 2 in ", "https://3.example/rss هناك in عندي",
	}, "\n") {
		t.Errorf("here it is\n%s", got)
	}
	testFeedsGo(t, s, l, meet)
}

// testFeedsGo has feeds of a server go on one side, and come again.
func testFeedsGo(t *testing.T, s *readerServer, l *store.Library, meet func()) {
	t.Helper()
	for _, address := range []string{"https://0.example/rss", "https://3.example/rss"} {
		if err := l.RemoveFeed(t.Context(), feedsOfServer(t, l)[address].Num); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := l.AddFeeds(t.Context(), []store.Feed{{Address: "https://3.example/rss"}}); err != nil { // on second thought
		t.Fatal(err)
	}
	s.fault = func(r *http.Request) fault {
		if strings.HasSuffix(r.URL.Path, "/subscription/edit") {
			return answerFails
		}
		return noFault
	}
	server := store.Feed{Num: feedsOfServer(t, l)["https://1.example/rss"].Server}
	if summary, err := s.exchange(t, l, server); err != nil || summary.Results[len(summary.Results)-1].Err == nil {
		t.Errorf("a server that does not take it does not fail: %v", err)
	}
	if got := len(feedsOfServer(t, l)); got != 3 {
		t.Errorf("%d are followed, want 3, as long as it is not sent", got)
	}
	s.fault = func(*http.Request) fault { return noFault }
	meet()
	meet()
	if len(s.feeds) != 3 || len(feedsOfServer(t, l)) != 3 || slices.ContainsFunc(s.feeds, func(f readerFeed) bool { return f.id == "feed/0" }) {
		t.Errorf("there are %+v", s.feeds)
	}
	s.feeds = append(s.feeds, readerFeed{"feed/0", "https://0.example/rss", "عادت", ""})
	meet()
	if f := feedsOfServer(t, l)["https://0.example/rss"]; f.Label() != "عادت" {
		t.Error("what is followed there again does not come")
	}
}

// Feeds that are named, moved, followed and left on either side at random, while exchanges
// fail at any request, are alike in the end; what one side alone changed since the last
// exchange that went well holds.
func TestFeedHistories(t *testing.T) {
	t.Parallel()
	for seed := range 4 * *serverHistories {
		t.Run(strconv.Itoa(seed), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(uint64(seed), 9))
			s, l := newReaderServer(t), openLibrary(t)
			server := s.follow(t, l)
			address := func(i int) string { return fmt.Sprintf("https://%d.example/rss", i) }
			folders := []string{"", "صحف", "أخبار"}
			changed := map[string]map[string]string{"here": {}, "there": {}} // values by address and field
			note := func(side, address, field, value string) { changed[side][address+" "+field] = value }
			operate := func(n, i int) {
				here, ok := feedsOfServer(t, l)[address(i)]
				at := slices.IndexFunc(s.feeds, func(f readerFeed) bool { return f.address == address(i) })
				name, folder := fmt.Sprint("اسم ", n), folders[r.IntN(3)]
				var err error
				switch kind := r.IntN(7); {
				case kind == 0 && ok:
					here.Name = name
					note("here", address(i), "title", name)
					err = l.EditFeed(t.Context(), &here)
				case kind == 1 && ok && folder != strings.Join(here.Folder, ""):
					here.Folder = nil
					if folder != "" {
						here.Folder = []string{folder}
					}
					note("here", address(i), "folder", folder)
					err = l.EditFeed(t.Context(), &here)
				case kind == 2 && ok && r.IntN(2) == 0:
					note("here", address(i), "gone", "yes")
					err = l.RemoveFeed(t.Context(), here.Num)
				case kind == 3 && at >= 0:
					s.feeds[at].title = name
					note("there", address(i), "title", name)
				case kind == 4 && at >= 0 && folder != s.feeds[at].folder:
					s.feeds[at].folder = folder
					note("there", address(i), "folder", folder)
				case kind == 5 && at >= 0 && r.IntN(2) == 0:
					s.feeds = slices.Delete(s.feeds, at, at+1)
					note("there", address(i), "gone", "yes")
				case kind == 6 && at < 0:
					s.feeds = append(s.feeds, readerFeed{fmt.Sprint("feed/", n), address(i), name, folder})
					note("there", address(i), "gone", "no")
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			check := func() {
				t.Helper()
				if here, there := saidHere(t, l), s.said(); here != there {
					t.Fatalf("here it is\n%s\nthere\n%s", here, there)
				}
				for _, side := range []string{"here", "there"} {
					other := changed[map[string]string{"here": "there", "there": "here"}[side]]
					for key, value := range changed[side] {
						of, field, _ := strings.Cut(key, " ")
						f, ok := feedsOfServer(t, l)[of]
						if _, both := other[key]; both || field != "gone" && (!ok || cmp.Or(changed["here"][of+" gone"], changed["there"][of+" gone"]) != "") {
							continue
						}
						is := map[string]string{"title": f.Label(), "folder": strings.Join(f.Folder, ""), "gone": map[bool]string{true: "no", false: "yes"}[ok]}
						if is[field] != value {
							t.Fatalf("%s %s is %q, and was made %q %s alone", of, field, is[field], value, side)
						}
					}
				}
				changed["here"], changed["there"] = map[string]string{}, map[string]string{}
			}
			clean := func() {
				t.Helper()
				s.fault = func(*http.Request) fault { return noFault }
				for range 2 {
					if _, err := s.exchange(t, l, server); err != nil {
						t.Fatal(err)
					}
				}
				check()
			}
			for n := range *serverOperations {
				switch r.IntN(10) {
				case 0:
					clean()
				case 1, 2:
					asked, wrong := 0, 1+r.IntN(8)
					kind := []fault{dropped, answerLost, answerFails, answerHalved, pageInstead, expired}[r.IntN(6)]
					s.fault = func(*http.Request) fault {
						if asked++; asked == wrong {
							return kind
						}
						return noFault
					}
					if _, err := s.exchange(t, l, server); err != nil {
						t.Fatal(err)
					}
				default:
					operate(n, r.IntN(5))
				}
			}
			clean()
		})
	}
}

// What comes to a feed of a server after its reader removed it here does not come while the
// server still has the feed, but for what is bookmarked there; and comes when he follows it
// again.
func TestNothingComesOfFeedsThatAreLeft(t *testing.T) {
	t.Parallel()
	s, l := newReaderServer(t), openLibrary(t)
	for i := range 2 {
		s.feeds = append(s.feeds, readerFeed{fmt.Sprint("feed/", i), fmt.Sprintf("https://%d.example/rss", i), fmt.Sprint("خلاصة ", i), ""})
	}
	server := s.follow(t, l)
	count := func(want int, when string) {
		t.Helper()
		if _, err := s.exchange(t, l, server); err != nil {
			t.Fatal(err)
		}
		if got := len(entriesByTitle(t, l)); got != want {
			t.Errorf("%s there are %d articles, want %d", when, got, want)
		}
	}
	s.add("feed/0", 1)
	count(1, "at first")
	if err := l.RemoveFeed(t.Context(), feedsOfServer(t, l)["https://0.example/rss"].Num); err != nil {
		t.Fatal(err)
	}
	s.fault = func(r *http.Request) fault {
		if strings.HasSuffix(r.URL.Path, "/subscription/edit") {
			return answerFails
		}
		return noFault
	}
	s.add("feed/0", 3)
	s.add("feed/1", 1)
	s.items[1].starred = true
	count(3, "while it is not sent")
	count(3, "and again")
	if _, _, err := l.AddFeeds(t.Context(), []store.Feed{{Address: "https://0.example/rss"}}); err != nil {
		t.Fatal(err)
	}
	count(5, "followed again")
}

// The first fetch from a server that is named has the pages and pictures of the feeds that come
// by it.
func TestFirstFetchOfServerIsWhole(t *testing.T) {
	t.Parallel()
	s, p, l := newReaderServer(t), newPaper(t), openLibrary(t)
	picture := pictureOf(t, 640, 480, 2)
	p.answer["/a.png"] = func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(picture) }
	s.feeds = append(s.feeds, readerFeed{"feed/0", p.URL + "/rss", "خلاصة", ""})
	server := s.follow(t, l)
	s.add("feed/0", 1)
	s.items[0].html += `<p><img src="` + p.URL + `/a.png" alt="السوق"></p>`
	o := Options{Feeds: []int64{server.Num}, WithoutPages: true, Login: knowsPassword, Pictures: func(string) int { return 9 }}
	if _, err := Run(t.Context(), l, newClient(t), o, nil); err != nil {
		t.Fatal(err)
	}
	if _, body := textOf(t, l, "خبر"); !strings.Contains(body, "](picture:") {
		t.Errorf("the text is %s", body)
	}
}
