package rtl

import "testing"

// What is shown of clusters that terminals count in several ways has a width that all of
// them agree on; the text of the cell stays whole.
func TestPlainClusters(t *testing.T) {
	for _, c := range []struct {
		name, text   string
		shown        string
		width, whole Column
	}{
		{"joined emoji", "👨‍👩‍👧", "👨", 2, 2},
		{"a tone of skin", "👍🏽", "👍", 2, 2},
		{"a flag", "🇸🇦", "🇸🇦", 2, 2},
		{"a flag of tags", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "🏴", 2, 2},
		{"an emoji by a selector", "❤️", "❤", 1, 2},
		{"a key", "1️⃣", "1", 1, 2},
		{"a conjunct", "क्ष", "क्ष", 2, 1},
		{"an emoji alone", "👍", "👍", 2, 2},
		{"a letter with a mark", "بَ", "ﺏَ", 1, 1},
	} {
		for _, plain := range []bool{true, false} {
			line := WrapSpans(plainSpans(c.text), Options{Width: 12, PlainClusters: plain, Direction: LTR})[0]
			var cells []Cell
			for _, one := range line.Cells {
				if one.At != NoOffset {
					cells = append(cells, one)
				}
			}
			width, shown, text := Width(cells), "", ""
			for i := range cells {
				shown += string(cells[i].AppendShown(nil))
				text += cells[i].Text
			}
			if plain && (shown != c.shown || width != c.width) || !plain && width != c.whole || text != c.text {
				t.Errorf("%s, plain %v: %q in %d columns, of %q", c.name, plain, shown, width, text)
			}
		}
	}
}
