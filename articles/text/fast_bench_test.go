package text

import (
	"strings"
	"testing"
)

// BenchmarkFastWays is what a text of a newspaper costs on its way into the library.
func BenchmarkFastWays(b *testing.B) {
	s := strings.Repeat("قال وزير الخارجية، أمس الاثنين، إن المباحثات التي جرت في العاصمة كانت «مثمرة» – في 12 بندًا. ", 20)
	for name, do := range map[string]func(){
		"CleanText":  func() { CleanText(s) },
		"CleanLine":  func() { CleanLine(s) },
		"CountWords": func() { CountWords(s) },
		"Fold":       func() { Fold(s) },
		"Spaced":     func() { Spaced(s) },
		"Same":       func() { Same(s, "قالت الوزارة أمس إن المباحثات انتهت") },
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				do()
			}
		})
	}
}
