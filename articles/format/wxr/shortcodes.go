package wxr

import (
	"html"
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/pattern"
)

// Shortcodes are WordPress's macros: [name attribute="value"] … [/name]. What they hold
// stays, those that show a recording or a page become links, the others go.

var (
	captionedPattern = pattern.New(`(?is)\[(?:wp_)?caption([^\[\]]*)\](.*?)\[/(?:wp_)?caption\]`)
	listingPattern   = pattern.New(`(?is)\[(code|sourcecode|php|html|css|javascript|python|bash|pre)(?:\s[^\[\]]*)?\](.*?)\[/(?:code|sourcecode|php|html|css|javascript|python|bash|pre)\]`)
	embeddedPattern  = pattern.New(`(?is)\[(?:embed|youtube|vimeo|video|audio|tweet|soundcloud)(?:\s[^\[\]]*)?\]\s*(https?://[^\s\[\]<>"]+)\s*\[/(?:embed|youtube|vimeo|video|audio|tweet|soundcloud)\]`)
	shortcodePattern = pattern.New(`\[(\[?)(/?)([A-Za-z][\w-]*)((?:\s+[^\[\]]*|=[^\[\]]*)?)(/?)\](\]?)`)
	assignedPattern  = pattern.New(`[\w-]+\s*=\s*(?:"[^"]*"|'[^']*'|&quot;|“|”|″|\S)`)
	addressPattern   = pattern.New(`https?://[^\s\[\]<>"'“”″]+`)
	titledPattern    = pattern.New(`(?is)\bcaption\s*=\s*"([^"]*)"`)
	picturedPattern  = pattern.New(`(?is)^\s*((?:<a\s[^>]*>\s*)?<img\s[^>]*>(?:\s*</a>)?)(.*)$`)
)

// recordingShortcodes are the shortcodes whose address leads to what they show.
var recordingShortcodes = []string{"audio", "video", "youtube", "vimeo", "soundcloud", "embed", "tweet", "dailymotion", "playlist", "instagram", "ted"}

// loneShortcodes are the shortcodes that have neither attributes nor an end.
var loneShortcodes = []string{"gallery", "more", "toc", "lwptoc", "contact-form", "contact-form-7", "archives", "sitemap", "polls", "recent-posts", "jetpack-related-posts"}

// expandShortcodes writes the shortcodes of a text as HTML and returns it.
func expandShortcodes(text string) string {
	if !strings.Contains(text, "[") {
		return text
	}
	var kept []string
	text = listingPattern.ReplaceAllStringFunc(text, func(whole string) string {
		m := listingPattern.FindStringSubmatch(whole)
		kept = append(kept, "<pre><code>"+html.EscapeString(html.UnescapeString(strings.Trim(m[2], "\n")))+"</code></pre>")
		return codePlaceholder
	})
	text = captionedPattern.ReplaceAllStringFunc(text, figureHTML)
	text = embeddedPattern.ReplaceAllString(text, `<p><a href="$1">$1</a></p>`)
	ended := map[string]bool{}
	for _, m := range shortcodePattern.FindAllStringSubmatch(text, -1) {
		ended[m[3]] = ended[m[3]] || m[2] != ""
	}
	text = shortcodePattern.ReplaceAllStringFunc(text, func(whole string) string {
		return expand(whole, ended)
	})
	var b strings.Builder
	for i, part := range strings.Split(text, codePlaceholder) {
		if i > 0 && i <= len(kept) {
			b.WriteString(kept[i-1])
		}
		b.WriteString(part)
	}
	return b.String()
}

// codePlaceholder stands for code while the rest is read: no text holds it.
const codePlaceholder = "\uFDD2"

// expand returns what stands in a shortcode's place.
func expand(whole string, ended map[string]bool) string {
	m := shortcodePattern.FindStringSubmatch(whole)
	name, rest := m[3], m[4]
	switch {
	case m[1] != "" && m[6] != "":
		return whole[1 : len(whole)-1] // [[name]] shows a shortcode
	case !isShortcode(name, rest, m[2] != "" || m[5] != "", ended):
		return whole
	}
	outside := m[1] + m[6] // a bracket that is none of its own
	if slices.Contains(recordingShortcodes, strings.ToLower(name)) {
		if to := addressPattern.FindString(html.UnescapeString(rest)); to != "" {
			to = html.EscapeString(to)
			return outside + `<p><a href="` + to + `">` + to + `</a></p>`
		}
	}
	return outside
}

// isShortcode reports whether what stands in brackets is one, not words of the text.
func isShortcode(name, rest string, marked bool, ended map[string]bool) bool {
	return ended[name] || marked || assignedPattern.MatchString(rest) || strings.ContainsAny(name, "_-") ||
		slices.Contains(loneShortcodes, strings.ToLower(name)) || slices.Contains(recordingShortcodes, strings.ToLower(name))
}

// figureHTML makes a figure of a picture with a caption.
func figureHTML(whole string) string {
	m := captionedPattern.FindStringSubmatch(whole)
	picture, text := m[2], ""
	if parts := picturedPattern.FindStringSubmatch(m[2]); parts != nil {
		picture, text = parts[1], strings.TrimSpace(parts[2])
	}
	if text == "" {
		if attribute := titledPattern.FindStringSubmatch(m[1]); attribute != nil {
			text = attribute[1]
		}
	}
	if text == "" {
		return picture
	}
	return "\n\n<figure>" + picture + "<figcaption>" + text + "</figcaption></figure>\n\n"
}
