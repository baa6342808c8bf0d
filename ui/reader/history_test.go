package reader

import (
	"reflect"
	"testing"

	"github.com/warraq/warraq/ui/reader/article"
)

// A history behaves as a browser's: what was left comes back as it was, and a
// new way forgets the old one's continuation.
func TestHistory(t *testing.T) {
	t.Parallel()
	a := historyPlace{id: "a", at: article.Place{Position: 12}, focus: relatedPane, panes: []any{nil, nil, "third"}}
	b := historyPlace{id: "b", at: article.Place{Position: 40}, focus: articlePane, jumped: true}
	c := historyPlace{id: "c", jumped: true}

	var h visitHistory
	if _, ok := h.back(a); ok {
		t.Fatal("an empty history has something before")
	}
	h.leave(a) // a → b
	h.leave(b) // b → c

	got, _ := h.back(c)
	if !reflect.DeepEqual(got, b) {
		t.Fatalf("back from c: %+v, want b as it was left: %+v", got, b)
	}
	if got, _ = h.back(b); !reflect.DeepEqual(got, a) {
		t.Fatalf("back from b: %+v, want %+v", got, a)
	}
	if _, ok := h.back(a); ok {
		t.Fatal("there is something before the first")
	}
	if got, _ = h.forward(a); !reflect.DeepEqual(got, b) {
		t.Fatalf("forward from a: %+v, want %+v", got, b)
	}
	h.leave(b) // b → somewhere new: c is forgotten
	if got, ok := h.forward(historyPlace{id: "d"}); ok {
		t.Fatalf("the old way is still there: %+v", got)
	}
}
