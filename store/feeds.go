package store

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/warraq/warraq/articles/opml"
	"github.com/warraq/warraq/articles/text"
)

// Feed is a feed that the reader follows.
type Feed struct {
	Num     int64 // given once, for naming it
	Address string
	Title   string // as it calls itself
	Site    string // the page that it is of
	Lang    string
	FeedChoices
	Added time.Time
	FeedState

	// IsServer tells a server of feeds, and Account the name that its reader has there.
	IsServer bool
	Account  string
	// Server is the number of the server that the feed belongs to, and ServerLabel what
	// that is called; 0 and "" of one that is asked for itself.
	Server      int64
	ServerLabel string

	Articles, Unread int // that came from it and are here
}

// FeedChoices are what its reader says of a feed.
type FeedChoices struct {
	Name       string   // instead of its title
	Folder     []string // the outermost first
	Attributes []opml.Attribute
	Whole      WholeTexts
	Keep       int // so many articles at the most; 0 is all
	KeepDays   int // those of so many days; 0 is all
	Every      time.Duration
}

// WholeTexts says whether the pages of a feed's articles are fetched.
type WholeTexts uint8

// The choices.
const (
	WholeIfTeasers WholeTexts = iota // where what it carries is found to be teasers
	WholeAlways
	WholeNever
)

// FeedState is what is known of a feed from fetching it.
type FeedState struct {
	ETag, Modified string    // of the last answer
	Digest         string    // of what it held
	Next           time.Time // it is not asked for before, unless its reader names it
	Held           time.Time // its server wishes not to be asked before
	Tried          time.Time
	Fetched        time.Time // when it was had last
	FailingSince   time.Time // zero: it is not
	Failures       int       // one after the other
	Failure        FetchFailure
	Stopped        bool // it is gone, and not asked for any more
	Teasers        Teasers
}

// FetchFailure is why something could not be fetched, by a name of its kind.
type FetchFailure struct {
	Kind   string `json:"kind"`
	Status int    `json:"status,omitempty"`
	Detail string `json:"detail,omitempty"`
}

// Teasers says what the entries of a feed carry.
type Teasers uint8

// What they can carry.
const (
	TeasersUnknown Teasers = iota
	CarriesTeasers
	CarriesTexts
)

// Label gives what a feed is called: by its reader, by itself, or its address.
func (f *Feed) Label() string {
	label := f.Name
	text.Fill(&label, f.Title)
	text.Fill(&label, f.Address)
	return label
}

// feedKey gives an address of a feed without what does not matter in it: the scheme, and
// how its host is written.
func feedKey(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	key := strings.TrimPrefix(strings.ToLower(u.Host), "www.") + strings.TrimSuffix(u.EscapedPath(), "/")
	if u.RawQuery != "" {
		key += "?" + u.RawQuery
	}
	return key
}

// WithoutPassword gives an address without the name and password that may be in it.
func WithoutPassword(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.User == nil {
		return address
	}
	u.User = nil
	return u.String()
}

// feedColumn is a column of table feed that a [Feed] has.
type feedColumn struct {
	name  string
	place func(*Feed) any // where it is scanned to
	value func(*Feed) any // what is written
}

// plainColumn makes the column of a field that is kept as it is.
func plainColumn(name string, place func(*Feed) any) feedColumn {
	return feedColumn{name, place, place}
}

// timeColumn makes the column of a time.
func timeColumn(name string, of func(*Feed) *time.Time) feedColumn {
	return feedColumn{
		name, func(f *Feed) any { return (*milliseconds)(of(f)) },
		func(f *Feed) any {
			if of(f).IsZero() {
				return 0
			}
			return of(f).UnixMilli()
		},
	}
}

// asJSON makes the column of a field that is kept as JSON, "" where it is empty.
func asJSON[T any](name string, of func(*Feed) *T) feedColumn {
	return feedColumn{name, func(f *Feed) any { return jsonPlace{of(f)} }, func(f *Feed) any { return string(mustValue(json.Marshal(of(f)))) }}
}

// feedColumns are all columns of a feed but its number, its key and its folder.
var feedColumns = []feedColumn{
	plainColumn("address", func(f *Feed) any { return &f.Address }),
	plainColumn("title", func(f *Feed) any { return &f.Title }),
	plainColumn("site", func(f *Feed) any { return &f.Site }),
	plainColumn("lang", func(f *Feed) any { return &f.Lang }),
	plainColumn("name", func(f *Feed) any { return &f.Name }),
	{"folder", func(f *Feed) any { return (*joinedLines)(&f.Folder) }, func(f *Feed) any { return strings.Join(f.Folder, "\n") }},
	asJSON("attributes", func(f *Feed) *[]opml.Attribute { return &f.Attributes }),
	plainColumn("whole", func(f *Feed) any { return &f.Whole }),
	plainColumn("keep", func(f *Feed) any { return &f.Keep }),
	plainColumn("keep_days", func(f *Feed) any { return &f.KeepDays }),
	{"every", func(f *Feed) any { return (*duration)(&f.Every) }, func(f *Feed) any { return f.Every.Milliseconds() }},
	timeColumn("added", func(f *Feed) *time.Time { return &f.Added }),
	plainColumn("etag", func(f *Feed) any { return &f.ETag }),
	plainColumn("modified", func(f *Feed) any { return &f.Modified }),
	plainColumn("digest", func(f *Feed) any { return &f.Digest }),
	timeColumn("next", func(f *Feed) *time.Time { return &f.Next }),
	timeColumn("held", func(f *Feed) *time.Time { return &f.Held }),
	timeColumn("tried", func(f *Feed) *time.Time { return &f.Tried }),
	timeColumn("fetched", func(f *Feed) *time.Time { return &f.Fetched }),
	timeColumn("failing", func(f *Feed) *time.Time { return &f.FailingSince }),
	plainColumn("failures", func(f *Feed) any { return &f.Failures }),
	asJSON("failure", func(f *Feed) *FetchFailure { return &f.Failure }),
	plainColumn("stopped", func(f *Feed) any { return &f.Stopped }),
	plainColumn("teasers", func(f *Feed) any { return &f.Teasers }),
	plainColumn("is_server", func(f *Feed) any { return &f.IsServer }),
	plainColumn("account", func(f *Feed) any { return &f.Account }),
}

// milliseconds is a time as it is kept.
type milliseconds time.Time

// Scan reads it.
func (m *milliseconds) Scan(v any) error {
	*m = milliseconds{}
	if ms, ok := v.(int64); ok && ms != 0 {
		*m = milliseconds(time.UnixMilli(ms).UTC())
	}
	return nil
}

// duration is a length of time as it is kept.
type duration time.Duration

// Scan reads it.
func (d *duration) Scan(v any) error {
	ms, _ := v.(int64)
	*d = duration(time.Duration(ms) * time.Millisecond)
	return nil
}

// joinedLines are texts that are kept one a line.
type joinedLines []string

// Scan reads them.
func (l *joinedLines) Scan(v any) error {
	*l = nil
	if s, ok := v.(string); ok && s != "" {
		*l = strings.Split(s, "\n")
	}
	return nil
}

// jsonPlace is where something is read to that is kept as JSON.
type jsonPlace struct{ into any }

// Scan reads it.
func (p jsonPlace) Scan(v any) error {
	s, ok := v.(string)
	if !ok || s == "" {
		return nil
	}
	if err := json.Unmarshal([]byte(s), p.into); err != nil {
		return fmt.Errorf("what is kept of a feed: %w", err)
	}
	return nil
}

// feedNames are the names of feedColumns, each after a text.
func feedNames(before string) string {
	var names []string
	for _, c := range feedColumns {
		names = append(names, before+c.name)
	}
	return strings.Join(names, ", ")
}

// selectFeeds selects feeds, with the server that each belongs to and how many articles it has.
var selectFeeds = "SELECT f.num, " + feedNames("f.") + `,
	(SELECT coalesce(min(server), 0) FROM server_feed sf WHERE sf.feed = f.num),
	coalesce((SELECT iif(s.name <> '', s.name, iif(s.title <> '', s.title, s.address)) FROM server_feed sf JOIN feed s ON s.num = sf.server
		WHERE sf.feed = f.num ORDER BY sf.server LIMIT 1), ''),
	CASE f.is_server WHEN 0 THEN (SELECT count(*) FROM feed_article fa WHERE fa.feed = f.num)
		ELSE (SELECT count(*) FROM ` + articlesFrom("f.num", "f.num") + `) END,
	CASE f.is_server WHEN 0 THEN (SELECT count(*) FROM feed_article fa JOIN article a USING (num) WHERE fa.feed = f.num AND a.read = 0 AND a.archived = 0)
		ELSE (SELECT count(*) FROM ` + articlesFrom("f.num", "f.num") + ` JOIN article a USING (num) WHERE a.read = 0 AND a.archived = 0) END
	FROM feed f `

// articlesFrom selects the articles of a feed: of a server those of all its feeds. It is
// named twice.
func articlesFrom(feed, again string) string {
	return "(SELECT num FROM feed_article WHERE feed = " + feed + " UNION SELECT fa.num FROM server_feed sf JOIN feed_article fa ON fa.feed = sf.feed WHERE sf.server = " + again + ")"
}

// scanFeed reads a feed as selectFeeds selects it.
func scanFeed(scan scanner) (f Feed, err error) {
	places := []any{&f.Num}
	for _, c := range feedColumns {
		places = append(places, c.place(&f))
	}
	err = scan(append(places, &f.Server, &f.ServerLabel, &f.Articles, &f.Unread)...)
	if len(f.Attributes) == 0 {
		f.Attributes = nil
	}
	return f, err
}

// Feeds gives the feeds that the reader follows, in the order in which they came.
func (l *Library) Feeds(ctx context.Context) ([]Feed, error) {
	list, err := collectRows(ctx, l.db, scanFeed, selectFeeds+"ORDER BY f.num")
	return list, l.failure(err)
}

// Feed gives the feed of a number; [ErrNoFeed] where there is none.
func (l *Library) Feed(ctx context.Context, num int64) (Feed, error) {
	list, err := collectRows(ctx, l.db, scanFeed, selectFeeds+"WHERE f.num = ?", num)
	switch {
	case err != nil:
		return Feed{}, l.failure(err)
	case len(list) == 0:
		return Feed{}, fmt.Errorf("%d: %w", num, ErrNoFeed)
	}
	return list[0], nil
}

// AddFeeds follows feeds and gives them as they are kept, those that were followed
// already as they were, which it says.
func (l *Library) AddFeeds(ctx context.Context, feeds []Feed) (kept []Feed, known []bool, err error) {
	err = l.change(ctx, func(c *transaction) error {
		kept, known = nil, nil
		for _, f := range feeds {
			if f.Added.IsZero() {
				f.Added = time.Now()
			}
			n, saveErr := c.insertFeed(ctx, &f)
			if saveErr != nil {
				return saveErr
			}
			if saveErr = c.comeToServers(ctx, f.key()); saveErr != nil {
				return saveErr
			}
			there, saveErr := collectRows(ctx, c, scanFeed, selectFeeds+"WHERE f.key = ?", f.key())
			if saveErr != nil {
				return saveErr
			}
			kept, known = append(kept, there[0]), append(known, n == 0)
		}
		return c.revise(ctx)
	})
	return kept, known, err
}

func (c *transaction) insertFeed(ctx context.Context, f *Feed) (int64, error) {
	f.Address = WithoutPassword(f.Address)
	values := []any{f.key()}
	for _, column := range feedColumns {
		values = append(values, column.value(f))
	}
	return c.exec(ctx, "INSERT OR IGNORE INTO feed (key, "+feedNames("")+") VALUES (?"+strings.Repeat(", ?", len(feedColumns))+")", values...)
}

// RemoveFeed follows a feed no more. The articles that came from it stay. Of one that
// belongs to a server the server is told at the next fetch. Those of a server that is
// removed are followed by themselves from then on.
func (l *Library) RemoveFeed(ctx context.Context, num int64) error {
	return l.change(ctx, func(c *transaction) error {
		if err := c.leaveServers(ctx, num, true); err != nil {
			return err
		}
		return c.changeFeed(ctx, num, "DELETE FROM feed WHERE num = ?", num)
	})
}

// EditFeed keeps what its reader says of a feed, and its address, of which nothing that
// was known then holds any more.
func (l *Library) EditFeed(ctx context.Context, f *Feed) error {
	was, err := l.Feed(ctx, f.Num)
	if err != nil {
		return err
	}
	f.Address = WithoutPassword(f.Address)
	if was.Address != f.Address {
		f.FeedState = FeedState{}
	}
	switch other, err := l.feedOf(ctx, f.key()); {
	case err != nil:
		return err
	case other != 0 && other != f.Num:
		return fmt.Errorf("%s: %w", f.Address, ErrFeedThere)
	}
	if f.Every != was.Every {
		f.Next = time.Time{}
	}
	return l.changeFeed(ctx, f.Num, updateFeed, feedValues(f)...)
}

// feedOf gives the number of the feed of a key, 0 where none is followed.
func (l *Library) feedOf(ctx context.Context, key string) (int64, error) {
	nums, err := collectRows(ctx, l.db, scanColumn[int64], "SELECT num FROM feed WHERE key = ?", key)
	if err != nil || len(nums) == 0 {
		return 0, l.failure(err)
	}
	return nums[0], nil
}

func (l *Library) changeFeed(ctx context.Context, num int64, statement string, values ...any) error {
	return l.change(ctx, func(c *transaction) error { return c.changeFeed(ctx, num, statement, values...) })
}

func (c *transaction) changeFeed(ctx context.Context, num int64, statement string, values ...any) error {
	n, err := c.exec(ctx, statement, values...)
	switch {
	case err != nil:
		return err
	case n == 0:
		return fmt.Errorf("%d: %w", num, ErrNoFeed)
	}
	return c.revise(ctx)
}

// updateFeed writes all columns of a feed, as feedValues gives them. An address that
// another feed has stays as it was.
var updateFeed = func() string {
	var sets []string
	for _, c := range feedColumns {
		sets = append(sets, c.name+" = ?")
	}
	return "UPDATE feed SET key = ?, " + strings.Join(sets, ", ") + " WHERE num = ?"
}()

func feedValues(f *Feed) []any {
	values := []any{f.key()}
	for _, c := range feedColumns {
		values = append(values, c.value(f))
	}
	return append(values, f.Num)
}

// encoded gives a failure as it is kept.
func (f FetchFailure) encoded() string { return string(mustValue(json.Marshal(f))) }

// ArticlesOfFeed gives the IDs of the articles that came from a feed.
func (l *Library) ArticlesOfFeed(ctx context.Context, num int64) ([]string, error) {
	list, err := collectRows(ctx, l.db, scanColumn[string], "SELECT a.id FROM article a WHERE a.num IN "+articlesFrom("?", "?"), num, num)
	return list, l.failure(err)
}
