package command

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/ui/reader/keymap"
	"github.com/warraq/warraq/ui/settings"
)

// config shows every setting there is, or begins a file of them.
func (e *env) config() *cobra.Command {
	return &cobra.Command{
		Use:         "config [init]",
		Example:     "  warraq config\n  warraq config init",
		Annotations: map[string]string{makesSettings: "yes"},
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 1 && args[0] != "init" {
				return usageError{unknownCommandError{"config " + args[0], []string{"config init"}}}
			}
			return atMost(1)(c, args)
		},
		ValidArgsFunction: cobra.FixedCompletions([]cobra.Completion{"init"}, cobra.ShellCompDirectiveNoFileComp),
		RunE: func(c *cobra.Command, args []string) error {
			text, err := e.everySetting(c.Root())
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return e.print(text)
			}
			if err := settings.Create(e.configPath, text); err != nil {
				return err
			}
			return e.print(e.configPath + "\n")
		},
	}
}

// everySetting is a settings file with every setting in it: those of the file
// that there is, and the others as comments with what holds of them.
func (e *env) everySetting(root *cobra.Command) (string, error) {
	there, err := e.settings(true)
	if err != nil {
		return "", err
	}
	say := e.words.Manual.Settings
	var b strings.Builder
	remark := func(text string) { b.WriteString("# " + strings.ReplaceAll(text, "\n", "\n# ") + "\n") }
	line := func(name, value string, in ...string) {
		for _, s := range there.In(in...) {
			if s.Name() == name {
				fmt.Fprintf(&b, "%s = %s\n", name, settings.Quoted(s.Values...))
				return
			}
		}
		fmt.Fprintf(&b, "# %s = %s\n", name, value)
	}
	remark(say.Head)
	for _, name := range settingNames(root) {
		f := root.Flag(name)
		b.WriteByte('\n')
		remark(f.Usage)
		if list := flagChoices(f); list != nil {
			remark(strings.Join(list, ", "))
		}
		line(name, settings.Quoted(f.DefValue))
	}
	b.WriteByte('\n')
	remark(say.Keys)
	b.WriteString("[keys]\n")
	for _, k := range keymap.DefaultKeys() {
		remark(e.words.Actions[k.Action])
		line(k.Action, settings.Quoted(k.Keys...), "keys")
	}
	b.WriteByte('\n')
	remark(say.Terminals)
	table := `[terminals."kitty"]`
	for _, s := range there.Tables() {
		if s.Path[0] != "terminals" || len(s.Path) != 3 {
			continue
		}
		if head := fmt.Sprintf("[terminals.%s]", settings.Quoted(s.Path[1])); head != table {
			table = head
			b.WriteString(table + "\n")
		}
		fmt.Fprintf(&b, "%s = %s\n", s.Name(), settings.Quoted(s.Values...))
	}
	b.WriteByte('\n')
	remark(say.Feeds)
	writeFeedSettings(&b, there.Tables())
	b.WriteByte('\n')
	remark(e.words.Sync.Settings)
	writeTable(&b, "sync", there.In("sync"))
	b.WriteByte('\n')
	remark(e.words.Serve.Settings)
	writeTable(&b, "serve", there.In("serve"))
	return b.String(), nil
}

// writeFeedSettings writes the settings of feeds that there are, as the file has them.
func writeFeedSettings(b *strings.Builder, there []settings.Setting) {
	last := ""
	for _, s := range there {
		if !isOfFeeds(s) {
			continue
		}
		table, head := strings.Join(s.Path[:len(s.Path)-1], "\x00"), ""
		switch {
		case s.Path[0] == "rule":
			head = "[[rule]]"
		case len(s.Path) == 2:
			head = "[" + s.Path[0] + "]"
		case len(s.Path) == 3:
			head = fmt.Sprintf("[%s.%s]", s.Path[0], settings.Quoted(s.Path[1]))
		}
		if table != last {
			last = table
			b.WriteString("\n" + head + "\n")
		}
		fmt.Fprintf(b, "%s = %s\n", s.Name(), settings.Quoted(s.Values...))
	}
}

// writeTable writes the settings of a table, as the file has them.
func writeTable(b *strings.Builder, name string, there []settings.Setting) {
	if len(there) > 0 {
		b.WriteString("[" + name + "]\n")
	}
	for _, s := range there {
		fmt.Fprintf(b, "%s = %s\n", s.Name(), settings.Quoted(s.Values...))
	}
}

// print writes a command's result, as text.
func (e *env) print(result string) error {
	return e.writeText(func(w io.Writer) error { return writeAll(w, result) })
}

// writeAll writes a text.
func writeAll(w io.Writer, result string) error {
	_, err := io.WriteString(w, result)
	return err //nolint:wrapcheck // the caller says of what
}
