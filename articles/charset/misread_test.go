package charset

import (
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// A text whose bytes were taken for those of Latin comes out as it was; texts in Latin stay.
func TestReread(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		set  *charmap.Charmap
	}{
		{"رست السفينة عند الفجر، وفي عنابرها 300 كيس من القمح «المصري». فمن يشتري؟", charmap.Windows1256},
		{"<html><head><title>السفينة</title></head><body><p class=\"text\">رست السفينة عند الفجر وفي عنابرها كيس من القمح</p></body></html>", charmap.Windows1256},
		{"رست السفينة عند الفجر، وفي عنابرها كيس من القمح، ثم أقلعت إلى الجزر.", charmap.ISO8859_6},
		{"הספינה עגנה עם שחר, ובבטנה שקי חיטה, ואחר כך הפליגה אל האיים.", charmap.Windows1255},
	} {
		data, err := c.set.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		bad := ""
		for _, b := range data {
			r := charmap.Windows1252.DecodeByte(b)
			if r == '\uFFFD' {
				r = rune(b)
			}
			bad += string(r)
		}
		if got, err := Decode([]byte(bad)); err != nil || got != c.text {
			t.Errorf("%q of %v became %q, %v", bad, c.set, got, err)
		}
	}
	for _, text := range []string{
		"", "plain", "Déjà vu à l'été où l'âne a été élevé près d'une forêt, ça et là, à côté des îles.", "Ég á eina ær og á ég þó ánægður að vera á Íslandi á þessu ári.",
		"ÀÉÎÕÜ ÀÉÎÕÜ ÇÃÊ ÁÉÍÓÚ ÀÈÌÒÙ ÄËÏÖÜ ÂÊÎÔÛ ÃÑÕ ÅÆØ", "رست السفينة عند الفجر", "على السطر ÇáÈÍÑ ÇáÈÍÑ ÇáÈÍÑ ÇáÈÍÑ ÇáÈÍÑ ÇáÈÍÑ ÇáÈÍÑ ÇáÈÍÑ ÇáÈÍÑ بعد ذلك",
	} {
		if got, ok := Reread(text); ok {
			t.Errorf("%q became %q", text, got)
		}
	}
}
