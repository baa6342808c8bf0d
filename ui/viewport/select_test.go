package viewport_test

import (
	"math/rand/v2"
	"testing"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/viewport"
)

// Going from word to word one comes by every word of the text, and each is in sight.
func TestSelectBesideComesByEveryWord(t *testing.T) {
	for seed := range uint64(5) {
		r := rand.New(rand.NewPCG(seed, 4))
		d := document(markdown(r, 15))
		width := 12 + r.IntN(60)
		want := map[int]bool{}
		for _, l := range d.AllLines(rtl.Options{Protocols: rtl.AllProtocols, Width: width}) {
			for _, w := range l.Words() {
				want[w.First] = true
			}
		}
		v := viewport.New(d)
		v.SetSize(width, 5)
		if !v.StartSelection(0) {
			t.Fatal("there is no word")
		}
		for range 4 * len(want) {
			first, last, _ := v.Selected()
			if last <= first {
				t.Fatalf("seed %d: the word is from %d to %d", seed, first, last)
			}
			delete(want, first)
			if marked(v, func(s rtl.Style) bool { return s.Attributes&rtl.Reverse != 0 }) == "" {
				t.Fatalf("seed %d: %q is not in sight", seed, d.Between(first, last))
			}
			v.SelectBeside(-1, rtl.RTL)
		}
		for position := range want {
			t.Errorf("seed %d: %q is not come by", seed, d.Between(position, position+5))
		}
	}
}

// A passage goes from the word where it was begun to the one under the cursor, both
// whole, whatever the width.
func TestPassage(t *testing.T) {
	d := document("واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة")
	v := viewport.New(d)
	v.SetSize(12, 4)
	v.StartSelection(d.Begin())
	passage := func() string {
		first, last, _ := v.Selected()
		return d.Between(first, last)
	}
	if got := passage(); got != "واحد" {
		t.Errorf("the first word is %q", got)
	}
	v.SelectBeside(-1, rtl.RTL)
	v.BeginSelection()
	v.SelectLine(1)
	v.SetSize(60, 4)
	v.SelectBeside(-1, rtl.RTL)
	if got := passage(); got != "اثنان ثلاثة أربعة خمسة" {
		t.Errorf("the passage is %q", got)
	}
	v.EndSelection()
	if got := passage(); got != "خمسة" {
		t.Errorf("the word under the cursor is %q", got)
	}
	v.ClearSelection()
	if _, _, ok := v.Selected(); ok {
		t.Error("there is a passage without a cursor")
	}
}

// A passage that is drawn with the pointer begins and ends at the nearest words.
func TestSelectWithThePointer(t *testing.T) {
	d := document("واحد اثنان ثلاثة أربعة")
	v := viewport.New(d)
	v.SetSize(30, 5)
	last := 0
	for y, row := range v.Rows() {
		if words := row.Words(); len(words) == 4 {
			last = y
		}
	}
	if !v.SelectFrom(last, 29) {
		t.Fatal("there is no word")
	}
	v.SelectTo(last, 15)
	first, end, _ := v.Selected()
	if got := d.Between(first, end); got != "واحد اثنان ثلاثة" {
		t.Errorf("the passage is %q", got)
	}
}

// The cursor stays in sight through every change of the layout.
func TestCursorStaysInSight(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	d := document(markdown(r, 60))
	v := viewport.New(d)
	v.SetSize(40, 8)
	v.StartSelection(0)
	for range 300 {
		v.SelectLine(r.IntN(9) - 3)
		v.SetSize(8+r.IntN(90), 1+r.IntN(12))
		if marked(v, func(s rtl.Style) bool { return s.Attributes&rtl.Reverse != 0 }) == "" {
			first, last, _ := v.Selected()
			t.Fatalf("%q is not in sight", d.Between(first, last))
		}
	}
}
