package rtl

import (
	"fmt"
	"hash/fnv"
	"io"
	"strconv"
)

// attributeCodes are the SGR parameters that set the attributes, and those that
// take them away; some are taken away together.
var attributeCodes = [...]struct {
	attribute Attributes
	on, off   string
}{
	{Bold, "1", "22"},
	{Faint, "2", "22"},
	{Italic, "3", "23"},
	{Underline, "4", "24"},
	{DoubleUnderline, "21", "24"},
	{CurlyUnderline, "4:3", "24"},
	{Blink, "5", "25"},
	{Reverse, "7", "27"},
	{Conceal, "8", "28"},
	{Strike, "9", "29"},
	{Overline, "53", "55"},
}

// AppendStyle appends the shortest control sequences that turn one style into
// another: nothing where they are equal, and SGR 0 where that is shorter than
// taking the attributes away one by one.
func AppendStyle(dst []byte, from, to Style) []byte {
	if from == to {
		return dst
	}
	if from.Link != to.Link {
		dst = append(dst, "\x1b]8;"...)
		if to.Link != "" {
			dst = appendLinkID(dst, to.Link)
		}
		dst = append(dst, ';')
		dst = appendAddress(dst, to.Link)
		dst = append(dst, "\x1b\\"...)
		from.Link = to.Link
	}
	if from == to {
		return dst
	}
	to.Link, from.Link = "", ""
	if to == (Style{}) {
		return append(dst, "\x1b[m"...)
	}
	start := len(dst)
	dst = appendSGR(dst, from, to, false)
	middle := len(dst)
	dst = appendSGR(dst, Style{}, to, true)
	if reset := dst[middle:]; len(reset) < middle-start {
		dst = append(dst[:start], reset...)
	} else {
		dst = dst[:middle]
	}
	return dst
}

// takenBy is what an SGR parameter takes away.
func takenBy(off string) (taken Attributes) {
	for _, a := range attributeCodes {
		if a.off == off {
			taken |= a.attribute
		}
	}
	return taken
}

// appendSGR appends one SGR sequence, which starts with a reset if asked to.
func appendSGR(dst []byte, from, to Style, reset bool) []byte {
	dst = append(dst, "\x1b["...)
	start := len(dst)
	if reset {
		dst = append(dst, ';') // no parameter is 0
	}
	have := from.Attributes
	if to.Attributes&allUnderlines != 0 {
		have &^= allUnderlines &^ to.Attributes // one takes the place of another
	}
	for _, a := range attributeCodes {
		if have&^to.Attributes&a.attribute != 0 {
			dst = append(append(dst, a.off...), ';')
			have &^= takenBy(a.off)
		}
	}
	for _, a := range attributeCodes {
		if to.Attributes&^have&a.attribute != 0 {
			dst = append(append(dst, a.on...), ';')
		}
	}
	dst = appendColor(dst, 30, from.Foreground, to.Foreground)
	dst = appendColor(dst, 40, from.Background, to.Background)
	dst = appendColor(dst, 50, from.UnderlineColor, to.UnderlineColor)
	if len(dst) > start {
		dst = dst[:len(dst)-1]
	}
	return append(dst, 'm')
}

// appendColor appends the SGR parameters of a colour, with a semicolon behind
// it. The codes are counted from base: 30 foreground, 40 background, 50 underline.
func appendColor(dst []byte, base int64, from, to Color) []byte {
	if from == to {
		return dst
	}
	n := int64(to & 0xff)
	switch {
	case to == 0:
		dst = strconv.AppendInt(dst, base+9, 10)
	case to&trueColor != 0:
		dst = strconv.AppendInt(dst, base+8, 10)
		dst = append(dst, ";2"...)
		for _, part := range []Color{to >> 16, to >> 8, to} {
			dst = append(dst, ';')
			dst = strconv.AppendInt(dst, int64(part&0xff), 10)
		}
	case n < 8 && base != 50:
		dst = strconv.AppendInt(dst, base+n, 10)
	case n < 16 && base != 50:
		dst = strconv.AppendInt(dst, base+60+n-8, 10)
	default:
		dst = strconv.AppendInt(dst, base+8, 10)
		dst = append(dst, ";5;"...)
		dst = strconv.AppendInt(dst, n, 10)
	}
	return append(dst, ';')
}

// appendLinkID appends a name of a link by which terminals know that its parts on
// several lines are one. It follows from the address, so that a renderer that keeps
// cells needs not keep more.
func appendLinkID(dst []byte, address string) []byte {
	h := fnv.New32a()
	_, _ = io.WriteString(h, address) // which cannot fail
	return strconv.AppendUint(append(dst, "id="...), uint64(h.Sum32()), 36)
}

// appendAddress appends the address of a link. What must not stand in one, a
// control character foremost, is percent-encoded: nothing breaks out of it.
func appendAddress(dst []byte, address string) []byte {
	for i := range len(address) {
		if c := address[i]; c > ' ' && c < 0x7f {
			dst = append(dst, c)
		} else {
			dst = fmt.Appendf(dst, "%%%02X", c)
		}
	}
	return dst
}
