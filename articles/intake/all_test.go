package intake

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
)

// numbered gives inputs that are called by their numbers, of which every seventh could
// not be opened, and whose reading takes up to so long.
func numbered(n int, longest time.Duration) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		for i := range n {
			name := fmt.Sprint(i)
			if i%7 == 6 {
				if !yield(Input{Name: name}, errors.ErrUnsupported) {
					return
				}
				continue
			}
			in := Input{Name: name, read: func(context.Context) ([]articles.Article, error) {
				time.Sleep(rand.N(longest + 1))
				return []articles.Article{{Title: name}}, nil
			}}
			if !yield(in, nil) {
				return
			}
		}
	}
}

func TestReadAllKeepsTheOrder(t *testing.T) {
	t.Parallel()
	const n = 300
	var names []string
	for r := range ReadAll(t.Context(), numbered(n, time.Millisecond)) {
		switch {
		case len(names)%7 == 6 && (r.Err == nil || r.Articles != nil), len(names)%7 != 6 && (r.Err != nil || r.Articles[0].Title != r.Input):
			t.Errorf("%+v", r)
		}
		names = append(names, r.Input)
	}
	for i, name := range names {
		if name != fmt.Sprint(i) {
			t.Fatalf("%s is result %d", name, i)
		}
	}
	if len(names) != n {
		t.Errorf("%d results", len(names))
	}
}

// Inputs are read at the same time: the first waits for the second.
func TestReadAllAtOnce(t *testing.T) {
	t.Parallel()
	second := make(chan struct{})
	inputs := func(yield func(Input, error) bool) {
		_ = yield(Input{Name: "a", read: func(ctx context.Context) ([]articles.Article, error) {
			select {
			case <-second:
				return nil, nil
			case <-ctx.Done():
				return nil, ctx.Err()
			}
		}}, nil) && yield(Input{Name: "b", read: func(context.Context) ([]articles.Article, error) {
			close(second)
			return nil, nil
		}}, nil)
	}
	for result := range readInOrder(t.Context(), inputs, 2, newRoom(1)) {
		<-result
	}
}

// What nobody wants any more is neither opened nor read, and nothing goes on.
func TestReadAllStops(t *testing.T) {
	t.Parallel()
	for name, end := range map[string]func(cancel func()) (more bool){
		"no more is wanted": func(func()) bool { return false },
		"cancelled":         func(cancel func()) bool { cancel(); return true },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			ended := make(chan int, 1)
			inputs := func(yield func(Input, error) bool) {
				opened := 0
				numbered(1_000_000, 0)(func(in Input, err error) bool {
					opened++
					return yield(in, err)
				})
				ended <- opened
			}
			got := 0
			for range ReadAll(ctx, inputs) {
				if got++; got == 3 && !end(cancel) {
					break
				}
			}
			if opened := <-ended; opened > 1000 || got > 3 {
				t.Errorf("%d were opened, %d given", opened, got)
			}
		})
	}
}

// What is in an archive can be read when the next files have been opened already, in any
// order: links between notes and their pictures are found.
func TestReadAfterOpening(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "notes.zip")
	text := zipOf(t,
		packedFile{name: "a.md", text: "# أول\n\nنص [ثان](b.md).\n\n![](c.png)\n"}, packedFile{name: "b.md", text: "# العنوان الثاني\n\nنص."},
		packedFile{name: "c.png", text: pngOf(t, 64, 48, 1)})
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var inputs []Input
	for in, err := range Open(t.Context(), []string{path}, nil) {
		if err != nil {
			t.Fatal(err)
		}
		inputs = append(inputs, in)
	}
	for _, in := range slices.Backward(inputs) {
		list, err := in.Read(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if a := list[0]; a.Title == "أول" && (len(a.Related) != 1 || a.Related[0].Title != "العنوان الثاني" || len(a.Pictures) != 1) {
			t.Errorf("%+v", a)
		}
	}
	if len(inputs) != 2 {
		t.Errorf("%d inputs", len(inputs))
	}
}

// An input by which a format is broken off is named, and the others come in.
func TestBrokenOff(t *testing.T) {
	t.Parallel()
	inputs := func(yield func(Input, error) bool) {
		_ = yield(Input{Name: "a.md", Data: []byte("# خان")}, nil) &&
			yield(Input{Name: "b.md", read: func(context.Context) ([]articles.Article, error) { panic("a mistake") }}, nil) &&
			yield(Input{Name: "c.md", Data: []byte("# سوق")}, nil)
	}
	read, damaged := 0, 0
	for r := range ReadAll(t.Context(), inputs) {
		read += len(r.Articles)
		if errors.Is(r.Err, articles.ErrDamaged) && r.Input == "b.md" {
			damaged++
		}
	}
	if read != 2 || damaged != 1 {
		t.Errorf("%d articles, %d damaged inputs", read, damaged)
	}
}
