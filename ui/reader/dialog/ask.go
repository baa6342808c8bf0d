package dialog

import (
	"context"

	"github.com/warraq/warraq/ui/reader/jobs"
)

// VisitJob is the kind of what opens an article in the end: of all such questions only the
// last one is answered.
const VisitJob jobs.Kind = "visit"

// The actions by which something is asked for beside the reader, and answered later.
type (
	// Ask asks a question of a kind and then does what comes back. Read runs beside the
	// reader, perhaps more than once (see [jobs.Runner.Ask]), and may touch nothing of it:
	// what is to be made of the reader as it is by then is a [Call].
	Ask struct {
		Kind jobs.Kind
		Read func(context.Context) Action
		// Opens says that a dialog comes of it. What is typed meanwhile is for that.
		Opens bool
	}
	// AskOnce is [Ask] of what is to be done once, since doing it changes something.
	AskOnce struct {
		Kind jobs.Kind
		Do   func(context.Context) Action
	}
	// Late opens a dialog by the answer to a question, unless another one was opened since
	// that was asked: then it does something else, nil for nothing.
	Late struct {
		Dialog    Dialog
		Otherwise Action
	}
)
