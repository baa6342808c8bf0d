// Package ghost reads the exports of Ghost in JSON: posts and pages with their writers and tags,
// which stand beside them in tables of their own.
package ghost

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/fields"
	"github.com/warraq/warraq/articles/format/entries"
	"github.com/warraq/warraq/articles/format/saved"
)

// text is a value that older versions write as a number.
type text string

// UnmarshalJSON reads a text or a number; anything else is none.
func (t *text) UnmarshalJSON(data []byte) error {
	if *t = text(strings.Trim(string(data), `"`)); len(data) == 0 || data[0] != '"' {
		if *t == "null" || strings.ContainsAny(string(data), "{[") {
			*t = ""
		}
		return nil
	}
	var s string
	err := json.Unmarshal(data, &s)
	*t = text(s)
	return err //nolint:wrapcheck // it is JSON's own
}

// post is a post or a page.
type post struct {
	ID        text `json:"id"`
	Title     text `json:"title"`
	HTML      text `json:"html"`
	Status    text `json:"status"`
	Excerpt   text `json:"custom_excerpt"`
	Published text `json:"published_at"`
	Writer    text `json:"author_id"` // of versions in which a post had one
	Lang      text `json:"locale"`
}

// named is a tag or a writer.
type named struct {
	ID         text `json:"id"`
	Name       text `json:"name"`
	Visibility text `json:"visibility"`
}

// relation says that a post has a tag or a writer, and as which of them.
type relation struct {
	Post   text `json:"post_id"`
	Tag    text `json:"tag_id"`
	Writer text `json:"author_id"`
	Order  int  `json:"sort_order"`
}

// site is all that an export holds.
type site struct {
	Posts       []post     `json:"posts"`
	Tags        []named    `json:"tags"`
	Users       []named    `json:"users"`
	PostTags    []relation `json:"posts_tags"`
	PostWriters []relation `json:"posts_authors"`
	Settings    []struct {
		Key   string `json:"key"`
		Value text   `json:"value"`
	} `json:"settings"`
}

// Format is the exports of Ghost.
var Format = articles.Format{Name: "Ghost", Extensions: []string{".json"}, Read: read}

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !src.HasJSON("posts", "posts_tags", "users") {
		return nil, false, nil
	}
	s := parse([]byte(src.Text()))
	if s == nil || len(s.Posts) == 0 {
		return nil, false, nil
	}
	list, unpublished := s.entries(src.Unpublished)
	all, err := entries.Articles(src, list, entries.Page)
	if err == nil && len(unpublished) > 0 {
		err = src.Fail(0, articles.ErrUnpublished, &articles.LeftOutError{Counts: unpublished})
	}
	return all, true, err
}

// parse returns the site of an export, which newer versions put into a list; nil for none.
func parse(data []byte) *site {
	var export struct {
		DB   []struct{ Data *site } `json:"db"`
		Data *site                  `json:"data"`
	}
	if json.Unmarshal(data, &export) != nil {
		return nil
	}
	if len(export.DB) > 0 {
		return export.DB[0].Data
	}
	return export.Data
}

// entries makes articles of what was published, or of all, and counts what is left out by its
// status.
func (s *site) entries(all bool) (list []entries.Entry, unpublished map[string]int) {
	unpublished = map[string]int{}
	tags := namesByPost(s.PostTags, func(r relation) text { return r.Tag }, s.Tags)
	writers := namesByPost(s.writerRelations(), func(r relation) text { return r.Writer }, s.Users)
	for i := range s.Posts {
		p := &s.Posts[i]
		if p.Status != "published" && p.Status != "" && p.Status != "sent" && !all {
			unpublished[string(p.Status)]++
			continue
		}
		a := articles.Article{
			Title: string(p.Title), Summary: string(p.Excerpt), Lang: string(p.Lang), Published: saved.Time(string(p.Published)),
			Source: s.setting("title"), Tags: tags[p.ID], Author: fields.JoinNames(writers[p.ID]),
		}
		if len(a.Tags) > 0 {
			a.Section = a.Tags[0]
		}
		list = append(list, entries.Entry{Article: a, HTML: strings.ReplaceAll(string(p.HTML), "__GHOST_URL__", strings.TrimRight(s.setting("url"), "/"))})
	}
	return list, unpublished
}

// setting returns what the site says of itself under a name, "" for nothing.
func (s *site) setting(key string) string {
	for _, setting := range s.Settings {
		if setting.Key == key {
			return string(setting.Value)
		}
	}
	return ""
}

// writerRelations returns who wrote which posts: of older versions as the posts themselves say.
func (s *site) writerRelations() []relation {
	if len(s.PostWriters) > 0 {
		return s.PostWriters
	}
	relations := make([]relation, len(s.Posts))
	for i, p := range s.Posts {
		relations[i] = relation{Post: p.ID, Writer: p.Writer}
	}
	return relations
}

// namesByPost returns the names to which each post is related, in their order, but for those that
// are not shown.
func namesByPost(relations []relation, of func(relation) text, all []named) map[text][]string {
	shown := map[text]string{}
	for _, n := range all {
		if n.ID != "" && n.Visibility != "internal" {
			shown[n.ID] = string(n.Name)
		}
	}
	relations = slices.Clone(relations)
	slices.SortStableFunc(relations, func(a, b relation) int { return cmp.Compare(a.Order, b.Order) })
	names := map[text][]string{}
	for _, r := range relations {
		if name, ok := shown[of(r)]; ok && !slices.Contains(names[r.Post], name) {
			names[r.Post] = append(names[r.Post], name)
		}
	}
	return names
}
