package jobs

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
)

// kept is a library of one list: a change appends to it, taking it back removes it.
type kept struct{ list []string }

func (k *kept) add(name string) Write {
	return Write{CanBeTakenBack: true, About: name, Do: func(context.Context) (store.Undo, error) {
		k.list = append(k.list, name)
		return store.Undo{Done: store.DoneBookmark, Count: len(k.list)}, nil
	}}
}

func (k *kept) undo(_ context.Context, u store.Undo) error {
	k.list = k.list[:u.Count-1]
	return nil
}

var errRefused = errors.New("refused")

// refusal is a change that is not made.
func refusal() Write {
	return Write{CanBeTakenBack: true, Do: func(context.Context) (store.Undo, error) { return store.Undo{}, errRefused }}
}

// nothing is a change of what is so already.
func nothing() Write {
	return Write{CanBeTakenBack: true, Do: func(context.Context) (store.Undo, error) { return store.Undo{}, nil }}
}

// settle runs commands and what follows from them, and returns what is handled.
func settle(r *Runner, cmds ...tea.Cmd) (handled []tea.Msg) {
	for len(cmds) > 0 {
		cmd := cmds[0]
		cmds = cmds[1:]
		if cmd == nil {
			continue
		}
		msg, next := r.Receive(cmd())
		if msg != nil {
			handled = append(handled, msg)
		}
		cmds = append(cmds, next)
	}
	return handled
}

// Of each kind only the answer to the last question arrives, in whatever order the
// answers come.
func TestStaleAnswersAreDropped(t *testing.T) {
	say := func(text string) func(context.Context) tea.Msg {
		return func(context.Context) tea.Msg { return text }
	}
	for _, tt := range []struct {
		name string
		ask  func(r *Runner) []tea.Cmd
		want []tea.Msg
	}{
		{"the last of a kind", func(r *Runner) []tea.Cmd { return []tea.Cmd{r.Ask("a", say("1")), r.Ask("a", say("2"))} }, []tea.Msg{"2"}},
		{"each kind by itself", func(r *Runner) []tea.Cmd { return []tea.Cmd{r.Ask("a", say("1")), r.Ask("b", say("2"))} }, []tea.Msg{"1", "2"}},
		{"late ones", func(r *Runner) []tea.Cmd {
			one, two := r.Ask("a", say("1")), r.Ask("a", say("2"))
			return []tea.Cmd{two, one}
		}, []tea.Msg{"2"}},
		{"nobody waits", func(r *Runner) []tea.Cmd {
			one := r.Ask("a", say("1"))
			r.Abort("a")
			return []tea.Cmd{one}
		}, nil},
		{"a step of a job that was begun again", func(r *Runner) []tea.Cmd {
			first := r.Begin("a")
			r.Begin("a")
			return []tea.Cmd{r.Run(first, say("1"))}
		}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := New(t.Context(), nil)
			if got := settle(r, tt.ask(r)...); !slices.Equal(got, tt.want) {
				t.Errorf("handled %v, want %v", got, tt.want)
			}
		})
	}
}

// What was read before a change that is shown already is read again.
func TestOldAnswersAreReadAgain(t *testing.T) {
	var k kept
	r := New(t.Context(), k.undo)
	read := r.Ask("list", func(context.Context) tea.Msg { return len(k.list) })
	old := read() // before the change
	settle(r, r.Save(k.add("x")))
	msg, again := r.Receive(old)
	if msg != nil || again == nil {
		t.Fatalf("the old answer is handled: %v", msg)
	}
	if got := settle(r, again); !slices.Equal(got, []tea.Msg{1}) {
		t.Errorf("handled %v, want what is so now", got)
	}
}

// Taking back is of the last change that was asked for before it, whether that has
// been made or not.
func TestTakingBack(t *testing.T) {
	for _, tt := range []struct {
		name  string
		steps string // letters add, ! is refused, - changes nothing, U takes back, . settles
		want  string
	}{
		{"after it is saved", "a.U.", "[]"},
		{"together with it", "aU.", "[]"},
		{"of the second, not of the first", "a.bU.", "[a]"},
		{"both", "a.bUU.", "[]"},
		{"of what comes before, not behind", "aUb.", "[b]"},
		{"one that is refused takes nothing back", "a.!U.", "[a]"},
		{"one that was refused before is over", "a.!.U.", "[]"},
		{"one that changes nothing is passed over", "a.-U.", "[]"},
		{"one that changes nothing, seen", "a.-.U.", "[]"},
		{"more than there are", "aUUU.b.", "[b]"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var k kept
			r := New(t.Context(), k.undo)
			var cmds []tea.Cmd
			for _, step := range tt.steps {
				switch step {
				case '.':
					settle(r, cmds...)
					cmds = nil
				case '!':
					cmds = append(cmds, r.Save(refusal()))
				case '-':
					cmds = append(cmds, r.Save(nothing()))
				case 'U':
					cmds = append(cmds, r.TakeBack())
				default:
					cmds = append(cmds, r.Save(k.add(string(step))))
				}
			}
			if got := fmt.Sprint(k.list); got != tt.want {
				t.Errorf("%s leaves %s, want %s", tt.steps, got, tt.want)
			}
		})
	}
}

// What cannot be taken back now can be later.
func TestTakingBackFails(t *testing.T) {
	var k kept
	fails := true
	r := New(t.Context(), func(ctx context.Context, u store.Undo) error {
		if fails {
			return errRefused
		}
		return k.undo(ctx, u)
	})
	got := settle(r, r.Save(k.add("x")), r.TakeBack())
	if last := got[len(got)-1].(TakenBack); !errors.Is(last.Err, errRefused) {
		t.Errorf("the outcome is %v", last)
	}
	fails = false
	if settle(r, r.TakeBack()); len(k.list) != 0 {
		t.Errorf("%v is still there", k.list)
	}
}

// When the reader is left all that waits is saved, once, behind what is being saved.
func TestDrain(t *testing.T) {
	var k kept
	r := New(t.Context(), k.undo)
	started, release := make(chan struct{}), make(chan struct{})
	first := r.Save(Write{Do: func(context.Context) (store.Undo, error) {
		close(started)
		<-release
		k.list = append(k.list, "first")
		return store.Undo{}, nil
	}})
	r.Save(k.add("second"))
	r.Save(refusal())
	ended := make(chan struct{})
	go func() { defer close(ended); first() }()
	<-started
	time.AfterFunc(time.Millisecond, func() { close(release) })
	unsaved, err := r.Drain(t.Context(), time.Minute)
	<-ended
	if got := fmt.Sprint(k.list); got != "[first second]" || unsaved != 1 || !errors.Is(err, errRefused) {
		t.Errorf("saved %s, unsaved %d: %v", got, unsaved, err)
	}
	if r.work() != nil {
		t.Error("it goes on after it was left")
	}
}

// What happened by itself to an article that is not there is no loss, nor is what the user
// did to one after deleting it; what he did to one that went otherwise is.
func TestDrainOfDeletedArticles(t *testing.T) {
	for _, tt := range []struct {
		byUser, deleted bool
		want            int
	}{{false, false, 0}, {true, false, 1}, {true, true, 0}} {
		var k kept
		r := New(t.Context(), k.undo)
		if tt.deleted {
			removal := k.add("a removal")
			removal.Deletes = true
			r.Save(removal)
		}
		r.Save(Write{CanBeTakenBack: tt.byUser, Do: func(context.Context) (store.Undo, error) { return store.Undo{}, store.ErrNotFound }})
		if unsaved, err := r.Drain(t.Context(), time.Minute); unsaved != tt.want || (err != nil) != (tt.want > 0) {
			t.Errorf("%+v: unsaved %d: %v", tt, unsaved, err)
		}
	}
}

// A change that is being made when the reader is left is made to its end, though all
// else that the reader had asked for is given up then.
func TestDrainEndsWhatHasBegun(t *testing.T) {
	var k kept
	ctx, leave := context.WithCancel(t.Context())
	r := New(ctx, k.undo)
	started, left := make(chan struct{}), make(chan struct{})
	cmd := r.Save(Write{Do: func(ctx context.Context) (store.Undo, error) {
		close(started)
		<-left
		if ctx.Err() != nil {
			return store.Undo{}, ctx.Err()
		}
		k.list = append(k.list, "begun")
		return store.Undo{}, nil
	}})
	go cmd()
	<-started
	leave()
	close(left)
	unsaved, err := r.Drain(t.Context(), time.Minute)
	if got := fmt.Sprint(k.list); got != "[begun]" || unsaved != 0 || err != nil {
		t.Errorf("saved %s, unsaved %d: %v", got, unsaved, err)
	}
}

// Draining gives up after its time, and tells how much is not saved. What is being made
// is told to stop.
func TestDrainGivesUp(t *testing.T) {
	r := New(t.Context(), nil)
	stopped := make(chan struct{})
	cmd := r.Save(Write{Do: func(ctx context.Context) (store.Undo, error) {
		<-ctx.Done()
		close(stopped)
		return store.Undo{}, ctx.Err()
	}})
	r.Save(nothing())
	go cmd()
	unsaved, err := r.Drain(t.Context(), 10*time.Millisecond)
	if unsaved != 2 || !errors.Is(err, ErrBusy) {
		t.Errorf("unsaved %d: %v", unsaved, err)
	}
	<-stopped
}

// Draining gives up also what cannot be stopped.
func TestDrainLeavesWhatHangs(t *testing.T) {
	r := New(t.Context(), nil)
	block := make(chan struct{})
	t.Cleanup(func() { close(block) })
	cmd := r.Save(Write{Do: func(context.Context) (store.Undo, error) { <-block; return store.Undo{}, nil }})
	r.Save(nothing())
	go cmd()
	if unsaved, err := r.Drain(t.Context(), 10*time.Millisecond); unsaved != 2 || !errors.Is(err, ErrBusy) {
		t.Errorf("unsaved %d: %v", unsaved, err)
	}
}
