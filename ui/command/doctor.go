package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/display"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
	"github.com/warraq/warraq/ui/words"
)

// doctor says what is known, and how it is known, where something does not look
// right.
func (e *env) doctor() *cobra.Command {
	var repair bool
	c := &cobra.Command{
		Use:     "doctor",
		Example: "  warraq doctor\n  warraq doctor > report.txt\n  warraq doctor --repair",
		Args:    atMost(0),
		RunE: func(c *cobra.Command, _ []string) error {
			s, err := e.sheet(c.Context(), asFound())
			if err != nil {
				return err
			}
			r := report{sheet: s, words: e.words}
			if repair {
				err := e.repair(c.Context(), &r)
				return errors.Join(err, r.err, s.flush())
			}
			e.reportTerminal(c.Context(), &r)
			e.reportSettings(&r)
			unwell := e.reportLibrary(c.Context(), &r)
			if r.err == nil {
				r.err = s.flush()
			}
			return errors.Join(r.err, unwell)
		},
	}
	c.Flags().BoolVar(&repair, "repair", false, "")
	return c
}

// report is a list of findings on a sheet.
type report struct {
	sheet *outputSheet
	words *words.Words
	err   error // the first in writing
}

// head begins a part.
func (r *report) head(title, about string) {
	r.line(rtl.Span{Text: title + ": ", Style: rtl.Style{Attributes: rtl.Bold}}, rtl.Span{Text: isolate(about)})
}

// finding is a line of it.
func (r *report) finding(name string, values ...string) {
	var there []string
	for _, v := range values {
		if v != "" {
			there = append(there, isolate(v))
		}
	}
	r.line(rtl.Span{Text: "  " + name + ": " + strings.Join(there, r.words.Comma)})
}

func (r *report) line(spans ...rtl.Span) {
	if r.sheet.piped {
		for i := range spans {
			spans[i].Text = unisolate(spans[i].Text)
		}
	}
	for i := range spans {
		spans[i].Text = text.CleanText(spans[i].Text)
	}
	if r.err == nil {
		r.err = r.sheet.paragraph(spans)
	}
}

// reportTerminal says what is known of the terminal that the report is read in,
// or in whose place it is written to a file.
func (e *env) reportTerminal(ctx context.Context, r *report) {
	say := r.words.Terminal
	asking, cancel := context.WithTimeout(ctx, answerTime)
	defer cancel()
	t := terminal.Detect(asking, e.In, e.terminalOut(), e.Getenv, nil)
	name := t.Name
	if name == "" {
		name = say.Unknown + " (" + t.ID + ")"
	}
	r.head(say.Terminal, name)
	evidence := t.Evidence
	if evidence == "" {
		evidence = say.Nothing
	}
	r.finding(say.RecognisedBy, evidence)
	r.finding(say.ItDoes, r.words.Does(t.Does))
	known := say.Known[t.Source]
	if t.Source == terminal.Measured {
		known = fmt.Sprintf(known, t.MeasuredIn)
	}
	r.finding(say.KnownFrom, known)
	if t.Version != "" {
		release := []string{t.Version}
		if t.IsBeyond() {
			release = append(release, say.Beyond)
		}
		r.finding(say.Release, release...)
	}
	e.reportWidths(ctx, r, &t)
	if word, ok := e.terminals[t.ID]; ok || e.everywhere != (preference{}) {
		r.finding(say.Settings, fmt.Sprintf(say.ByTheUser, word.String()+e.everywhere.String()))
		t = e.prefer(t)
	}
	r.finding(say.Sent, sentTo(say, t)...)
	r.finding(say.Colors, e.colorsOf(say, t)...)
	e.reportFont(r, &t)
}

// reportFont shows in lines of letters what the font has, and says which fonts have all and
// where one is set.
func (e *env) reportFont(r *report, t *terminal.Terminal) {
	if r.sheet.piped {
		return
	}
	say := r.words.Welcome
	r.finding(r.words.Terminal.Sample, r.words.Terminal.Line)
	r.line(rtl.Span{Text: "  " + say.Ruler})
	r.line(rtl.Span{Text: "  " + isolate(words.WidthLine)})
	r.line(rtl.Span{Text: "  " + fmt.Sprintf(say.Font, isolate(terminal.ArabicFonts))})
	if name, place := t.FontPlace(); name != "" {
		r.line(rtl.Span{Text: "  " + fmt.Sprintf(say.SetFont, isolate(name), isolate(place))})
	}
}

// terminalOut is the terminal that can be asked: standard output, or where that
// goes to a file standard error.
func (e *env) terminalOut() *os.File {
	if isTerminal(e.Out) {
		return e.Out
	}
	return e.Err
}

// sentTo says what a terminal is sent.
func sentTo(say words.Terminal, t terminal.Terminal) []string {
	sent := []string{fmt.Sprintf(say.Form, t.Form)}
	if t.Off != "" {
		sent = append(sent, fmt.Sprintf(say.Switched, isolate(strings.Trim(strconv.Quote(t.Off), `"`))))
	}
	if !t.KeepMarks {
		sent = append(sent, say.MarksHidden)
	}
	switch t.Shaping {
	case rtl.ShapeBasic:
		sent = append(sent, say.ShapedBasic)
	case rtl.ShapeNone:
		sent = append(sent, say.ShapedNone)
	}
	if t.Graphics != terminal.NoGraphics {
		sent = append(sent, fmt.Sprintf(say.Pictures, t.Graphics))
	}
	return sent
}

func (e *env) colorsOf(say words.Terminal, t terminal.Terminal) []string {
	depths := []colorprofile.Profile{colorprofile.NoTTY, colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256, colorprofile.TrueColor}
	depth := slices.Index(depths, display.ProfileOf(colorprofile.Detect(e.terminalOut(), os.Environ()), &t))
	colors := []string{say.Depths[max(0, depth)]}
	if t.Background != 0 {
		brightness := say.Dark
		if t.Light() {
			brightness = say.Light
		}
		colors = append(colors, fmt.Sprintf("%s (#%06x)", brightness, uint32(t.Background)&0xffffff))
	}
	return colors
}

// String is a preference as the settings file has it.
func (p preference) String() string {
	var b strings.Builder
	for _, name := range preferenceNames() {
		if value := *p.field(name); value != "" {
			fmt.Fprintf(&b, "%s = %q ", name, value)
		}
	}
	return b.String()
}

func (e *env) reportSettings(r *report) {
	say := r.words.Terminal
	r.head(say.Settings, e.configPath)
	switch _, err := os.Stat(e.configPath); {
	case errors.Is(err, fs.ErrNotExist):
		r.finding(say.File, say.NoSettings)
	case err != nil:
		r.finding(say.File, systemReason(err))
	}
}

// reportLibrary says how the library is. What is wrong with it is the error.
func (e *env) reportLibrary(ctx context.Context, r *report) error {
	say := r.words.Terminal
	path := e.libraryFile()
	r.head(say.Library, path)
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		r.finding(say.Health, say.NoLibraryYet)
		return nil
	}
	if err != nil {
		return fmt.Errorf("looking at the library: %w", err)
	}
	l, err := store.Open(ctx, path)
	if err != nil {
		return err
	}
	r.finding(say.Size, fmt.Sprintf("%.1f MB", float64(info.Size())/1e6))
	all, err := l.Count(ctx, store.Filter{})
	unread, unreadErr := l.Count(ctx, store.Filter{Unread: true})
	if errors.Join(err, unreadErr) == nil { // else the check says why
		r.finding(say.Articles, r.words.Counted(all, unread))
	}
	return errors.Join(e.reportHealth(ctx, l, r), l.Close())
}
