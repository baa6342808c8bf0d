package store

import (
	"bytes"
	"errors"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// How much damage is done: little unless more is asked for, go test ./store -run
// Damage -flips 2000 -cuts 500 -zeroed 500.
var (
	flips  = flag.Int("flips", 12, "in how many places a bit of a library is flipped")
	cuts   = flag.Int("cuts", 5, "at how many places a library is cut off")
	zeroed = flag.Int("zeroed", 6, "how many times pages of a library are zeroed")
)

const pageSize = 16384

// damagedLibrary is a library that something happened to, and to which of its pages.
type damagedLibrary struct {
	data []byte
	hit  []int
}

func flipped(r *rand.Rand, data []byte) damagedLibrary {
	at := r.IntN(len(data))
	if r.IntN(4) == 0 { // where what matters stands more often
		at = r.IntN(pageSize)
	}
	data[at] ^= 1 << r.IntN(8)
	return damagedLibrary{data, []int{at / pageSize}}
}

func cutOff(r *rand.Rand, data []byte) damagedLibrary {
	pages := len(data) / pageSize
	at := len(data) - 1 - r.IntN(pageSize*min(pages-1, 1+r.IntN(pages)))
	d := damagedLibrary{data: data[:at]}
	for page := at / pageSize; page < pages; page++ {
		d.hit = append(d.hit, page)
	}
	return d
}

func zeroPages(r *rand.Rand, data []byte) damagedLibrary {
	d := damagedLibrary{data: data}
	for range 1 + r.IntN(3) {
		page := r.IntN(len(data) / pageSize)
		clear(data[page*pageSize : (page+1)*pageSize])
		d.hit = append(d.hit, page)
	}
	return d
}

// keptBytes is how the library keeps a text.
func keptBytes(body string) []byte {
	if b, ok := packedText(body).([]byte); ok {
		return b
	}
	return []byte(body)
}

// standsOn tells whether anything of an article stands on one of some pages.
func standsOn(whole []byte, pages []int, item Item) bool {
	body := keptBytes(item.Body)
	parts := [][]byte{[]byte(item.ID + item.Title)[:8], body[:min(30, len(body))], body[len(body)/2:][:min(30, len(body)/2)], body[max(0, len(body)-30):]}
	for _, page := range pages {
		on := whole[page*pageSize : min((page+1)*pageSize, len(whole))]
		if slices.ContainsFunc(parts, func(part []byte) bool { return bytes.Contains(on, part) }) {
			return true
		}
	}
	return false
}

// Whatever happens to a library, none of its articles is shown other than it was
// without a word of Check, and Salvage gives back every article that the damage did not
// hit, with its marks; with a copy, those too that are in it.
func TestDamage(t *testing.T) {
	t.Parallel()
	const count = 150
	path, items := wellKept(t, count)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, kind := range map[string]struct {
		times int
		do    func(*rand.Rand, []byte) damagedLibrary
	}{
		"flipped": {*flips, flipped}, "cut": {*cuts, cutOff}, "zeroed": {*zeroed, zeroPages},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(5, uint64(len(name))))
			for round := range inShort(kind.times/3, kind.times) {
				d := kind.do(random, slices.Clone(whole))
				// A test of its own closes its libraries and takes its folder away.
				t.Run(strconv.Itoa(round), func(t *testing.T) {
					repairDamaged(t, d, whole, items, round%4 == 3)
					if t.Failed() {
						t.Errorf("pages %v", d.hit)
					}
				})
			}
		})
	}
}

// repairDamaged looks at a damaged library, salvages it, with a copy of before or
// without, and looks again.
func repairDamaged(t *testing.T, d damagedLibrary, whole []byte, items map[string]Item, copied bool) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "library.db")
	write := func(path string, data []byte) {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, data, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	write(path, d.data)
	noticed := true
	if l, err := Open(t.Context(), path); err == nil {
		health, err := l.Check(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		noticed = !health.Whole()
		if same := sameAs(t, l, items); same < len(items) && !noticed {
			t.Errorf("%d articles are not as they were, and nothing is said", len(items)-same)
		}
		_ = l.Close()
	}
	if !noticed {
		return
	}
	write(path, d.data)
	if copied {
		folder, stem := placeOfCopies(path)
		write(filepath.Join(folder, stem+"-2026-11-01.db"), whole)
	}
	got, err := Salvage(t.Context(), path)
	if err != nil {
		t.Errorf("it ends without a library: %v", err)
		return
	}
	if old, err := os.ReadFile(got.Old); err != nil || !bytes.Equal(old, d.data) {
		t.Errorf("the damaged file is not as it was: %v", err)
	}
	l := openAt(t, path)
	for id, want := range items {
		item, err := l.Article(t.Context(), id)
		if err == nil && equalItems(item, want) {
			continue
		}
		// A mark that was hit cannot be told from one that was made since the copy.
		said := err == nil && item.Title == want.Title && item.Body == want.Body && item.Summary == want.Summary
		if !standsOn(whole, d.hit, want) || copied && !said {
			t.Errorf("%s is %+v, %v; want %+v; of %+v", id, item.Entry, err, want.Entry, got)
			return
		}
	}
	if health, err := l.Check(t.Context()); err != nil || !health.Whole() {
		t.Errorf("after salvaging %+v, %v", health, err)
	}
	checkSound(t, l)
}

// What stands in the journal of a library that was killed comes back too, and what the
// journal says anew stands over the file.
func TestSalvageOfAJournal(t *testing.T) {
	t.Parallel()
	path, items := wellKept(t, 30)
	l, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	var id string
	for id = range items {
		break
	}
	added := addArticles(t, l, articles.Article{Title: "آخر ما جاء", Body: "نص لم يصل إلا إلى السجلّ"})
	if err = l.SetPosition(t.Context(), id, 777); err != nil {
		t.Fatal(err)
	}
	killed := filepath.Join(t.TempDir(), "library.db")
	for _, ending := range []string{"", "-wal"} {
		data, readErr := os.ReadFile(path + ending)
		if readErr != nil {
			t.Fatal(readErr)
		}
		if ending == "" {
			clear(data[:pageSize])
		}
		if err = os.WriteFile(killed+ending, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err = l.Close(); err != nil {
		t.Fatal(err)
	}
	got, err := Salvage(t.Context(), killed)
	if err != nil || got.Articles != len(items)+1 {
		t.Fatalf("%+v, %v", got, err)
	}
	l = openAt(t, killed)
	if item := article(t, l, added[0].ID); item.Body != "نص لم يصل إلا إلى السجلّ" {
		t.Errorf("the last one is %+v", item)
	}
	if item := article(t, l, id); item.Position != 777 {
		t.Errorf("the position is %d", item.Position)
	}
}

// What was removed does not come back from pages that were given free.
func TestSalvageLeavesOutWhatWasRemoved(t *testing.T) {
	t.Parallel()
	path, items := wellKept(t, 60)
	l, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	var gone []string
	for id := range items {
		if len(gone) < 40 {
			gone = append(gone, id)
		}
	}
	_, err = l.Remove(t.Context(), gone...)
	if err = errors.Join(err, l.Close()); err != nil {
		t.Fatal(err)
	}
	got, err := Salvage(t.Context(), path)
	if err != nil || got.Articles != 20 {
		t.Errorf("%+v, %v, want 20", got, err)
	}
}

// Marks that hang on articles come back with them from a copy, and to those that only
// the copy has.
func TestSalvageOfMarksFromACopy(t *testing.T) {
	t.Parallel()
	path, items := wellKept(t, 80)
	l, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	marked := map[string]string{}
	for id := range items {
		if len(marked) == 20 {
			break
		}
		_, tagErr := l.Tag(t.Context(), id, "سفر")
		_, _, highlightErr := l.AddHighlight(t.Context(), id, articles.Highlight{Note: "ملاحظة " + id})
		if err = errors.Join(tagErr, highlightErr); err != nil {
			t.Fatal(err)
		}
		marked[id] = "ملاحظة " + id
	}
	_, err = l.CopyDaily(t.Context(), time.Now())
	if err = errors.Join(err, l.Close()); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err = os.WriteFile(path, data[:len(data)/3], 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := Salvage(t.Context(), path)
	if err != nil || got.Articles != len(items) || len(got.Wrong) > 0 {
		t.Fatalf("%+v, %v", got, err)
	}
	l = openAt(t, path)
	for id, note := range marked {
		marks, err := l.Marks(t.Context(), id)
		if err != nil || !slices.Equal(marks.Tags, []string{"سفر"}) || len(marks.Highlights) != 1 || marks.Highlights[0].Note != note {
			t.Errorf("%s has %+v, %v", id, marks, err)
		}
	}
	checkSound(t, l)
}
