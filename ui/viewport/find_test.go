package viewport_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/viewport"
)

func matching(what string) viewport.Match {
	return func(said string) []text.Range { return text.Find(said, what) }
}

// settle goes on with a search until it is done.
func settle(v *viewport.Model, r viewport.Result) viewport.Result {
	for r == viewport.Pending {
		r = v.Continue()
	}
	return r
}

var red, blue = rtl.Palette(1), rtl.Palette(4)

var looks = viewport.Looks{
	Hit:      func(s *rtl.Style) { s.Background = red },
	Current:  func(s *rtl.Style) { s.Background = blue },
	Selected: func(s *rtl.Style) { s.Attributes |= rtl.Reverse },
}

// marked is what is shown in a background, from row to row.
func marked(v *viewport.Model, is func(rtl.Style) bool) string {
	var b strings.Builder
	for _, row := range v.Rows() {
		cells := slices.Clone(row.Cells)
		v.Paint(row, cells, looks)
		kept := cells[:0]
		for _, c := range cells {
			if c.At != rtl.NoOffset && is(c.Style) {
				kept = append(kept, c)
			}
		}
		slices.SortFunc(kept, func(a, b rtl.Cell) int { return int(a.At - b.At) })
		for _, c := range kept {
			b.WriteString(strings.Trim(c.Text, "\u2066\u2068\u2069"))
		}
	}
	return b.String()
}

func isCurrent(s rtl.Style) bool { return s.Background == blue }

// Every hit is gone to, once, in the order of the text, and each is in sight and marked
// when it is; backwards the same way round.
func TestSeekGoesToEveryHit(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 3))
		d := document(markdown(r, 40))
		all := 0
		for b := range d.Len() {
			all += len(d.FindIn(b, matching("اسواق")))
		}
		v := viewport.New(d)
		v.SetSize(30, 7)
		v.Find(matching("اسواق"))
		for !v.Count() {
		}
		for n := 1; n <= all; n++ {
			if got := settle(v, v.Seek(true)); got != viewport.Found {
				t.Fatalf("seed %d: hit %d of %d is not found: %v", seed, n, all, got)
			}
			if got := marked(v, isCurrent); !strings.HasSuffix(got, "أَسْوَاق") || len(got) > len("لأَسْوَاق") {
				t.Fatalf("seed %d: at hit %d of %d %q is marked", seed, n, all, got)
			}
			if number, total := v.Number(); number != n || total != all {
				t.Fatalf("seed %d: hit %d of %d calls itself %d of %d", seed, n, all, number, total)
			}
			if r.IntN(3) == 0 {
				v.SetSize(10+r.IntN(60), 1+r.IntN(10))
			}
		}
		if got := settle(v, v.Seek(true)); got != viewport.Absent {
			t.Fatalf("seed %d: behind the last hit comes %v", seed, got)
		}
		for n := all - 1; n > 0; n-- {
			settle(v, v.Seek(false))
			if number, _ := v.Number(); number != n {
				t.Fatalf("seed %d: backwards from hit %d to %d", seed, n+1, number)
			}
		}
		if all > 0 {
			v.Wraps = true
			settle(v, v.Seek(false))
			if number, _ := v.Number(); number != all {
				t.Fatalf("seed %d: before the first hit comes %d", seed, number)
			}
		}
	}
}

// A search begins at the top of the screen, whatever was found before it.
func TestSeekFromTheTop(t *testing.T) {
	d := document(strings.Repeat("سوق\n\n", 50))
	v := viewport.New(d)
	v.SetSize(20, 4)
	v.Find(matching("سوق"))
	for !v.Count() {
	}
	v.Scroll(21)
	settle(v, v.Seek(true))
	forward, _ := v.Number()
	v.LeaveHit()
	settle(v, v.Seek(false))
	if backward, total := v.Number(); backward != forward-1 || total != 50 || forward < 10 {
		t.Errorf("from the middle to %d, and back to %d, of %d", forward, backward, total)
	}
	v.Find(matching("بحر"))
	if got := settle(v, v.Seek(true)); got != viewport.Absent {
		t.Errorf("what is not there is %v", got)
	}
	v.Wraps = true
	if got := settle(v, v.Seek(true)); got != viewport.Absent {
		t.Errorf("what is not there is %v the second time round", got)
	}
}

// What is found is found however it is broken into lines, and where the layout put
// something in: the number of a link, isolates.
func TestFindWorksOnText(t *testing.T) {
	d := document("قال [الوزير](https://x.example) أمس في `عمان` كلمة طويلة.\n\n|اسم|معنى|\n|-|-|\n|سوق الكتب|مكان|\n\n~~~\nx := \"سوق الكتب\" // market\n~~~\n")
	for _, tt := range []struct {
		what string
		n    int
	}{
		{"الوزير امس", 1}, {"في عمان كلمة", 1}, {"سوق الكتب", 2}, {"الكتب\" // market", 1}, {"معنى", 1}, {"الكتب مكان", 0}, {"", 0},
	} {
		for _, width := range []int{6, 14, 60} {
			v := viewport.New(d)
			v.SetSize(width, 60)
			v.Find(matching(tt.what))
			for !v.Count() {
			}
			if _, n := v.Number(); n != tt.n {
				t.Errorf("%q is found %d times, want %d", tt.what, n, tt.n)
			}
			for range tt.n {
				settle(v, v.Seek(true))
				got := strings.Join(strings.Fields(marked(v, isCurrent)), "")
				if want := strings.ReplaceAll(tt.what, " ", ""); text.Fold(got) != text.Fold(want) {
					t.Errorf("width %d: for %q %q is marked", width, tt.what, got)
				}
			}
		}
	}
}

// A search in a text that grows waits at its end, and goes on from there.
func TestSeekWaits(t *testing.T) {
	v := viewport.New(document("أ\n\nب"))
	v.SetSize(20, 5)
	v.Growing = true
	v.Find(matching("ج"))
	if got := v.Seek(true); got != viewport.Waiting {
		t.Fatalf("at the end of what there is: %v", got)
	}
	source := document("أ\n\nب\n\nج")
	seeking := v.Seeking()
	v.Grow(source)
	if got := v.Continue(); !seeking || got != viewport.Found {
		t.Errorf("when there is more: %v", got)
	}
}

func ExampleModel() {
	v := viewport.New(document(strings.Repeat("كلمة ", 20) + "\n\nسوق الكتب"))
	v.SetOptions(rtl.Options{Protocols: rtl.AllProtocols, Align: rtl.AlignLeft})
	v.SetSize(24, 2)
	v.Find(matching("سوق"))
	if v.Seek(true) == viewport.Found {
		v.Count()
		number, total := v.Number()
		fmt.Printf("%d of %d\n", number, total)
	}
	for _, row := range v.Rows() {
		fmt.Println(row.Position)
	}
	// Output:
	// 1 of 1
	// 104
	// 104
}
