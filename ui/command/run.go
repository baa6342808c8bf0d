package command

import (
	"context"
	"errors"
	"os/exec"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/ui/run"
	"github.com/warraq/warraq/ui/terminal"
)

// errNoScreen says that a program cannot be shown.
var errNoScreen = errors.New("standard input and output are not a terminal")

// run shows another program in a terminal that lays its screen out.
func (e *env) run() *cobra.Command {
	how := asFound()
	c := &cobra.Command{
		Use:     "run PROGRAM [ARGUMENT…]",
		Example: "  warraq run vim مسودة.txt\n  warraq run less +G سجل.txt\n  warraq run --form visual newsboat",
		Args:    takesArgs(1, -1),
		RunE: func(c *cobra.Command, command []string) error {
			options, err := how.options()
			if err != nil {
				return err
			}
			return e.runProgram(c.Context(), how, run.Options{Command: command, In: e.In, Out: e.Out, Layout: options})
		},
	}
	how.screenFlags(c)
	c.Flags().SetInterspersed(false)
	return c
}

// runProgram shows a program on the terminal that the streams are.
func (e *env) runProgram(ctx context.Context, how layoutFlags, o run.Options) error {
	if !isTerminal(e.Out) || !isTerminal(e.In) {
		return errNoScreen
	}
	if _, err := exec.LookPath(o.Command[0]); err != nil && !errors.Is(err, exec.ErrDot) {
		return run.StartError{Name: o.Command[0], Why: err}
	}
	o.Terminal = terminal.Detect(ctx, e.In, e.Out, e.Getenv, e.preferred(how))
	e.found, e.isFound = o.Terminal, true
	o.Terminal.Apply(&o.Layout)
	return run.Run(ctx, o)
}
