package markdown

import (
	"strings"

	"github.com/warraq/warraq/articles"
)

// shownPicture is what stands in a text for a picture that came along: parts are those of
// a link in Markdown or of one as Obsidian writes it. It is "" for anything else.
func shownPicture(al *articles.Album, parts []string) string {
	address, text := parts[6], parts[5]
	switch {
	case parts[1] == "!" && articles.IsPictureFile(parts[2]):
		if al.Embedded == nil {
			return ""
		}
		address, text = al.Embedded(strings.TrimSpace(parts[2])), parts[3]
		if strings.Trim(text, "0123456789x") == "" {
			text = "" // its size
		}
	case parts[4] != "!":
		return ""
	case text == "":
		text = parts[7]
	}
	local := al.Keep(address)
	if local == "" {
		return ""
	}
	return "![" + text + "](" + local + ")"
}
