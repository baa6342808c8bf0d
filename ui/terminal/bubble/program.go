package bubble

import (
	"context"
	"fmt"
	"os"
	"reflect"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
)

// CrashError is a full-screen program that ended by a fault in it.
type CrashError struct {
	Value any    // what the panic was given
	Stack []byte // where it came from
}

func (c *CrashError) Error() string { return fmt.Sprintf("a panic of type %T", c.Value) }

// SignalError is a full-screen program that ended because the system told it to.
type SignalError struct{ Signal os.Signal }

func (s SignalError) Error() string { return "ended by the signal: " + s.Signal.String() }

// Run shows a full-screen program until it ends, and leaves the terminal as it was
// however that comes: by a panic in the program or in one of its commands, which is a
// [*CrashError], or by a signal that would end it at once, which is a [SignalError].
// It is suspended by ctrl+z and by the signal of that name, if a shell is there that
// can bring it back, and draws everything anew then.
func Run(ctx context.Context, model tea.Model, options ...tea.ProgramOption) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	g, p := newGuarded(ctx, stop, model, append(options, signalOptions()...))
	var told atomic.Pointer[SignalError]
	j := newJob(p, func(s os.Signal) {
		told.CompareAndSwap(nil, &SignalError{s})
		stop()
	})
	g.suspend = func() tea.Msg { j.suspend(); return resumedMsg{} }
	_, err := p.Run()
	j.close()
	if crash := g.crash(); crash != nil {
		return crash
	}
	if s := told.Load(); s != nil {
		return *s
	}
	return err //nolint:wrapcheck // the caller says what stopped
}

// RunStream is [Run] of a program on a terminal at the other end of a connection, one of
// several in this process: it hears no signals, cannot be suspended, and is told the sizes of
// its terminal.
func RunStream(ctx context.Context, model tea.Model, sizes <-chan tea.WindowSizeMsg, options ...tea.ProgramOption) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	g, p := newGuarded(ctx, stop, model, append(options, tea.WithoutSignalHandler()))
	go func() {
		for {
			select {
			case size, ok := <-sizes:
				if !ok {
					return
				}
				p.Send(size)
			case <-ctx.Done():
				return
			}
		}
	}()
	_, err := p.Run()
	if crash := g.crash(); crash != nil {
		return crash
	}
	return err //nolint:wrapcheck // the caller says what stopped
}

// newGuarded makes a program that ends with a context, and that a panic ends by stop.
func newGuarded(ctx context.Context, stop func(), model tea.Model, options []tea.ProgramOption) (*guard, *tea.Program) {
	g := &guard{crashed: stop, now: time.Now}
	p := tea.NewProgram(guardedModel{model, g}, append(options, tea.WithContext(ctx))...)
	go p.Send(programMsg{p.Send, ctx})
	return g, p
}

// guard keeps the first panic of a program.
type guard struct {
	mu      sync.Mutex
	first   *CrashError
	crashed func()         // ends the program
	suspend func() tea.Msg // until it is brought back

	view    tea.View // what was shown last
	shown   bool     // whether that is how it still is
	drawn   time.Time
	rest    time.Duration // between that frame and the next
	waiting bool          // whether a wakeMsg comes, by which it is shown
	now     func() time.Time
}

// betweenFrames is the shortest time between two frames, and mostBetweenFrames the longest that
// a frame is held back. Where messages come faster, as the letters of a long text that a
// terminal types in by itself, one frame shows what all of them changed: Bubble Tea asks for
// one after each. What takes longer to draw rests as long, so that on a slow machine a key that
// is held down does not go on after it is let go.
const (
	betweenFrames     = 5 * time.Millisecond
	mostBetweenFrames = 100 * time.Millisecond
)

// changed takes note that what is shown is no longer how it is, and returns a command with
// what brings the next frame where it is not to be drawn at once.
func (g *guard) changed(cmd tea.Cmd) tea.Cmd {
	g.shown = false
	if g.waiting || g.now().Sub(g.drawn) >= g.rest {
		return cmd
	}
	g.waiting = true
	return tea.Batch(cmd, tea.Tick(g.rest, func(time.Time) tea.Msg { return wakeMsg{} }))
}

func (g *guard) crash() *CrashError {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.first
}

// recover is to be deferred around what may panic.
func (g *guard) recover() {
	value := recover()
	if value == nil {
		return
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.first == nil {
		g.first = &CrashError{value, debug.Stack()}
	}
	g.crashed()
}

// guardedModel is a program's model whose panics end the program in an orderly way.
type guardedModel struct {
	tea.Model
	*guard
}

// suspendMsg asks for a suspension, resumedMsg says that it is over, and wakeMsg ends a rest
// and says that it is time for the next frame.
type (
	suspendMsg struct{}
	resumedMsg struct{}
	wakeMsg    struct{}
)

// Init calls the model's.
func (g guardedModel) Init() (cmd tea.Cmd) {
	defer g.recover()
	return g.guardCmd(g.Model.Init())
}

// View calls the model's, unless nothing has happened since it was called last, or that was
// a moment ago.
func (g guardedModel) View() (view tea.View) {
	defer g.recover()
	if g.shown || g.waiting && g.now().Sub(g.drawn) < g.rest {
		return g.view
	}
	began := g.now()
	g.view, g.shown = g.Model.View(), true
	g.drawn = g.now()
	g.rest = min(max(betweenFrames, g.drawn.Sub(began)), mostBetweenFrames)
	return g.view
}

// Update calls the model's, but for keys and messages of suspension.
func (g guardedModel) Update(msg tea.Msg) (next tea.Model, cmd tea.Cmd) {
	next = g //nolint:wastedassign // what is returned after a panic
	defer g.recover()
	switch msg := msg.(type) {
	case programMsg:
		return g, nil
	case heldMsg:
		g.waiting = false
		return updateAll(g, msg)
	case wakeMsg:
		g.waiting = false
		return g, nil
	case tea.RawMsg:
		if msg.Msg == restMark {
			return g, nil
		}
	case tea.KeyPressMsg:
		if isSuspendKey(msg) {
			return g, g.suspend
		}
	case suspendMsg:
		return g, g.suspend
	case resumedMsg:
		model, then := g.Model.Update(tea.ResumeMsg{})
		return guardedModel{model, g.guard}, g.changed(tea.Batch(g.guardCmd(then), tea.ClearScreen, tea.RequestWindowSize))
	}
	model, then := g.Model.Update(msg)
	return guardedModel{model, g.guard}, g.changed(g.guardCmd(then))
}

// isSuspendKey tells ctrl+z, whichever layout of the keyboard is on.
func isSuspendKey(key tea.KeyPressMsg) bool {
	return key.Mod == tea.ModCtrl && (key.BaseCode == 'z' || key.BaseCode == 0 && (key.Code == 'z' || key.Code == 'ئ'))
}

// guardCmd returns a command that panics no more, nor do those that it gives.
func (g *guard) guardCmd(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer g.recover()
		return g.guardMsg(cmd())
	}
}

// guardMsg guards the commands that a message is a list of: those to run side by side
// and those to run one after the other, whose type Bubble Tea keeps to itself.
func (g *guard) guardMsg(msg tea.Msg) tea.Msg {
	list := reflect.ValueOf(msg)
	if msg == nil || list.Kind() != reflect.Slice || list.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
		return msg
	}
	guarded := reflect.MakeSlice(list.Type(), list.Len(), list.Len())
	for i := range list.Len() {
		cmd, _ := reflect.TypeAssert[tea.Cmd](list.Index(i))
		guarded.Index(i).Set(reflect.ValueOf(g.guardCmd(cmd)))
	}
	return guarded.Interface()
}
