package html

import (
	"flag"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

var randomTrees = flag.Int("trees", 400, "how many random pages are read")

// randomElements are the elements that random pages are made of, with what they say of themselves.
var randomElements = strings.Split(`div|div class="wp-block-embed__wrapper"|div class="share no-ads"|div style="display:none"|div class="verse"|section|article|aside|nav|header|footer|p|p class="caption"|p hidden|span|span style="vertical-align:super"|b|em|a href="/x"|a href="#n"|a|blockquote|pre|code|figure|figcaption|iframe src="https://www.youtube.com/embed/q"|video src="/v.mp4"|object data="#"|img src="a.png" alt="صورة"|img|h1|h2|h3|ul|ol|li|table|tr|td|td rowspan="2"|th colspan="3"|dl|dt|dd|sup|sub|q|ruby|rt|rp|details|summary|button|select|dialog|noscript|svg|br|time datetime="1733121000"|div class="mw-heading"|span class="mw-editsection"|div typeof="Person" property="author"|span property="name"|div itemscope itemprop="author"`, "|")

// randomMarkup makes a tree of elements, in which anything may stand in anything.
func randomMarkup(r *rand.Rand, b *strings.Builder, depth int) {
	for range 1 + r.IntN(4) {
		switch {
		case r.IntN(4) == 0 || depth == 0:
			b.WriteString([]string{"عدل هنا", " ", "\n", "قال المهندس إن العمل ينتهي قبل الخريف، وإن الطريق سيبقى مفتوحًا أمام المشاة.", "https://a.example/1", "1830", "\uFDD0", "اقرأ أيضًا"}[r.IntN(8)])
		default:
			element := randomElements[r.IntN(len(randomElements))]
			name, _, _ := strings.Cut(element, " ")
			b.WriteString("<" + element + ">")
			randomMarkup(r, b, depth-1)
			if r.IntN(12) > 0 { // some are never closed
				b.WriteString("</" + name + ">")
			}
		}
	}
}

// Whatever stands in whatever, a page and a text are read without an end of the program.
func TestRandomTrees(t *testing.T) {
	t.Parallel()
	for seed := range *randomTrees {
		r := rand.New(rand.NewPCG(uint64(seed), 15))
		var b strings.Builder
		for range 3 {
			randomMarkup(r, &b, 6)
		}
		func() {
			defer func() {
				if wrong := recover(); wrong != nil {
					t.Errorf("%d: %v\n%s", seed, wrong, b.String())
				}
			}()
			_, _ = readHTML(articles.NewSource("a.html", []byte(`<html lang="ar"><head><title>ترميم السور</title></head><body>`+b.String()+longBody+`</body></html>`)))
			var a articles.Article
			_ = SetText(&a, b.String())
		}()
	}
}
