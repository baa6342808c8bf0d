package reader

import (
	"context"
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/fetch"
	"github.com/warraq/warraq/ui/reader/fetching"
	"github.com/warraq/warraq/ui/words"
)

// paperServer are servers of feeds: what each address answers, "" for one that is not there and
// held for one that answers nothing until it is given up.
type paperServer map[string]string

const heldServer = "held"

func (p paperServer) Get(ctx context.Context, r web.Request) (*web.Answer, error) {
	switch body := p[r.Address]; body {
	case "":
		return nil, &web.Error{Address: r.Address, Kind: web.ErrNotFound, Status: 404}
	case heldServer:
		<-ctx.Done()
		return nil, ctx.Err()
	default:
		return &web.Answer{Address: r.Address, Permanent: r.Address, Status: 200, Body: []byte(body)}, nil
	}
}

// feedOf writes a feed with an article of each title.
func feedOf(titles ...string) string {
	var b strings.Builder
	b.WriteString("<rss version='2.0'><channel><title>صدى المدينة</title>")
	for i, title := range titles {
		fmt.Fprintf(&b, "<item><title>%s</title><guid>%s-%d</guid><description>نص %s كامل.</description></item>", title, title, i, title)
	}
	return b.String() + "</channel></rss>"
}

// openFollowing opens a reader of a library that follows the feeds of some servers.
func openFollowing(t *testing.T, p paperServer, addresses ...string) *session {
	t.Helper()
	s := openReader(t, sampleLibrary(t), 120, 40, words.Arabic())
	s.fetcher.Bring = func(ctx context.Context, feeds []int64, tell func(fetch.Event)) (fetch.Summary, error) {
		return fetch.Run(ctx, s.Library, p, fetch.Options{Feeds: feeds, WithoutPages: true}, tell)
	}
	for _, a := range addresses {
		if _, _, err := s.Library.AddFeeds(t.Context(), []store.Feed{{Address: a, Title: "صدى"}}); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// A key fetches what is due; what came is in the list, and what failed is said.
func TestFetching(t *testing.T) {
	t.Parallel()
	const one, two, none = "https://one.example/feed", "https://two.example/feed", "https://none.example/feed"
	p := paperServer{one: feedOf("عودة القطار", "سوق الكتب"), two: feedOf("مطر الليل")}
	for _, tt := range []struct {
		name   string
		feeds  []string
		keys   []string
		grew   int
		notice []string
	}{
		{"two feeds", []string{one, two}, []string{"r"}, 3, []string{"3 مقالات جديدة"}},
		{"one that fails", []string{one, none}, []string{"r"}, 2, []string{"مقالتان جديدتان، خلاصة تعذّر جلبها: \u2068صدى\u2069 (\u2068لا صفحة بهذا الرابط\u2069)"}},
		{"no feed", nil, []string{"r"}, 0, nil},
		{"no key", []string{one}, nil, 0, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := openFollowing(t, p, tt.feeds...)
			before := s.list.Total()
			s.press(tt.keys...)
			if grew := s.list.Total() - before; grew != tt.grew || s.fetcher.IsRunning() {
				t.Errorf("%d more in the list, want %d; fetching %v", grew, tt.grew, s.fetcher.IsRunning())
			}
			for _, want := range tt.notice {
				if !strings.Contains(s.notice, want) {
					t.Errorf("notice %q, want %q", s.notice, want)
				}
			}
			if begins := s.screen() != nil; begins != (tt.feeds == nil) {
				t.Errorf("the screen of feeds is open: %v", begins)
			}
			if tt.notice == nil && s.notice != "" {
				t.Errorf("notice %q", s.notice)
			}
		})
	}
}

// beside does a command and all that it is made of beside the test, and sends what that
// brings.
func beside(cmd tea.Cmd, got chan<- tea.Msg) {
	if cmd == nil {
		return
	}
	go func() {
		switch msg := cmd().(type) {
		case nil:
		case tea.BatchMsg:
			for _, c := range msg {
				beside(c, got)
			}
		default:
			got <- msg
		}
	}()
}

// start presses a key that begins a fetch, and handles what comes of it until something is so.
func (s *session) start(key string, got chan tea.Msg, until func() bool) {
	s.t.Helper()
	_, cmd := s.Update(tea.KeyPressMsg{Text: key, Code: []rune(key)[0]})
	beside(cmd, got)
	s.handle(got, until)
}

func (s *session) handle(got chan tea.Msg, until func() bool) {
	s.t.Helper()
	for !until() {
		_, cmd := s.Update(<-got)
		beside(cmd, got)
	}
}

// A fetch is stopped by a key, with what came kept, and its progress is shown until then.
func TestFetchingIsStopped(t *testing.T) {
	t.Parallel()
	const one, slow = "https://one.example/feed", "https://slow.example/feed"
	for _, tt := range []struct {
		name  string
		first []string // keys that are for something else
		stop  string
	}{
		{"by the key that began it", nil, "r"},
		{"by escape", nil, "esc"},
		{"by escape that closes a dialog before", []string{"?", "esc"}, "esc"},
		{"by escape that leaves the article before", []string{"enter", "esc"}, "esc"},
		{"by escape that ends a choice before", []string{"V", "esc"}, "esc"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := openFollowing(t, paperServer{one: feedOf("عودة القطار", "سوق الكتب"), slow: heldServer}, one, slow)
			before, got := s.list.Total(), make(chan tea.Msg, 64)
			s.start("r", got, func() bool { return strings.Contains(s.headline(s.Width), "1 من 2") })
			if text := s.text(); !strings.Contains(text, "1") || s.headline(s.Width) != "جُلب 1 من 2، مقالتان جديدتان" {
				t.Errorf("the header says %q", s.headline(s.Width))
			}
			if bar := s.View().ProgressBar; bar == nil || bar.State != tea.ProgressBarDefault || bar.Value != 50 {
				t.Errorf("the terminal is told of %+v", bar)
			}
			for _, key := range tt.first {
				if s.press(key); !s.fetcher.IsRunning() || s.fetcher.IsStopping() {
					t.Fatalf("%q stops the fetch", key)
				}
			}
			s.press(tt.stop)
			s.handle(got, func() bool { return !s.fetcher.IsRunning() && s.list.Total() == before+2 })
			if !strings.Contains(s.notice, "أُوقف الجلب. جاء منه: مقالتان جديدتان") {
				t.Errorf("notice %q", s.notice)
			}
			if bar := s.View().ProgressBar; bar != nil {
				t.Errorf("the terminal is still told of %+v", bar)
			}
		})
	}
}

// What a fetch that is over still says changes nothing, and neither does the end of one
// whose reader is gone.
func TestFetchingAnswersLate(t *testing.T) {
	t.Parallel()
	s := openReader(t, sampleLibrary(t), 80, 24, words.English())
	var told []func(fetch.Event)
	s.fetcher.Bring = func(_ context.Context, _ []int64, tell func(fetch.Event)) (fetch.Summary, error) {
		for i := range 100 { // more than anyone looks at
			tell(fetch.Event{Done: i, Total: 100})
		}
		told = append(told, tell)
		return fetch.Summary{Results: []fetch.Result{{Status: fetch.Early}}}, nil
	}
	_, begin := s.Update(tea.KeyPressMsg{Text: "r", Code: 'r'})
	_, late := s.fetcher.Step(fetching.Stepped{})
	s.run(begin)
	if s.fetcher.IsRunning() || s.notice != s.Words.Feeds.NoFetchHere {
		t.Errorf("fetching %v, notice %q", s.fetcher.IsRunning(), s.notice)
	}
	s.run(late)
	if s.press("r"); s.fetcher.IsRunning() || len(told) != 2 {
		t.Errorf("fetching %v, begun %d times", s.fetcher.IsRunning(), len(told))
	}
	if s.fetcher.Bring = nil; s.press("r").fetcher.IsRunning() {
		t.Error("it fetches with nothing")
	}
	s.fetcher.Await(s.leaving)
}

// The timer fetches what is due as the key does, but says nothing where nothing came, and
// leaves a fetch alone that is on its way.
func TestFetchingByTimer(t *testing.T) {
	t.Parallel()
	const one = "https://one.example/feed"
	s := openFollowing(t, paperServer{one: feedOf("عودة القطار", "سوق الكتب")}, one)
	s.fetcher.Timer.Bring = s.fetcher.Bring
	before := s.list.Total()
	send := func() { _, cmd := s.Update(fetching.Due{}); s.run(cmd) }
	send()
	if s.list.Total() != before+2 || !strings.Contains(s.notice, "مقالتان جديدتان") {
		t.Errorf("%d more in the list, notice %q", s.list.Total()-before, s.notice)
	}
	s.notice = "قبل"
	if send(); s.notice != "قبل" || s.fetcher.IsRunning() {
		t.Errorf("notice %q, fetching %v", s.notice, s.fetcher.IsRunning())
	}
	if s.fetcher.Wait() != nil {
		t.Error("it waits though no time is set")
	}
	s.fetcher.Timer.Every = 1
	if msg, _ := s.Jobs.Receive(s.fetcher.Wait()()); msg != (fetching.Due{}) {
		t.Errorf("after the time comes %v", msg)
	}
	s.fetcher.Timer.Every = 0
	_, begin := s.Update(tea.KeyPressMsg{Text: "r", Code: 'r'})
	if send(); !s.fetcher.IsRunning() || s.fetcher.IsStopping() {
		t.Error("the timer stops a fetch")
	}
	s.run(begin)
}
