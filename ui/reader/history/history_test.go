package history_test

import (
	"reflect"
	"testing"

	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/history"
)

// A history behaves as a browser's: what was left comes back as it was, and a
// new way forgets the old one's continuation.
func TestHistory(t *testing.T) {
	t.Parallel()
	a := history.Place{ID: "a", At: article.Place{Position: 12}, Focus: 2, Panes: []any{nil, nil, "third"}}
	b := history.Place{ID: "b", At: article.Place{Position: 40}, Focus: 1, Jumped: true}
	c := history.Place{ID: "c", Jumped: true}

	var h history.History
	if _, ok := h.Back(a); ok {
		t.Fatal("an empty history has something before")
	}
	h.Leave(a) // a → b
	h.Leave(b) // b → c

	got, _ := h.Back(c)
	if !reflect.DeepEqual(got, b) {
		t.Fatalf("back from c: %+v, want b as it was left: %+v", got, b)
	}
	if got, _ = h.Back(b); !reflect.DeepEqual(got, a) {
		t.Fatalf("back from b: %+v, want %+v", got, a)
	}
	if _, ok := h.Back(a); ok {
		t.Fatal("there is something before the first")
	}
	if got, _ = h.Forward(a); !reflect.DeepEqual(got, b) {
		t.Fatalf("forward from a: %+v, want %+v", got, b)
	}
	h.Leave(b) // b → somewhere new: c is forgotten
	if got, ok := h.Forward(history.Place{ID: "d"}); ok {
		t.Fatalf("the old way is still there: %+v", got)
	}
}

// The trail leads to any of its points, and loses none of the others.
func TestAlong(t *testing.T) {
	t.Parallel()
	var h history.History
	here := history.Place{ID: "d"}
	for _, p := range []history.Place{{ID: "a"}, {ID: "b"}, {ID: "c"}} {
		h.Leave(p)
	}
	for _, to := range []int{1, 3, 0, 2} {
		was := here.ID
		p, ok := h.Along(to, here)
		if !ok || p.ID == was {
			t.Fatalf("to %d: %+v, %v", to, p, ok)
		}
		here = p
		way, at := h.Way(here)
		ids := ""
		for _, p := range way {
			ids += p.ID
		}
		if ids != "abcd" || at != to || way[at].ID != here.ID {
			t.Errorf("to %d: the way is %q, at %d", to, ids, at)
		}
	}
	if p, ok := h.Along(2, here); ok {
		t.Errorf("it goes to where one is: %+v", p)
	}
}

// What was deleted is on no way any more, and nobody came by it.
func TestForget(t *testing.T) {
	t.Parallel()
	var h history.History
	for _, id := range []string{"a", "b", "a", "c"} {
		h.Leave(history.Place{ID: id})
	}
	if got := h.Visited("c"); !reflect.DeepEqual(got, []string{"a", "b"}) {
		t.Errorf("visited %q", got)
	}
	h.Forget([]string{"a"})
	if got := h.Visited(""); !reflect.DeepEqual(got, []string{"c", "b"}) {
		t.Errorf("visited %q, though a is gone", got)
	}
}
