package fetch

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"net/http"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/warraq/warraq/store"
)

var (
	serverHistories  = flag.Int("server-histories", 3, "how many histories of a library and a server are tried")
	serverOperations = flag.Int("server-operations", 150, "how many operations each has")
)

// modelMark is a mark as a plain model has it: on which both sides agreed, here and there.
type modelMark struct{ agreed, here, there bool }

// settle has the server's hold unless that here was changed since.
func (m *modelMark) settle() {
	if m.here == m.agreed {
		m.here = m.there
	}
	m.agreed = m.there
}

// modelItem is an item as the model has it.
type modelItem struct {
	read, star    modelMark
	known, listed bool // here, and in the lists of the exchange that is under way
	gone, lost    bool // of the library, and of the server
}

// serverModel is a library and a server, as plainly as can be.
type serverModel struct {
	items map[int64]*modelItem
}

// see takes in a request that was answered as it should be: the library knows its answer.
func (m *serverModel) see(s *readerServer, r *http.Request) {
	switch {
	case strings.HasSuffix(r.URL.Path, "/edit-tag"):
		for _, i := range s.named(r) {
			if item := m.items[i.num]; strings.HasSuffix(r.PostForm.Get("a")+r.PostForm.Get("r"), "/read") {
				item.read.agreed = i.read
			} else {
				item.star.agreed = i.starred
			}
		}
	case strings.HasSuffix(r.URL.Path, "/ids"):
		for _, item := range m.items {
			item.listed = !item.lost
		}
	case strings.HasSuffix(r.URL.Path, "/subscription/list"):
		for _, item := range m.items {
			if item.listed && item.known {
				item.read.settle()
				item.star.settle()
			}
		}
	case strings.HasSuffix(r.URL.Path, "/contents"):
		for _, i := range s.named(r) {
			item := m.items[i.num]
			item.known = true
			item.read.settle()
			item.star.settle()
		}
	}
}

// history is one history of a library and a server.
type history struct {
	*testing.T
	random *rand.Rand
	s      *readerServer
	m      *serverModel
	path   string
	l      *store.Library
	server store.Feed
}

// A library and a server on which things are read and starred at random, which reach one
// another or do not, and in the middle of which anything fails, agree in the end, with one
// another and with a model that is plain. Nothing is lost, and nothing is there twice.
func TestServerHistories(t *testing.T) {
	t.Parallel()
	for seed := range *serverHistories {
		t.Run(strconv.Itoa(seed), func(t *testing.T) {
			t.Parallel()
			h := &history{T: t, random: rand.New(rand.NewPCG(uint64(seed), 7)), s: newReaderServer(t), m: &serverModel{items: map[int64]*modelItem{}}}
			h.path = filepath.Join(t.TempDir(), "library.db")
			h.s.feeds = []readerFeed{{"feed/0", "https://zero.example/rss", "خلاصة", ""}, {"feed/1", "https://one.example/rss", "أخرى", "صحف"}}
			h.s.most = 20 + h.random.IntN(100)
			h.s.done = func(r *http.Request) { h.m.see(h.s, r) }
			h.open()
			h.server = h.s.follow(t, h.l)
			h.come(60)
			h.exchange(0)
			for range *serverOperations {
				h.operate()
			}
			h.exchange(0)
			h.exchange(0)
			h.check()
			h.close()
		})
	}
}

func (h *history) open() {
	h.Helper()
	var err error
	if h.l, err = store.Open(h.Context(), h.path); err != nil {
		h.Fatal(err)
	}
}

func (h *history) close() {
	h.Helper()
	if err := h.l.Close(); err != nil {
		h.Fatal(err)
	}
}

// operate does one thing at random on one side or the other.
func (h *history) operate() {
	h.Helper()
	switch n := h.random.IntN(100); {
	case n < 30:
		h.markHere()
	case n < 60:
		h.markThere()
	case n < 66:
		h.come(1 + h.random.IntN(30))
	case n < 69:
		h.removeHere()
	case n < 72:
		h.loseThere()
	case n < 75:
		h.s.session++
	case n < 78:
		h.close()
		h.open()
	case n < 90:
		h.exchange(h.random.IntN(12) + 1)
	default:
		h.exchange(0)
	}
}

// come has the server fetch so many items.
func (h *history) come(n int) {
	h.s.add(fmt.Sprint("feed/", h.random.IntN(2)), n)
	for _, i := range h.s.items {
		if h.m.items[i.num] == nil {
			h.m.items[i.num] = &modelItem{}
		}
	}
}

// some chooses an item that a condition holds of, 0 where there is none.
func (h *history) some(fits func(*modelItem) bool) (num int64, item *modelItem) {
	var nums []int64
	for num, item := range h.m.items {
		if fits(item) {
			nums = append(nums, num)
		}
	}
	if len(nums) == 0 {
		return 0, nil
	}
	slices.Sort(nums)
	num = nums[h.random.IntN(len(nums))]
	return num, h.m.items[num]
}

// here gives the ID of an item's article.
func (h *history) here(num int64) string {
	h.Helper()
	there, ok := entriesByTitle(h.T, h.l)[fmt.Sprint("خبر رقم ", num)]
	if !ok {
		h.Fatalf("item %d is lost", num)
	}
	return there.ID
}

func (h *history) markHere() {
	h.Helper()
	num, item := h.some(func(i *modelItem) bool { return i.known && !i.gone })
	if item == nil {
		return
	}
	var err error
	if h.random.IntN(3) > 0 {
		item.read.here = !item.read.here
		err = h.l.SetRead(h.Context(), h.here(num), item.read.here)
	} else {
		item.star.here = !item.star.here
		err = h.l.SetBookmarked(h.Context(), h.here(num), item.star.here)
	}
	if err != nil {
		h.Fatal(err)
	}
}

func (h *history) markThere() {
	num, item := h.some(func(i *modelItem) bool { return !i.lost })
	for _, i := range h.s.items {
		if i.num != num {
			continue
		}
		if h.random.IntN(3) > 0 {
			i.read = !i.read
		} else {
			i.starred = !i.starred
		}
		item.read.there, item.star.there = i.read, i.starred
	}
}

func (h *history) removeHere() {
	h.Helper()
	num, item := h.some(func(i *modelItem) bool { return i.known && !i.gone })
	if item == nil {
		return
	}
	item.gone = true
	if _, err := h.l.Remove(h.Context(), h.here(num)); err != nil {
		h.Fatal(err)
	}
}

func (h *history) loseThere() {
	num, item := h.some(func(i *modelItem) bool { return !i.lost })
	if item == nil {
		return
	}
	item.lost = true
	h.s.items = slices.DeleteFunc(h.s.items, func(i *readerItem) bool { return i.num == num })
}

// exchange is an exchange in which the request of a number goes wrong, 0 for none.
func (h *history) exchange(wrong int) {
	h.Helper()
	asked := 0
	kind := []fault{dropped, answerLost, answerFails, answerHalved, pageInstead, expired}[h.random.IntN(6)]
	h.s.fault = func(*http.Request) fault {
		if asked++; asked == wrong {
			return kind
		}
		return noFault
	}
	_, err := h.s.exchange(h.T, h.l, h.server)
	if err != nil {
		h.Fatal(err)
	}
	// What was applied there though its answer was lost is there.
	for _, i := range h.s.items {
		item := h.m.items[i.num]
		item.read.there, item.star.there = i.read, i.starred
	}
}

// check compares the library, the server and the model.
func (h *history) check() {
	h.Helper()
	here := entriesByTitle(h.T, h.l)
	count := 0
	for num, item := range h.m.items {
		if item.known && !item.gone {
			count++
			e, ok := here[fmt.Sprint("خبر رقم ", num)]
			if !ok {
				h.Errorf("item %d is lost", num)
			} else if !item.lost && (e.Read != item.read.here || e.Bookmarked != item.star.here) {
				h.Errorf("item %d is read %v and starred %v, want %+v", num, e.Read, e.Bookmarked, *item)
			}
		}
		if !item.lost && !item.known {
			h.Errorf("item %d never came", num)
		}
	}
	if len(here) != count {
		h.Errorf("%d are here, want %d", len(here), count)
	}
	for _, i := range h.s.items {
		if item := h.m.items[i.num]; i.read != item.read.here || i.starred != item.star.here {
			h.Errorf("there item %d is read %v and starred %v, want %+v", i.num, i.read, i.starred, *item)
		}
	}
}
