package command

import (
	"context"
	"errors"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/opml"
	"github.com/warraq/warraq/articles/text"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/fetch"
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

func (e *env) feedList() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "list",
		Example: "  warraq feed list\n  warraq feed list --json",
		Args:    atMost(0),
		RunE: func(c *cobra.Command, _ []string) error {
			return e.with(c.Context(), func(l *store.Library) error { return e.listFeeds(c.Context(), l, asJSON) })
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "")
	return c
}

// feedJSON is a feed as --json prints it.
type feedJSON struct {
	Feed     int64    `json:"feed"`             // its number
	Type     string   `json:"type"`             // feed, server
	Server   int64    `json:"server,omitempty"` // the number of that which it belongs to
	URL      string   `json:"url"`
	Title    string   `json:"title"`
	Name     string   `json:"name"`
	Site     string   `json:"site"`
	Lang     string   `json:"lang"`
	Folder   []string `json:"folder"`
	Whole    string   `json:"whole"`
	Keep     int      `json:"keep"`
	KeepDays int      `json:"keep_days"`
	Every    string   `json:"every"`
	Articles int      `json:"articles"`
	Unread   int      `json:"unread"`
	Added    string   `json:"added"`
	Fetched  string   `json:"fetched"` // "" if it never was
	Next     string   `json:"next,omitempty"`
	Stopped  bool     `json:"stopped"`
	Failing  string   `json:"failing,omitempty"` // since when
	Failures int      `json:"failures,omitempty"`
	Error    string   `json:"error,omitempty"`
	Reason   string   `json:"reason,omitempty"` // of the error, as a sentence
}

func (e *env) feedAsJSON(f *store.Feed) feedJSON {
	j := feedJSON{
		Feed: f.Num, URL: f.Address, Title: f.Title, Name: f.Name, Site: f.Site, Lang: f.Lang, Folder: append([]string{}, f.Folder...),
		Whole: f.Whole.String(), Keep: f.Keep, KeepDays: f.KeepDays, Articles: f.Articles, Unread: f.Unread,
		Added: articles.Timestamp(f.Added), Fetched: articles.Timestamp(f.Fetched), Next: articles.Timestamp(f.Next), Stopped: f.Stopped,
		Failing: articles.Timestamp(f.FailingSince), Failures: f.Failures, Error: f.Failure.Kind,
	}
	j.Type, j.Server = "feed", f.Server
	if f.IsServer {
		j.Type = "server"
	}
	if f.Held.After(f.Next) {
		j.Next = articles.Timestamp(f.Held)
	}
	if f.Every > 0 {
		j.Every = f.Every.String()
	}
	if err := fetch.ErrorOf(f.Failure, f.Address); err != nil {
		j.Reason = unisolate(e.sentence(err))
	}
	return j
}

// listFeeds writes the feeds that are followed.
func (e *env) listFeeds(ctx context.Context, l *store.Library, asJSON bool) error {
	feeds, err := l.Feeds(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		out := make([]feedJSON, len(feeds))
		for i := range feeds {
			out[i] = e.feedAsJSON(&feeds[i])
		}
		return e.writeJSON(out)
	}
	if len(feeds) == 0 {
		e.notice(e.words.Feeds.None)
		return nil
	}
	s, err := e.sheet(ctx, asFound())
	if err != nil {
		return err
	}
	for i := range feeds {
		f := &feeds[i]
		unread := ""
		if f.Unread > 0 || s.piped {
			unread = strconv.Itoa(f.Unread)
		}
		if err := e.fields(s, strconv.FormatInt(f.Num, 10), unread, f.Label(), strings.Join(f.Folder, " / "), e.words.FeedState(f), f.Address); err != nil {
			return err
		}
	}
	return s.flush()
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

func (e *env) feedImport() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "import FILE.opml…|-",
		Example: "  warraq feed import feeds.opml\n  curl -s https://example.org/feeds.opml | warraq feed import -",
		Args:    takesArgs(1, -1),
		RunE: func(c *cobra.Command, paths []string) error {
			return e.with(c.Context(), func(l *store.Library) error { return e.importFeeds(c.Context(), l, paths, asJSON) })
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "")
	return c
}

// importFeeds follows the feeds of lists. What is wrong in one is named, and the others
// are followed.
func (e *env) importFeeds(ctx context.Context, l *store.Library, paths []string, asJSON bool) error {
	changed, err := e.newFeedReport(ctx, asJSON)
	if err != nil {
		return err
	}
	var failures []error
	inputs := len(paths)
	for _, path := range paths {
		src, err := e.listSource(path)
		if err != nil {
			failures = append(failures, err)
			continue
		}
		list, err := opml.Read(src)
		if err != nil {
			failures = append(failures, eachError(err)...)
			inputs += len(list)
		}
		feeds := make([]store.Feed, len(list))
		for i := range list {
			feeds[i] = store.FeedOf(list[i])
		}
		if err := changed.follow(ctx, l, feeds); err != nil {
			return err
		}
	}
	return errors.Join(changed.end(), e.refusals(failures, inputs))
}

// listSource reads a file, or standard input for "-".
func (e *env) listSource(path string) (*articles.Source, error) {
	limits := articles.DefaultLimits()
	if path == "-" {
		return readSource("-", e.In, limits)
	}
	f, err := os.Open(path)
	if err != nil {
		kind := articles.ErrUnreadable
		if errors.Is(err, os.ErrNotExist) {
			kind = articles.ErrNotFound
		}
		return nil, &articles.InputError{Name: path, Kind: kind, Why: err}
	}
	defer f.Close() //nolint:errcheck // it was only read
	return readSource(path, f, limits)
}

func (e *env) feedExport() *cobra.Command {
	return &cobra.Command{
		Use:     "export [FILE|-]",
		Example: "  warraq feed export > feeds.opml\n  warraq feed export feeds.opml",
		Args:    atMost(1),
		RunE: func(c *cobra.Command, args []string) error {
			return e.with(c.Context(), func(l *store.Library) error {
				feeds, err := l.Feeds(c.Context())
				if err != nil {
					return err
				}
				feeds = withoutServers(feeds) // which no other reader of such lists knows
				list := make([]opml.Feed, len(feeds))
				for i := range feeds {
					list[i] = feeds[i].OPML()
				}
				return e.writeFeeds(args, list)
			})
		},
	}
}
