package command

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/words"
)

// calibrate asks the reader's eyes what no terminal tells.
func (e *env) calibrate() *cobra.Command {
	return &cobra.Command{
		Use:         "calibrate",
		Example:     "  warraq calibrate",
		Args:        atMost(0),
		Annotations: map[string]string{makesSettings: "yes"},
		RunE: func(c *cobra.Command, _ []string) error {
			if !isTerminal(e.Out) {
				return errNoTerminal
			}
			ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
			defer stop()
			// No frame waits for it, so a slow terminal has time to answer.
			asking, cancel := context.WithTimeout(ctx, answerTime)
			defer cancel()
			sheet, err := e.sheet(ctx, asFound())
			if err != nil {
				return err
			}
			found := terminal.Detect(asking, e.In, e.Out, e.Getenv, nil)
			var widths string
			if found.Answers() {
				if counted, ok := terminal.MeasureWidths(asking, e.In, e.Out); ok {
					widths = counted.String()
				}
			}
			q := questions{sheet: sheet, found: found, answers: readLines(e.In), words: []*words.Words{words.Arabic(), words.English()}}
			word, err := q.all(ctx)
			if err != nil {
				return err
			}
			return e.remember(sheet, &found, word, widths)
		},
	}
}

// remember writes the answers to the settings file, and the widths that the terminal
// counts, where they are others than were known, and says so.
func (e *env) remember(s *outputSheet, found *terminal.Terminal, word preference, widths string) error {
	before := e.terminals[found.ID]
	if word == (preference{}) {
		word = before
	}
	word.widths, word.version = before.widths, before.version
	if widths != "" && widths != found.Widths.String() {
		word.widths, word.version = widths, found.Version
	}
	said := e.words.Terminal.Unchanged
	if word != before {
		if err := e.keepWord(found.ID, word); err != nil {
			return err
		}
		word.overrule(&s.term)
		said = fmt.Sprintf(e.words.Terminal.Remembered, isolate(e.configPath))
	}
	if err := s.paragraph([]rtl.Span{{Text: said}}); err != nil {
		return err
	}
	return s.flush()
}

// questions are asked on a terminal, in every language there is: one of them
// can be read, whatever the terminal makes of the other.
type questions struct {
	sheet   *outputSheet
	found   terminal.Terminal
	answers <-chan string
	words   []*words.Words
}

// sample is a way to write something.
type sample struct {
	value string // of the setting
	term  terminal.Terminal
}

// all asks everything. What is not known stays empty, all of it if the answer is
// to leave things as they are.
func (q *questions) all(ctx context.Context) (word preference, err error) {
	defer func() {
		if switchErr := q.write(q.found.On); err == nil {
			err = switchErr
		}
	}()
	t, word, err := q.form(ctx)
	if err != nil || word.form == "" {
		return preference{}, err
	}
	q.sheet.term = t
	var shaped []sample
	for _, name := range []string{"always", "basic", "never"} {
		s := sample{name, t}
		s.term.Shaping = shapeNames[name]
		shaped = append(shaped, s)
	}
	text := func(w words.Terminal) (string, string) { return w.ForShape, w.OtherLetters }
	if word.shape, err = q.refine(ctx, &t, text, shaped); err != nil || word.shape == "" {
		return preference{}, err
	}
	var marked []sample
	for _, name := range []string{"keep", "hide"} {
		s := sample{name, t}
		s.term.KeepMarks = name == "keep"
		marked = append(marked, s)
	}
	text = func(w words.Terminal) (string, string) { return w.ForMarks, w.Vowelled }
	if word.marks, err = q.refine(ctx, &t, text, marked); err != nil || word.marks == "" {
		return preference{}, err
	}
	return word, nil
}

// refine asks for more about a terminal. That none is right leaves it as it was
// found to be.
func (q *questions) refine(ctx context.Context, t *terminal.Terminal, text func(words.Terminal) (question, line string), among []sample) (string, error) {
	chosen, value, err := q.ask(ctx, text, among)
	switch {
	case err != nil, value == "":
		return "", err
	case value == noSample:
		return "auto", nil
	default:
		*t = chosen
		return value, nil
	}
}

// form asks for the form: with the terminal's own reordering off, if there is a
// switch, and if none reads right with it on.
func (q *questions) form(ctx context.Context) (t terminal.Terminal, word preference, err error) {
	text := func(w words.Terminal) (string, string) { return w.Intro, w.Line }
	if q.found.Off != "" {
		// A row has the mode that it was cleared in.
		if err = q.write(q.found.Off + clearBelow); err != nil {
			return t, word, err
		}
		q.sheet.term = q.found
		if t, word.form, err = q.ask(ctx, text, formSamples(q.found)); err != nil || word.form != noSample {
			return t, word, err
		}
		if err = q.write(q.found.On); err != nil {
			return t, word, err
		}
		q.sheet.term, word.reordering = q.found.Unswitched(), leaveReordering
		if err = q.say(func(w words.Terminal) string { return w.WithoutSwitch }); err != nil {
			return t, word, err
		}
	}
	if t, word.form, err = q.ask(ctx, text, formSamples(q.sheet.term)); err != nil || word.form != noSample {
		return t, word, err
	}
	return t, preference{}, q.say(func(w words.Terminal) string { return w.NoneReads })
}

// formSamples are a terminal's samples in the forms that keep panes in their places.
func formSamples(t terminal.Terminal) (samples []sample) {
	for _, f := range terminal.Forms() {
		if f != terminal.Logical {
			s := sample{f.String(), t}
			s.term.Form = f
			samples = append(samples, s)
		}
	}
	return samples
}

// noSample is the answer that no sample is right.
const noSample = "none"

// ask shows a text in several ways, numbered, and gives the one that is chosen
// and its value: none, or "" to leave all as it is.
func (q *questions) ask(ctx context.Context, text func(words.Terminal) (question, line string), among []sample) (chosen terminal.Terminal, value string, err error) {
	if err := q.say(func(w words.Terminal) string { question, _ := text(w); return question }); err != nil {
		return chosen, "", err
	}
	_, line := text(q.words[0].Terminal)
	for i, s := range among {
		if err := q.sample(i+1, s, line); err != nil {
			return chosen, "", err
		}
	}
	prompt := func(w words.Terminal) string { return fmt.Sprintf(w.Ask, 1, len(among)) }
	for {
		if err := q.say(prompt); err != nil {
			return chosen, "", err
		}
		answer := q.answer(ctx)
		if answer == "" {
			return chosen, "", nil
		}
		switch n, err := strconv.Atoi(answer); {
		case err == nil && n == 0:
			return chosen, noSample, nil
		case err == nil && n >= 1 && n <= len(among):
			return among[n-1].term, among[n-1].value, nil
		}
		prompt = func(w words.Terminal) string { return fmt.Sprintf(w.AskAgain, 1, len(among)) }
	}
}

// clearBelow clears the screen from the cursor on.
const clearBelow = "\x1b[J"

// sampleColumns is how wide a sample is at the most: in a line of its own, so
// that it moves nothing else.
const sampleColumns = 40

// sample writes a line in one way, under its number.
func (q *questions) sample(number int, s sample, line string) error {
	if err := q.sheet.text(fmt.Sprintf("%d\n", number)); err != nil {
		return err
	}
	shown := pen{term: s.term, options: rtl.Options{
		Protocols: rtl.AllProtocols,
		Width:     min(sampleColumns, q.sheet.options.Width), Direction: rtl.RTL, Shaping: s.term.Shaping, HideMarks: !s.term.KeepMarks,
	}}
	return q.sheet.write(shown.paragraph(nil, []rtl.Span{{Text: line}}))
}

// say writes a sentence in every language.
func (q *questions) say(sentence func(words.Terminal) string) error {
	for _, w := range q.words {
		if err := q.sheet.paragraph([]rtl.Span{{Text: sentence(w.Terminal)}}); err != nil {
			return err
		}
	}
	return q.sheet.flush()
}

func (q *questions) write(sequence string) error {
	if err := q.sheet.text(sequence); err != nil {
		return err
	}
	return q.sheet.flush()
}

// answer waits for a line, with digits of any script as 0 to 9. The end of the
// input, or an interrupt, is an empty one.
func (q *questions) answer(ctx context.Context) string {
	select {
	case line := <-q.answers:
		return strings.Map(europeanDigit, strings.TrimSpace(line))
	case <-ctx.Done():
		return ""
	}
}

// europeanDigit is a digit of the Arabic or Persian set as one of 0 to 9, and
// any other character itself.
func europeanDigit(r rune) rune {
	for _, zero := range []rune{'٠', '۰'} {
		if r >= zero && r <= zero+9 {
			return r - zero + '0'
		}
	}
	if unicode.IsControl(r) {
		return -1
	}
	return r
}

// answerTime is how long a terminal has to say what it is before something is asked of its
// user, or told; one that says all it is asked for is not waited for, and one at the end of
// the slowest line that one would work over does in this time.
const answerTime = time.Second

// readLines reads lines as they come, until there are no more, without what a terminal
// answered too late.
func readLines(f *os.File) <-chan string {
	read := make(chan string)
	go func() {
		defer close(read)
		for s := bufio.NewScanner(f); s.Scan(); {
			read <- ansi.Strip(s.Text())
		}
	}()
	return read
}
