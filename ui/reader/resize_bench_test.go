package reader

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/words"
)

// BenchmarkRelook is what the reader does when an article of 1 MB gets another width or
// other looks, until the frame is drawn.
func BenchmarkRelook(b *testing.B) {
	var body strings.Builder
	for i := 0; body.Len() < 1<<20; i++ {
		fmt.Fprintf(&body, "الفقرة %d من كتاب طويل لا يُعرض كله دفعة واحدة، وفيها كلام يكفي لأكثر من سطر واحد في كل عرض من عروض الشاشة.\n\n", i)
	}
	l := sampleLibrary(b)
	added, err := l.Add(b.Context(), []articles.Article{{Title: "كتاب", Body: body.String(), Full: true, Lang: "ar"}})
	if err != nil {
		b.Fatal(err)
	}
	s := openReader(b, l, 120, 40, words.Arabic())
	s.run(s.perform(s.visitor.Open(dialog.Open{ID: added[0].ID})))
	s.article.Text.ScrollTo(300_000)
	width := 120
	for name, do := range map[string]func() tea.Msg{
		"resize":   func() tea.Msg { width = 210 - width; return tea.WindowSizeMsg{Width: width, Height: 40} },
		"justify":  func() tea.Msg { return tea.KeyPressMsg{Text: "J", Code: 'J'} },
		"tashkeel": func() tea.Msg { return tea.KeyPressMsg{Text: "T", Code: 'T'} },
		"theme":    func() tea.Msg { return tea.KeyPressMsg{Text: "C", Code: 'C'} },
		"narrow":   func() tea.Msg { return tea.KeyPressMsg{Text: "-", Code: '-'} },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				s.Update(do())
				s.View()
			}
		})
	}
}
