package rtl

import "testing"

// The lines are in visual order and in presentation forms; what they show reads
// as the text does.
func TestArabic(t *testing.T) {
	for _, c := range []struct {
		name string
		text string
		o    Options
		want []string
	}{
		{"letters join", "سلام", Options{Protocols: AllProtocols, Width: 6}, []string{"   ﻡﻼﺳ"}},
		{"marks stay on their letters", "قَالَ", Options{Protocols: AllProtocols, Width: 4}, []string{" ﻝَﺎﻗَ"}},
		{"marks of a lam-alef, on either half", "لَا لاً", Options{Protocols: AllProtocols, Width: 4}, []string{" ﻻً ﻻَ"}},
		{"lam-alef with hamza and madda", "الأمم الآن الإسلام", Options{Protocols: AllProtocols, Width: 14}, []string{"ﻡﻼﺳﻹﺍ ﻥﻵﺍ ﻢﻣﻷﺍ"}},
		{"Persian", "می‌خواهم گفت پژوهش", Options{Protocols: AllProtocols, Width: 17}, []string{"ﺶﻫﻭﮋﭘ ﺖﻔﮔ ﻢﻫﺍﻮﺧﯽﻣ"}},
		{"Urdu", "ٹھیک ہے", Options{Protocols: AllProtocols, Width: 7}, []string{"ﮯﮨ ﮏﯿﮭﭨ"}},
		{"a letter without forms joins its neighbours", "بࢠب", Options{Protocols: AllProtocols, Width: 3}, []string{"ﺐࢠﺑ"}},
		{"Hebrew with points", "שָׁלוֹם", Options{Protocols: AllProtocols, Width: 5}, []string{" םוֹלשָׁ"}},
		{"a word that is cut keeps its forms", "المستقبل", Options{Protocols: AllProtocols, Width: 5}, []string{"ﺘﺴﻤﻟﺍ", "  ﻞﺒﻘ"}},
		{"no shaping", "سلام", Options{Protocols: AllProtocols, Width: 6, Shaping: ShapeNone}, []string{"  مالس"}},
		{"shaping with a poor font", "پلاک", Options{Protocols: AllProtocols, Width: 6, Shaping: ShapeBasic}, []string{"  ﻙﺎﻠپ"}},
		{"no marks", "قَالَ لَا", Options{Protocols: AllProtocols, Width: 6, HideMarks: true}, []string{" ﻻ ﻝﺎﻗ"}},
		{"verse numbers", "رب ۝١٢", Options{Protocols: AllProtocols, Width: 8}, []string{" ﴾١٢﴿ ﺏﺭ"}},
	} {
		t.Run(c.name, func(t *testing.T) { wantLines(t, visual(c.text, c.o), c.want) })
	}
}
