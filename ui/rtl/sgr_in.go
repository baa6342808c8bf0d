package rtl

import "strings"

const (
	allUnderlines = Underline | DoubleUnderline | CurlyUnderline
	maxCode       = 1 << 16 // a parameter above counts as this
)

// applySGR changes the style as an SGR sequence with these parameters does. What
// is no parameter of SGR changes nothing.
func (s *Style) applySGR(parameters string) {
	if strings.Trim(parameters, "0123456789:;") != "" {
		return // private, or another control function
	}
	for more := true; more; {
		var field string
		field, parameters, more = strings.Cut(parameters, ";")
		code, sub, hasSub := strings.Cut(field, ":")
		switch n := parseParameter(code); n {
		case 38, 48, 58:
			var c Color
			var ok bool
			if hasSub {
				c, ok = colonColor(sub)
			} else {
				c, parameters, more, ok = semicolonColor(parameters)
			}
			if ok {
				*s.color(n) = c
			}
		case 4:
			s.setUnderline(sub)
		default:
			if !hasSub {
				s.applyCode(n)
			}
		}
	}
}

// color gives the colour that SGR 38, 48 or 58 sets.
func (s *Style) color(code int) *Color {
	switch code {
	case 38:
		return &s.Foreground
	case 48:
		return &s.Background
	default:
		return &s.UnderlineColor
	}
}

func (s *Style) setUnderline(kind string) {
	s.Attributes &^= allUnderlines
	switch kind {
	case "0":
	case "2":
		s.Attributes |= DoubleUnderline
	case "3":
		s.Attributes |= CurlyUnderline
	default:
		s.Attributes |= Underline
	}
}

// applyCode applies a parameter that stands by itself.
func (s *Style) applyCode(n int) {
	switch {
	case n == 0:
		*s = Style{Link: s.Link}
	case n == 6: // rapid blink
		s.Attributes |= Blink
	case n == 21:
		s.Attributes = s.Attributes&^allUnderlines | DoubleUnderline
	case n >= 30 && n <= 37:
		s.Foreground = Palette(uint8(n - 30))
	case n >= 40 && n <= 47:
		s.Background = Palette(uint8(n - 40))
	case n >= 90 && n <= 97:
		s.Foreground = Palette(uint8(n - 90 + 8))
	case n >= 100 && n <= 107:
		s.Background = Palette(uint8(n - 100 + 8))
	case n == 39:
		s.Foreground = 0
	case n == 49:
		s.Background = 0
	case n == 59:
		s.UnderlineColor = 0
	default:
		for _, a := range attributeCodes {
			if n == parseParameter(a.on) {
				s.Attributes |= a.attribute
			}
			if n == parseParameter(a.off) {
				s.Attributes &^= a.attribute
			}
		}
	}
}

// parseParameter reads a parameter; a missing one is 0.
func parseParameter(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return maxCode
		}
		n = min(n*10+int(s[i]-'0'), maxCode)
	}
	return n
}

// colonColor reads the colour in 38:5:n, 38:2::r:g:b or 38:2:r:g:b, from behind
// the first colon.
func colonColor(s string) (Color, bool) {
	fields := strings.SplitN(s, ":", 7)
	switch {
	case fields[0] == "5" && len(fields) >= 2:
		return paletteOf(fields[1])
	case fields[0] == "2" && len(fields) == 4:
		return colorOf(fields[1], fields[2], fields[3])
	case fields[0] == "2" && len(fields) > 4:
		return colorOf(fields[2], fields[3], fields[4])
	}
	return 0, false
}

// semicolonColor reads the colour in 38;5;n or 38;2;r;g;b, from behind the first
// semicolon, and gives what follows.
func semicolonColor(s string) (c Color, rest string, more, ok bool) {
	next := func() (field string) {
		field, rest, more = strings.Cut(rest, ";")
		return field
	}
	rest = s
	switch next() {
	case "5":
		c, ok = paletteOf(next())
	case "2":
		r, g, b := next(), next(), next()
		c, ok = colorOf(r, g, b)
	}
	return c, rest, more, ok
}

func paletteOf(n string) (Color, bool) {
	i := parseParameter(n)
	return Palette(uint8(i)), i <= 255
}

func colorOf(red, green, blue string) (Color, bool) {
	r, g, b := parseParameter(red), parseParameter(green), parseParameter(blue)
	return RGB(uint8(r), uint8(g), uint8(b)), max(r, g, b) <= 255
}
