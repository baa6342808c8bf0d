package command

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles/opml"
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
)

// feed is the command of all that concerns the feeds that are followed.
func (e *env) feed() *cobra.Command {
	c := &cobra.Command{
		Use:     "feed",
		Example: "  warraq feed add https://example.org\n  warraq feed list\n  warraq feed import feeds.opml\n  warraq fetch",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{unknownCommandError{"feed " + args[0], []string{"feed list"}}}
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error {
			return e.with(c.Context(), func(l *store.Library) error { return e.listFeeds(c.Context(), l, false) })
		},
	}
	c.AddCommand(e.feedAdd(), e.feedList(), e.feedRemove(), e.feedEdit(), e.feedImport(), e.feedExport(), e.feedCheck(), e.feedCatalogue())
	return c
}

// feedChoices are the flags by which a reader says something of a feed.
type feedChoices struct {
	name, folder, whole string
	keep, keepDays      int
	every               time.Duration
}

func (f *feedChoices) flags(c *cobra.Command) {
	flags := c.Flags()
	flags.StringVar(&f.name, "name", "", "")
	flags.StringVar(&f.folder, "folder", "", "")
	flags.StringVar(&f.whole, "whole", store.WholeIfTeasers.String(), strings.Join(store.WholeTextsNames(), "|"))
	flags.IntVar(&f.keep, "keep", 0, "")
	flags.IntVar(&f.keepDays, "keep-days", 0, "")
	flags.DurationVar(&f.every, "every", 0, "")
}

// change changes what is said of a feed as far as flags were given.
func (f *feedChoices) change(c *cobra.Command, feed *store.Feed) error {
	whole, ok := store.ParseWholeTexts(f.whole)
	if !ok {
		return usageError{valueError{"--whole", f.whole, choiceError{store.WholeTextsNames()}}}
	}
	for name, n := range map[string]int{"--keep": f.keep, "--keep-days": f.keepDays} {
		if n < 0 {
			return usageError{valueError{name, strconv.Itoa(n), rangeError{0, -1}}}
		}
	}
	if f.every < 0 {
		return usageError{valueError{"--every", f.every.String(), rangeError{0, -1}}}
	}
	for name, set := range map[string]func(){
		"name":      func() { feed.Name = text.CleanLine(f.name) },
		"folder":    func() { feed.Folder = foldersOf(f.folder) },
		"whole":     func() { feed.Whole = whole },
		"keep":      func() { feed.Keep = f.keep },
		"keep-days": func() { feed.KeepDays = f.keepDays },
		"every":     func() { feed.Every = f.every },
	} {
		if c.Flags().Changed(name) {
			set()
		}
	}
	return nil
}

// foldersOf parts what names folders in folders, the outermost first.
func foldersOf(s string) (folders []string) {
	for name := range strings.SplitSeq(s, "/") {
		if name = text.CleanLine(strings.TrimSpace(name)); name != "" {
			folders = append(folders, name)
		}
	}
	return folders
}

// findFeed finds the feed that its reader names: by its number, its address or what it is
// called.
func (e *env) findFeed(feeds []store.Feed, named string) (*store.Feed, error) {
	address, wanted := opml.Address(named), text.Key(named)
	for i := range feeds {
		f := &feeds[i]
		if strconv.FormatInt(f.Num, 10) == named || f.Address == named {
			return f, nil
		}
	}
	var found *store.Feed
	for i := range feeds {
		f := &feeds[i]
		if text.Key(f.Name) == wanted || text.Key(f.Title) == wanted || address != "" && strings.TrimSuffix(f.Address, "/") == strings.TrimSuffix(address, "/") {
			if found != nil {
				return nil, articleError{named, store.ErrNoFeed}
			}
			found = f
		}
	}
	if found == nil {
		return nil, articleError{named, store.ErrNoFeed}
	}
	return found, nil
}

// eachFeed does something to each of the feeds that are named, and writes what became of
// it. One that is not there is named, and the others are done.
func (e *env) eachFeed(ctx context.Context, l *store.Library, named []string, asJSON bool, do func(*store.Feed) (became string, err error)) error {
	feeds, err := l.Feeds(ctx)
	if err != nil {
		return err
	}
	changed, err := e.newFeedReport(ctx, asJSON)
	if err != nil {
		return err
	}
	var failures []error
	for _, name := range named {
		became := ""
		f, err := e.findFeed(feeds, name)
		if err == nil {
			became, err = do(f)
		}
		switch {
		case errors.Is(err, store.ErrNoFeed), errors.Is(err, store.ErrFeedThere):
			failures = append(failures, err)
			continue
		case err != nil:
			return err
		}
		if err := changed.add(f, became); err != nil {
			return err
		}
	}
	return errors.Join(changed.end(), e.refusals(failures, len(named)))
}

func (e *env) feedRemove() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:        "remove FEED…",
		SuggestFor: []string{"rm", "delete"},
		Example:    "  warraq feed remove 3\n  warraq feed remove https://example.org/feed",
		Args:       takesArgs(1, -1),
		RunE: func(c *cobra.Command, named []string) error {
			return e.with(c.Context(), func(l *store.Library) error {
				return e.eachFeed(c.Context(), l, named, asJSON, func(f *store.Feed) (string, error) {
					return becameRemoved, l.RemoveFeed(c.Context(), f.Num)
				})
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "")
	return c
}

func (e *env) feedEdit() *cobra.Command {
	var choices feedChoices
	var address string
	var asJSON bool
	c := &cobra.Command{
		Use:     "edit FEED…",
		Example: "  warraq feed edit 3 --name 'صدى المدينة' --folder صحف\n  warraq feed edit 3 --whole always --keep-days 30",
		Args:    takesArgs(1, -1),
		RunE: func(c *cobra.Command, named []string) error {
			to := opml.Address(address)
			if c.Flags().Changed("address") && to == "" || to != "" && len(named) > 1 {
				return usageError{valueError{"--address", address, errNoAddress}}
			}
			return e.with(c.Context(), func(l *store.Library) error {
				return e.eachFeed(c.Context(), l, named, asJSON, func(f *store.Feed) (string, error) {
					if err := choices.change(c, f); err != nil {
						return "", err
					}
					if to != "" {
						f.Address = to
					}
					return becameEdited, l.EditFeed(c.Context(), f)
				})
			})
		},
	}
	choices.flags(c)
	c.Flags().StringVar(&address, "address", "", "")
	c.Flags().BoolVar(&asJSON, "json", false, "")
	return c
}

// errNoAddress is a value that is to be the address of one feed.
var errNoAddress = errors.New("an address on the web, of one feed")
