package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
)

// shellCompletions are those that can complete commands, each with the way to write what it
// needs for that.
var shellCompletions = map[string]func(*cobra.Command, *bytes.Buffer) error{
	"bash":       func(c *cobra.Command, b *bytes.Buffer) error { return c.GenBashCompletionV2(b, true) },
	"zsh":        func(c *cobra.Command, b *bytes.Buffer) error { return c.GenZshCompletion(b) },
	"fish":       func(c *cobra.Command, b *bytes.Buffer) error { return c.GenFishCompletion(b, true) },
	"powershell": func(c *cobra.Command, b *bytes.Buffer) error { return c.GenPowerShellCompletionWithDesc(b) },
}

func (e *env) completion() *cobra.Command {
	return &cobra.Command{
		Use: "completion SHELL",
		Example: "  warraq completion bash > ~/.local/share/bash-completion/completions/warraq\n" +
			"  warraq completion zsh > ~/.zfunc/_warraq\n" +
			"  warraq completion fish > ~/.config/fish/completions/warraq.fish",
		Args:      takesArgs(1, 1),
		ValidArgs: []cobra.Completion{"bash", "zsh", "fish", "powershell"},
		RunE: func(c *cobra.Command, args []string) error {
			write, ok := shellCompletions[args[0]]
			if !ok {
				return usageError{valueError{"SHELL", args[0], choiceError{c.ValidArgs}}}
			}
			var script bytes.Buffer
			if err := write(c.Root(), &script); err != nil {
				return fmt.Errorf("writing the completion: %w", err)
			}
			return e.print(script.String())
		},
	}
}

// complete has the values of flags and the IDs of articles completed. What is
// registered first for a flag holds.
func (e *env) complete(root *cobra.Command) {
	for _, c := range everyCommand(root) {
		switch commandName(c) {
		case "show", "related", "compare", "bookmark":
			c.ValidArgsFunction = e.completeIDs
			if c.Name() == "bookmark" {
				_ = c.RegisterFlagCompletionFunc("tag", e.completeFrom((*store.Library).Tags))
			}
		case "add":
			_ = c.RegisterFlagCompletionFunc("limit", completeLimits)
		case "list":
			_ = c.RegisterFlagCompletionFunc("section", e.completeFrom((*store.Library).Sections))
			_ = c.RegisterFlagCompletionFunc("source", e.completeFrom((*store.Library).Sources))
			_ = c.RegisterFlagCompletionFunc("tag", e.completeFrom((*store.Library).Tags))
			c.ValidArgsFunction = cobra.NoFileCompletions
		case "fetch", "feed remove", "feed edit", "feed check":
			c.ValidArgsFunction = e.completeFeeds
		case "rules", "clean", "feed list", "feed add", "search", "doctor", "calibrate", "version", "notes", "today", "root":
			c.ValidArgsFunction = cobra.NoFileCompletions
		}
		offer := func(f *pflag.Flag) {
			if list := flagChoices(f); list != nil {
				_ = c.RegisterFlagCompletionFunc(f.Name, cobra.FixedCompletions(list, cobra.ShellCompDirectiveNoFileComp))
			}
		}
		c.Flags().VisitAll(offer)
		c.PersistentFlags().VisitAll(offer)
	}
}

// everyCommand gives a command and all under it.
func everyCommand(c *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{c}
	for _, sub := range c.Commands() {
		all = append(all, everyCommand(sub)...)
	}
	return all
}

// completeFeeds completes the numbers of feeds, each with what it is called.
func (e *env) completeFeeds(c *cobra.Command, given []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var list []cobra.Completion
	feeds, _ := askCompletion(e, c.Context(), func(l *store.Library) ([]store.Feed, error) { return l.Feeds(c.Context()) })
	for i := range feeds {
		num := strconv.FormatInt(feeds[i].Num, 10)
		if strings.HasPrefix(num, begun) && !slices.Contains(given, num) {
			list = append(list, cobra.CompletionWithDesc(num, text.CleanLine(feeds[i].Label())))
		}
	}
	return list, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

// completeLimits completes the names of limits, for a number to follow.
func completeLimits(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var names []cobra.Completion
	for _, name := range articles.LimitNames() {
		names = append(names, name+"=")
	}
	return names, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

// completeIDs completes the IDs of articles, each with its title. Those given
// already are not offered again.
func (e *env) completeIDs(c *cobra.Command, given []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var ids []cobra.Completion
	if c.Name() != "bookmark" && len(given) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	entries, _ := askCompletion(e, c.Context(), func(l *store.Library) ([]store.Entry, error) {
		return l.List(c.Context(), store.Filter{Archive: store.AnyArchived})
	})
	for _, a := range entries {
		if strings.HasPrefix(a.ID, begun) && !slices.Contains(given, a.ID) {
			ids = append(ids, cobra.CompletionWithDesc(a.ID, text.CleanLine(a.Title)))
		}
	}
	return ids, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

// completeFrom completes the names of shelves.
func (e *env) completeFrom(shelves func(*store.Library, context.Context) ([]store.Shelf, error)) cobra.CompletionFunc {
	return func(c *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
		there, _ := askCompletion(e, c.Context(), func(l *store.Library) ([]store.Shelf, error) { return shelves(l, c.Context()) })
		var list []cobra.Completion
		for _, s := range there {
			if strings.HasPrefix(s.Name, begun) {
				list = append(list, text.CleanLine(s.Name))
			}
		}
		return list, cobra.ShellCompDirectiveNoFileComp
	}
}

// askCompletion asks the library, if there is one. Nothing is made and nothing is said:
// a shell waits at its prompt.
func askCompletion[T any](e *env, ctx context.Context, question func(*store.Library) ([]T, error)) ([]T, error) {
	if e.libraryPath == "" && e.Getenv("WARRAQ_LIBRARY") == "" {
		e.libraryPath = e.setting(e.configPath, "library")
	}
	path := e.libraryFile()
	if _, err := os.Stat(path); err != nil {
		return nil, err //nolint:wrapcheck // nothing is said of it
	}
	l, err := store.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	list, err := question(l)
	return list, errors.Join(err, l.Close())
}
