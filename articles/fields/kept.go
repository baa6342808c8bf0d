package fields

import (
	"strconv"

	"github.com/warraq/warraq/articles"
)

// keptIn is what the front matter of a file that was written so says of its reader's
// library; nil for any other file. Its tags are the bookmark's: they are taken away,
// so that no section is made of them.
func keptIn(fields map[string]Field) *articles.Kept {
	id, ok := fields["warraq"].Value.(string)
	if !ok {
		return nil
	}
	is := func(name string) bool { return fields[name].Value == "true" }
	k := &articles.Kept{ID: id, Read: is("read"), Bookmarked: is("bookmarked"), Archived: is("archived")}
	if position, ok := fields["position"].Value.(string); ok {
		k.Position, _ = strconv.Atoi(position)
	}
	k.Added, _ = fields["added"].date()
	if tags, ok := fields["tags"].Value.([]Field); ok {
		for _, t := range tags {
			if tag, ok := t.Value.(string); ok {
				k.Tags = append(k.Tags, tag)
			}
		}
		delete(fields, "tags")
	}
	return k
}
