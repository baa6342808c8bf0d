package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
	"unicode/utf8"

	"github.com/charmbracelet/x/term"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/intake"
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/pager"
	"github.com/warraq/warraq/ui/plaintext"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
)

// longestLine is the most bytes of a line that the pager lays out as one
// paragraph: a longer one would take seconds for every key.
const longestLine = 64 << 10

// holdTime is how long the start of a text is held back, since a text that is longer
// than the screen is shown in the pager from its start. What comes more slowly is
// shown as it comes, until it is longer than the screen.
const holdTime = 150 * time.Millisecond

// refusedInputsError names the inputs that could not be read. The others were shown.
type refusedInputsError []error

func (r refusedInputsError) Error() string { return errors.Join(r...).Error() }

// pages tells whether what is laid out on a sheet can be paged: on a terminal
// that has a screen, in a form that puts every cell in its column.
func (e *env) pages(s *outputSheet) bool {
	name := e.Getenv("TERM")
	return !e.noPager && !s.piped && name != "" && name != "dumb" && s.screen.Form != terminal.Logical
}

// catPages lays inputs out on a terminal, in the pager where they are longer than
// its screen. Keys come from elsewhere than the text.
func (e *env) catPages(ctx context.Context, s *outputSheet, keys *os.File, files []string, isMarkdown func(string) bool) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGHUP)
	defer stop()
	width, height, err := term.GetSize(e.Out.Fd())
	if err != nil {
		return fmt.Errorf("asking the terminal for its size: %w", err)
	}
	out, profile, options := e.program(s.screen, keys)
	defer func() { _ = out.Close() }() // what it could still switch back is the terminal's affair
	more := make(chan pager.Piece)
	go func() {
		defer close(more)
		give := func(p pager.Piece) bool {
			select {
			case more <- p:
				return true
			case <-ctx.Done():
				return false
			}
		}
		if failure := e.pieces(ctx, s, files, isMarkdown, give); failure != nil {
			give(pager.Piece{Err: failure})
		}
	}()
	parts, all, err := s.until(ctx, height-1, more)
	if err == nil && !all {
		config := pager.Config{
			Parts: parts, More: more, Words: e.words, Terminal: s.screen, Profile: profile, Theme: s.theme,
			Options: s.options, Plain: s.plain, Width: width, Height: height,
		}
		config.Options.Width = s.asked
		if len(files) == 1 && files[0] != "-" {
			config.Name = text.CleanLine(files[0])
		}
		err = pager.Run(ctx, config, options...)
	}
	if some, ok := errors.AsType[refusedInputsError](err); ok {
		return e.refusals(some, len(files))
	}
	return err
}

// until shows text until there is no more, or until there are more rows than so
// many: those are for the pager, the first ones too. When the window is closed nobody waits for
// more.
func (s *outputSheet) until(ctx context.Context, rows int, more <-chan pager.Piece) (parts []pager.Part, all bool, err error) {
	timer := time.NewTimer(holdTime)
	defer timer.Stop()
	shown, laid := 0, 0 // parts on the screen, rows of all parts
	show := func() error {
		for ; shown < len(parts); shown++ {
			for row := range pager.Rows(parts[shown], s.options) {
				if err := s.row(row.Cells); err != nil {
					return err
				}
			}
		}
		return s.flush()
	}
	for {
		select {
		case piece, open := <-more:
			for _, p := range piece.Parts {
				for range pager.Rows(p, s.options) {
					if laid++; laid > rows {
						break
					}
				}
			}
			parts = append(parts, piece.Parts...)
			switch {
			case laid > rows:
				return parts, false, nil
			case !open || piece.Err != nil:
				return parts, true, errors.Join(show(), piece.Err)
			case shown == 0:
				continue
			}
		case <-timer.C:
		case <-ctx.Done():
			return parts, true, nil
		}
		if err := show(); err != nil {
			return parts, true, err
		}
	}
}

// pieces reads inputs and gives them piece by piece, until no more is wanted. Of what a
// program printed, the shape is guessed if that is asked for.
func (e *env) pieces(ctx context.Context, on *outputSheet, files []string, isMarkdown func(string) bool, give func(pager.Piece) bool) error {
	var refused refusedInputsError
	for _, name := range files {
		err := e.piecesOf(ctx, on, name, isMarkdown(name), give)
		if wrong, ok := errors.AsType[*articles.InputError](err); ok {
			refused = append(refused, wrong)
		} else if err != nil {
			return err
		}
	}
	if len(refused) > 0 {
		return refused
	}
	return nil
}

func (e *env) piecesOf(ctx context.Context, on *outputSheet, name string, markdown bool, give func(pager.Piece) bool) error {
	if markdown {
		for input, err := range intake.Open(ctx, []string{name}, e.In) {
			if err != nil {
				return err
			}
			item, err := markdownItem(ctx, input)
			if err != nil {
				return err
			}
			d := page.New(item, on.theme, e.words)
			d.Build()
			if !give(pager.Piece{Parts: []pager.Part{pager.Within(d, on.measure)}}) {
				return nil
			}
		}
		return nil
	}
	in, err := e.openText(name)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }() // it was only read
	var ansi rtl.ANSI
	var planner plaintext.Planner
	err = readChunks(in, func(text []byte) bool {
		var lines []pager.Line
		lines, ansi = linesOf(text, ansi)
		if on.guesses() {
			planLines(&planner, lines)
		}
		return give(pager.Piece{Parts: []pager.Part{pager.NewLines(lines, on.measure)}})
	})
	if err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	return nil
}

// planLines finds the layouts of lines.
func planLines(planner *plaintext.Planner, lines []pager.Line) {
	texts := make([]string, len(lines))
	for i := range lines {
		texts[i] = lines[i].Text
	}
	for i, layout := range planner.Plan(texts) {
		lines[i].Layout = layout
	}
}

// linesOf gives the lines of a text, those that are too long in parts.
func linesOf(text []byte, ansi rtl.ANSI) ([]pager.Line, rtl.ANSI) {
	var lines []pager.Line
	styled := mayStyle(text)
	for line := range strings.Lines(string(text)) {
		line = trimEnd(line)
		for first := true; first || line != ""; first = false {
			part := line[:cutAt(line)]
			lines = append(lines, pager.Line{Text: part, ANSI: ansi})
			if styled {
				ansi.Parse(part)
			}
			line = line[len(part):]
		}
	}
	return lines, ansi
}

// cutAt is where a line is cut that is too long: behind a blank, if there is one.
func cutAt(line string) int {
	if len(line) <= longestLine {
		return len(line)
	}
	if blank := strings.LastIndexByte(line[:longestLine], ' '); blank > 0 {
		return blank + 1
	}
	end := longestLine
	for end > longestLine-utf8.UTFMax && !utf8.RuneStart(line[end]) {
		end--
	}
	return end
}
