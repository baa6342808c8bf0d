package command

import (
	"context"
	"regexp"
	"strings"
	"sync"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/warraq/warraq/ui/rtl"
)

// valuesPattern finds the values that a flag may have in what is declared of it.
var valuesPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[a-z0-9-]+(\|[a-z0-9-]+)+$`)
})

// flagChoices are the values that a flag may have, nil if any.
func flagChoices(f *pflag.Flag) []string {
	if list := f.Annotations[choicesOf]; list != nil {
		return list
	}
	if strings.Contains(f.Usage, "|") && valuesPattern().MatchString(f.Usage) {
		return strings.Split(f.Usage, "|")
	}
	return nil
}

// choicesOf keeps the choices when the usage has become a sentence.
const choicesOf = "choices"

// explain puts the words of the language into the commands. They are declared with
// nothing but their names and, as the usage of a flag, its values.
func (e *env) explain(c *cobra.Command) {
	if !c.HasParent() {
		c.InitDefaultHelpCmd()
	}
	name := commandName(c)
	about := e.words.Manual.About[name]
	c.Short, c.Long = about.Short, about.Long
	c.InitDefaultHelpFlag()
	c.InitDefaultVersionFlag()
	for _, set := range []*pflag.FlagSet{c.Flags(), c.PersistentFlags()} {
		set.VisitAll(func(f *pflag.Flag) {
			if list := flagChoices(f); list != nil {
				_ = set.SetAnnotation(f.Name, choicesOf, list) // the flag is there
			}
			f.Usage = e.words.Manual.Option(name, f.Name)
		})
	}
	for _, sub := range c.Commands() {
		e.explain(sub)
	}
}

// commandName gives what a command is called: "feed add" within another, the program's
// name of the program itself.
func commandName(c *cobra.Command) string {
	_, name, within := strings.Cut(c.CommandPath(), " ")
	if !within {
		return c.Name()
	}
	return name
}

// help is the command that shows the help of the others.
func (e *env) help() *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Example: "  warraq help\n  warraq help cat\n  warraq cat --help",
		ValidArgsFunction: func(c *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			var names []cobra.Completion
			for _, sub := range c.Root().Commands() {
				if len(args) == 0 && !sub.Hidden {
					names = append(names, cobra.CompletionWithDesc(sub.Name(), sub.Short))
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			about, _, err := c.Root().Find(args)
			if len(args) > 0 && (err != nil || about == c.Root()) {
				return usageError{unknownCommandError{args[0], c.Root().SuggestionsFor(args[0])}}
			}
			return e.showHelp(c.Context(), about)
		},
	}
}

// showHelp shows the help of a command.
func (e *env) showHelp(ctx context.Context, c *cobra.Command) error {
	s, err := e.pagedSheet(ctx, asFound())
	if err != nil {
		return err
	}
	h := helpSheet{outputSheet: s, rtl: e.words.Direction == "rtl"}
	s.options.Direction = rtl.LTR
	if s.piped {
		s.options.Align = rtl.AlignLeft
	} else if h.rtl {
		s.options.Direction = rtl.RTL
	}
	say := e.words.Manual
	h.text(c.Long)
	h.head(say.Usage)
	h.code(c.UseLine())
	if subs := documentedCommands(c); len(subs) > 0 {
		h.head(say.Commands)
		for _, sub := range subs {
			h.entry(sub.Use, sub.Short)
		}
	}
	h.flags(say.Flags, c.LocalNonPersistentFlags(), say.Default)
	inherited := c.InheritedFlags()
	if !c.HasParent() {
		inherited = c.PersistentFlags()
	}
	h.flags(say.Everywhere, inherited, say.Default)
	if c.Example != "" {
		h.head(say.Examples)
		for line := range strings.Lines(c.Example) {
			h.code(strings.TrimSpace(line))
		}
	}
	if !c.HasParent() {
		h.head("")
		h.text(say.More)
	}
	if h.err != nil {
		return h.err
	}
	return e.endSheet(ctx, s, c.CommandPath())
}

// helpSheet lays help out.
type helpSheet struct {
	*outputSheet
	rtl bool
	err error // the first in writing
}

func (h *helpSheet) lay(spans ...rtl.Span) {
	if h.err == nil {
		h.err = h.paragraph(spans)
	}
}

// flagName finds the names of flags, whose hyphens would go to the other side in
// a paragraph from the right.
var flagName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`--[a-z-]+`)
})

// text is a paragraph of its own.
func (h *helpSheet) text(text string) {
	if text != "" {
		h.lay(rtl.Span{Text: flagName().ReplaceAllStringFunc(text, h.leftToRight)})
	}
}

// head begins a part, behind a free line.
func (h *helpSheet) head(title string) {
	h.lay()
	if title != "" {
		h.lay(rtl.Span{Text: title, Style: rtl.Style{Attributes: rtl.Bold}})
	}
}

// code is a line of a shell, which runs from the left whatever is around it.
func (h *helpSheet) code(line string) { h.lay(rtl.Span{Text: "  " + h.leftToRight(line)}) }

// leftToRight keeps text from the left in a paragraph from the right. In a pipe
// nothing is put into it, since it is copied from there.
func (h *helpSheet) leftToRight(text string) string {
	if h.piped {
		return text
	}
	return isolateLTR(text)
}

// isolateLTR is text that runs from the left in a line of either direction.
func isolateLTR(text string) string { return "\u2066" + oneLine(text) + "\u2069" }

// entryColumns is the width of what an entry is about.
const entryColumns = 26

// entry says something about a command or a flag, beside its name.
func (h *helpSheet) entry(name, about string) {
	before := h.options
	defer func() { h.options = before }()
	room := strings.Repeat(" ", max(1, entryColumns-2-int(rtl.StringWidth(name))))
	h.options.Prefix = []rtl.Span{{Text: "  " + h.leftToRight(name) + room}}
	h.options.RestPrefix = []rtl.Span{{Text: strings.Repeat(" ", entryColumns)}}
	h.lay(rtl.Span{Text: about})
}

// flags are an entry each.
func (h *helpSheet) flags(title string, set *pflag.FlagSet, byDefault string) {
	if !set.HasAvailableFlags() {
		return
	}
	h.head(title)
	set.VisitAll(func(f *pflag.Flag) {
		h.entry("--"+f.Name+placeholder(f), flagText(f, byDefault, h.leftToRight))
	})
}

// flagText says what a flag does, which values it may have, and which it has when
// it is not given.
func flagText(f *pflag.Flag, byDefault string, leftToRight func(string) string) string {
	text := f.Usage
	if list := flagChoices(f); list != nil {
		text += ": " + leftToRight(strings.Join(list, "|"))
	}
	switch f.DefValue {
	case "", "0", "false", "[]":
		return text
	default:
		return text + " (" + byDefault + " " + f.DefValue + ")"
	}
}

// placeholder stands for the value of a flag in its help.
func placeholder(f *pflag.Flag) string {
	switch f.Value.Type() {
	case "bool":
		return ""
	case "int":
		return " N"
	}
	switch f.Name {
	case "library", "config":
		return " FILE"
	default:
		return " " + strings.ToUpper(f.Name)
	}
}
