//go:build unix

package command_test

import (
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

var keyFeeds = flag.Int("key-feeds", 100, "how many feeds of 50 entries come in while BenchmarkKeysWhileFetching presses keys")

// BenchmarkKeysWhileFetching is how long a key takes until the screen shows what it does, by
// the clock, while many feeds come in and without that: 95 of 100 keys take no longer.
func BenchmarkKeysWhileFetching(b *testing.B) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/rss+xml")
		_, _ = fmt.Fprint(w, manyEntries(r.Host, r.URL.Path))
	}))
	b.Cleanup(server.Close)
	library, list := filepath.Join(b.TempDir(), "library.db"), filepath.Join(b.TempDir(), "feeds.opml")
	var outlines strings.Builder
	for i := range *keyFeeds {
		fmt.Fprintf(&outlines, `<outline type="rss" xmlUrl="%s/%d"/>`, server.URL, i)
	}
	if err := os.WriteFile(list, []byte(`<opml version="2.0"><body>`+outlines.String()+`</body></opml>`), 0o600); err != nil {
		b.Fatal(err)
	}
	following := exec.Command(os.Args[0], "feed", "import", list)
	following.Env = append(os.Environ(), asProgram+"=1", "HOME="+b.TempDir(), "WARRAQ_LIBRARY="+library)
	if out, err := following.CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	for b.Loop() {
		s := startProgram(b, library, "--lang", "en")
		s.waitFor("the article", func(_, title string) bool { return strings.Contains(title, "·") })
		still := s.pressTimed(200)
		s.press("r")
		var busy []time.Duration
		for began := time.Now(); s.sees(" fetched, ") || time.Since(began) < time.Second; {
			busy = append(busy, s.pressTimed(10)...)
		}
		b.ReportMetric(percentile(still, 95).Seconds()*1000, "ms/still-p95")
		b.ReportMetric(percentile(busy, 95).Seconds()*1000, "ms/fetching-p95")
		b.ReportMetric(percentile(busy, 50).Seconds()*1000, "ms/fetching-p50")
		b.ReportMetric(float64(len(busy)), "keys")
		s.press("\x03")
		if err := s.wait(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(0, "ns/op")
}

// manyEntries is a feed of fifty articles.
func manyEntries(host, path string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<rss version="2.0"><channel><title>صحيفة %s</title>`, path)
	for i := range 50 {
		fmt.Fprintf(&b, `<item><title>خبر %d من %s في المدينة</title><link>http://%s%s/%d</link><guid>%s-%d</guid><description>`, i, path, host, path, i, path, i)
		for n := range 30 {
			fmt.Fprintf(&b, "قال مصدر في %s إن الحدث رقم %d من %d قد وقع في السوق القديم صباح اليوم. ", path, n, i)
		}
		b.WriteString("</description></item>")
	}
	return b.String() + "</channel></rss>"
}

// sees reports whether the screen shows a text.
func (s *session) sees(text string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.Contains(s.screen.String(), text)
}

// selectedRow gives the row of the screen in which the selected article of the list stands.
func (s *session) selectedRow() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.IndexFunc(strings.Split(s.screen.String(), "\n"), func(row string) bool { return strings.Contains(row, "▐") })
}

// pressTimed moves down and up in the list and gives how long each key took until the
// screen showed it.
func (s *session) pressTimed(keys int) (all []time.Duration) {
	for i := range keys {
		at, began := s.selectedRow(), time.Now()
		s.press([]string{"j", "k"}[i%2])
		for s.selectedRow() == at && time.Since(began) < time.Second {
			time.Sleep(time.Millisecond)
		}
		all = append(all, time.Since(began))
		time.Sleep(20 * time.Millisecond) // nobody types faster
	}
	return all
}

// percentile gives the time within which so many of a hundred lie.
func percentile(all []time.Duration, of int) time.Duration {
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[min(len(all)-1, len(all)*of/100)]
}
