package articles

import (
	"cmp"
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/text"
)

// Clean takes every string and every picture of an article through the gate, whatever
// format it came in. It gives the limit that was reached, of which something was left
// out.
func (a *Article) Clean(l Limits) error {
	a.cleanStrings()
	wrong := cmp.Or(a.wrong, a.cleanPictures(l))
	a.wrong = nil
	return wrong //nolint:wrapcheck // it is a *LimitError of this package
}

// cleanStrings takes every string of an article through the gate.
func (a *Article) cleanStrings() {
	for _, s := range []*string{
		&a.Key, &a.GUID, &a.Title, &a.Section, &a.Source, &a.Place, &a.Author, &a.Lang, &a.URL, &a.Summary,
	} {
		*s = text.CleanLine(*s)
	}
	a.Section, a.Tags = CleanTag(a.Section), cleanTags(a.Tags)
	a.Direction = Direction(text.CleanLine(string(a.Direction)))
	a.Body = strings.Trim(text.CleanMarkdown(a.Body), "\n")
	if strings.TrimFunc(a.Body, text.IsInvisible) == "" {
		a.Body = ""
	}
	if strings.TrimFunc(a.Title, text.IsInvisible) == "" {
		a.Title = ""
	}
	if !IsWebAddress(a.URL) {
		a.URL = ""
	}
	for i := range a.Captions {
		a.Captions[i].Text = text.CleanLine(a.Captions[i].Text)
		a.Captions[i].After = max(a.Captions[i].After, 0)
	}
	a.Captions = slices.DeleteFunc(a.Captions, func(c Caption) bool { return c.Text == "" })
	for i := range a.Related {
		r := &a.Related[i]
		for _, s := range []*string{
			&r.Key, &r.ID, &r.URL, &r.Title, &r.Section, &r.Source, &r.Author, &r.Place, &r.Summary, &r.Caption,
		} {
			*s = text.CleanLine(*s)
		}
		if !IsWebAddress(r.URL) {
			r.URL = ""
		}
		r.Kind = r.Kind.known()
	}
	if a.Kept != nil {
		a.Kept.ID, a.Kept.Export = text.CleanLine(a.Kept.ID), text.CleanLine(a.Kept.Export)
		a.Kept.Position = max(a.Kept.Position, 0)
		for i := range a.Kept.Sources {
			a.Kept.Sources[i] = text.CleanLine(a.Kept.Sources[i])
		}
		for i := range a.Kept.Versions {
			v := &a.Kept.Versions[i]
			v.Title, v.Body = text.CleanLine(v.Title), strings.Trim(text.CleanMarkdown(v.Body), "\n")
		}
		a.Kept.clean()
	}
}
