package rtl

import (
	"strings"
	"testing"
)

// The zero Options are plain UAX #9: what the layout does beyond it has to be asked for.
func TestProtocols(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, text   string
		d            Direction
		plain        string
		asked        Protocols
		withProtocol string
	}{
		{"an address", "אב a.example/x/ גד", RTL, "דג /a.example/x בא", Addresses, "דג a.example/x/ בא"},
		{"a telephone's number", "א +972 3 555 0123 ב", RTL, "ב 0123 555 3 972+ א", Addresses, "ב +972 3 555 0123 א"},
		{"a line of addresses alone", "ui/rtl/cell.go", AutoRTL, "ui/rtl/cell.go", Addresses, "ui/rtl/cell.go"},
		{"an end of ayah", "ب \u06dd١٢", Auto, "\u06dd١٢ ب", Signs, "﴾١٢﴿ ب"},
		{"a mark without a letter", "\u064eب", Auto, "ب\u00a0\u064e", Circles, "ب◌\u064e"},
	} {
		for protocols, want := range map[Protocols]string{0: c.plain, c.asked: c.withProtocol, AllProtocols: c.withProtocol} {
			line := WrapSpans(plainSpans(c.text), Options{Width: 30, Direction: c.d, Shaping: ShapeNone, Align: AlignLeft, Protocols: protocols})[0]
			if got := string(visibleText(line.Cells)); got != want {
				t.Errorf("%s with protocols %b: %q, want %q", c.name, protocols, got, want)
			}
		}
	}
}

// Tab stops stand as far apart as is asked for, from either edge.
func TestTabStops(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		stop int
		want string
	}{
		{"a\tb\tc", 0, "a       b       c"},
		{"a\tb\tc", 4, "a   b   c"},
		{"a\tb\tc", 1, "a b c"},
		{"א\tב", 4, "               ב   א"},
		{"ab\tcd ef gh ij kl", 16, "ab              cd\nef gh ij kl"},
	} {
		var rows []string
		for _, line := range WrapSpans([]Span{{Text: c.text}}, Options{Width: 20, TabStop: c.stop}) {
			rows = append(rows, strings.TrimRight(string(AppendVisual(nil, line.Cells)), " "))
		}
		if got := strings.Join(rows, "\n"); got != c.want {
			t.Errorf("%q, tab stops of %d: %q, want %q", c.text, c.stop, got, c.want)
		}
	}
}
