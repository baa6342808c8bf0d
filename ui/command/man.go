package command

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/warraq/warraq/articles/export"
)

func (e *env) man() *cobra.Command {
	return &cobra.Command{
		Use:     "man [DIR]",
		Example: "  warraq man | man -l -\n  warraq man ~/.local/share/man/man1\n  warraq man --lang en > warraq.1",
		Args:    atMost(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: func(c *cobra.Command, args []string) error {
			root := c.Root()
			if len(args) == 0 {
				return e.print(e.manual(root))
			}
			if err := os.MkdirAll(args[0], 0o755); err != nil { //nolint:gosec // man reads it for every user
				return outputError{args[0], err}
			}
			for _, page := range everyDocumented(root) {
				name := filepath.Join(args[0], manName(page)+".1")
				if err := export.File(name, func(w io.Writer) error { return writeAll(w, e.manual(page)) }); err != nil {
					return outputError{name, err}
				}
			}
			return nil
		},
	}
}

// documentedCommands are the commands that a user is told of.
func documentedCommands(c *cobra.Command) []*cobra.Command {
	return slices.DeleteFunc(slices.Clone(c.Commands()), func(sub *cobra.Command) bool { return sub.Hidden })
}

// everyDocumented are a command and those under it that a user is told of.
func everyDocumented(c *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{c}
	for _, sub := range documentedCommands(c) {
		all = append(all, everyDocumented(sub)...)
	}
	return all
}

// manName is the name of a command's page.
func manName(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }

// manual is the page of a command in the macros of man(7).
func (e *env) manual(c *cobra.Command) string {
	say := e.words.Manual
	var r roff
	version, _ := buildInfo()
	r.macro("TH", roffText(strings.ToUpper(manName(c))), "1", manualDate(e.Getenv).Format(time.DateOnly), roffText("Warraq "+version), e.words.Name)
	r.request("ad l") // a list of choices has no blanks to be widened
	r.macro("SH", say.Name)
	r.text(manName(c) + " \\- " + roffText(c.Short))
	r.macro("SH", say.Usage)
	r.text("\\fB" + roffText(c.CommandPath()) + "\\fR " + roffText(strings.TrimSpace(strings.TrimPrefix(c.UseLine(), c.CommandPath()))))
	r.macro("SH", say.Description)
	r.text(roffText(c.Long))
	if subs := documentedCommands(c); len(subs) > 0 {
		r.macro("SH", say.Commands)
		for _, sub := range subs {
			r.item("\\fB"+roffText(sub.Use)+"\\fR", roffText(sub.Short)+". "+roffText(sub.Long))
			sub.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
				if f.Name != "help" && c.LocalNonPersistentFlags().Lookup(f.Name) == nil {
					r.macro("RS")
					r.flag(f, say.Default)
					r.macro("RE")
				}
			})
		}
	}
	r.macro("SH", say.Flags)
	c.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) { r.flag(f, say.Default) })
	inherited := c.InheritedFlags()
	if !c.HasParent() {
		inherited = c.PersistentFlags()
	}
	r.macro("SS", say.Everywhere)
	inherited.VisitAll(func(f *pflag.Flag) { r.flag(f, say.Default) })
	r.macro("SH", say.Status)
	for status, text := range say.Statuses {
		r.item(strconv.Itoa(status), roffText(text))
	}
	r.macro("SH", say.Examples)
	r.macro("EX")
	for line := range strings.Lines(c.Example) {
		r.text(roffText(strings.TrimSpace(line)))
	}
	r.macro("EE")
	r.macro("SH", say.SeeAlso)
	if c.HasParent() {
		r.text(`\fBwarraq\fR(1)`)
	} else {
		r.text(`\fBless\fR(1), \fBnewsboat\fR(1), \fBconsole_codes\fR(4)`)
	}
	return string(r.page)
}

// manualDate is the day that the program was built from, so that the same source
// makes the same pages.
func manualDate(getenv func(string) string) time.Time {
	if seconds, err := strconv.ParseInt(getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(seconds, 0).UTC()
	}
	if _, settings := buildInfo(); settings["vcs.time"] != "" {
		if at, err := time.Parse(time.RFC3339, settings["vcs.time"]); err == nil {
			return at
		}
	}
	return time.Now().UTC()
}

// roff is a page that is being written.
type roff struct{ page []byte }

// macro writes a macro with its arguments.
func (r *roff) macro(name string, arguments ...string) {
	r.page = append(append(r.page, '.'), name...)
	for _, a := range arguments {
		r.page = append(r.page, ` "`+strings.ReplaceAll(a, `"`, `\(dq`)+`"`...)
	}
	r.page = append(r.page, '\n')
}

// request writes a request of roff itself.
func (r *roff) request(request string) { r.page = append(r.page, "."+request+"\n"...) }

// text writes a line of text.
func (r *roff) text(text string) {
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		text = `\&` + text
	}
	r.page = append(append(r.page, text...), '\n')
}

// item writes what is said of something, hanging beside its name.
func (r *roff) item(name, about string) {
	r.macro("TP")
	r.text(name)
	r.text(about)
}

func (r *roff) flag(f *pflag.Flag, byDefault string) {
	name := roffText("--" + f.Name)
	if value := placeholder(f); value != "" {
		r.item(`\fB`+name+`\fR \fI`+roffText(strings.TrimSpace(value))+`\fR`, roffText(flagText(f, byDefault, roffPlain)))
		return
	}
	r.item(`\fB`+name+`\fR`, roffText(flagText(f, byDefault, roffPlain)))
}

func roffPlain(s string) string { return s }

// roffText writes text so that roff shows it as it is, and may end a line behind one of
// several choices.
func roffText(text string) string {
	return strings.NewReplacer(`\`, `\e`, "-", `\-`, "|", `|\:`, "\u200f", "", "~", `\(ti`, "^", `\(ha`, "`", `\(ga`).Replace(text)
}
