// Package twitter reads the files of an archive of X, formerly Twitter, that hold what its owner
// wrote or liked: JSON behind the name of a variable.
package twitter

import (
	"context"
	"encoding/json"
	"html"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/dates"
	"github.com/warraq/warraq/articles/format/plain"
	"github.com/warraq/warraq/articles/pattern"
)

// postAddress is where a post is shown, before its number.
const postAddress = "https://twitter.com/i/web/status/"

// link is an address in a text as it stands there, and where it leads.
type link struct {
	Short    string `json:"url"`
	Expanded string `json:"expanded_url"`
	Picture  string `json:"media_url_https"`
}

// item is a post, a long post or a post that was liked.
type item struct {
	Post *struct {
		ID       string `json:"id_str"`
		Created  string `json:"created_at"`
		Text     string `json:"full_text"`
		Lang     string `json:"lang"`
		Entities struct {
			URLs  []link `json:"urls"`
			Media []link `json:"media"`
			Tags  []tag  `json:"hashtags"`
		} `json:"entities"`
		Extended struct {
			Media []link `json:"media"`
		} `json:"extended_entities"`
	} `json:"tweet"`
	Note *struct {
		Created string `json:"createdAt"`
		Core    struct {
			Text string `json:"text"`
			URLs []struct {
				Short    string `json:"shortUrl"`
				Expanded string `json:"expandedUrl"`
			} `json:"urls"`
			Tags []tag `json:"hashtags"`
		} `json:"core"`
	} `json:"noteTweet"`
	Like *struct {
		ID       string `json:"tweetId"`
		Text     string `json:"fullText"`
		Expanded string `json:"expandedUrl"`
	} `json:"like"`
}

type tag struct {
	Text string `json:"text"`
}

// Format is the files of an archive.
var Format = articles.Format{Name: "X", Extensions: []string{".js"}, Read: read}

// variablePattern is what stands before the JSON of such a file.
var variablePattern = pattern.New(`^\s*window\.YTD\.(?:tweets?|community_tweet|note_tweet|like)\.part\d+\s*=\s*`)

func read(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if !src.IsText() {
		return nil, false, nil
	}
	text := src.Text()
	begin := variablePattern.FindString(src.Head())
	if begin == "" {
		return nil, false, nil
	}
	var items []item
	if err := json.Unmarshal([]byte(strings.TrimRight(strings.TrimPrefix(text, begin), "; \r\n\t")), &items); err != nil {
		return nil, true, src.Fail(0, articles.ErrJSON, err)
	}
	var list []articles.Article
	for i := range items {
		if a := items[i].article(); a.Body != "" {
			a.Full = true
			list = append(list, a)
		}
	}
	if len(list) == 0 {
		return nil, true, src.Fail(0, articles.ErrNoArticle, nil)
	}
	return list, true, nil
}

// article makes an article of an item and returns it; of what is none it has no text.
func (t *item) article() (a articles.Article) {
	switch {
	case t.Post != nil:
		p := t.Post
		a = articles.Article{URL: postAddress + p.ID, Tags: tagNames(p.Entities.Tags)}
		if p.Lang != "und" && !strings.HasPrefix(p.Lang, "q") { // they have codes of their own for texts without words
			a.Lang = p.Lang
		}
		a.Published, _ = dates.Stamp(p.Created)
		media := p.Extended.Media
		if len(media) == 0 {
			media = p.Entities.Media
		}
		a.Body = body(p.Text, p.Entities.URLs, media)
	case t.Note != nil:
		a.Tags = tagNames(t.Note.Core.Tags)
		a.Published, _ = dates.Stamp(t.Note.Created)
		var links []link
		for _, u := range t.Note.Core.URLs {
			links = append(links, link{Short: u.Short, Expanded: u.Expanded})
		}
		a.Body = body(t.Note.Core.Text, links, nil)
	case t.Like != nil:
		a = articles.Article{URL: t.Like.Expanded}
		a.Body = body(t.Like.Text, nil, nil)
	}
	return a
}

// body returns a text as Markdown, with the addresses that its links lead to and its pictures
// below it.
func body(text string, links, media []link) string {
	for _, l := range links {
		if l.Short != "" && l.Expanded != "" {
			text = strings.ReplaceAll(text, l.Short, l.Expanded)
		}
	}
	var pictures strings.Builder
	for _, m := range media {
		if m.Short != "" {
			text = strings.ReplaceAll(text, m.Short, "")
		}
		if m.Picture != "" {
			pictures.WriteString("\n\n![](" + m.Picture + ")")
		}
	}
	return strings.TrimSpace(plain.Body(html.UnescapeString(text)) + pictures.String())
}

func tagNames(tags []tag) (names []string) {
	for _, t := range tags {
		names = append(names, t.Text)
	}
	return names
}
