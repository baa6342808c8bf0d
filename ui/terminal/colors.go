package terminal

// The depths of colour that are told apart.
const (
	PaletteColors = 256
	AllColors     = 1 << 24
)

// colorDepths are how many colours terminals show, by their names, whatever TERM says: that is
// "xterm" in many, which stands for eight. What is not named here is believed of TERM.
var colorDepths = map[string]int{
	"kitty": AllColors, "konsole": AllColors, "mlterm": AllColors, "VTE": AllColors, "XTerm": AllColors,
	"foot": AllColors, "zutty": AllColors, "alacritty": AllColors, "st": AllColors, "WezTerm": AllColors,
	"mintty": AllColors, "Ghostty": AllColors, "Windows Terminal": AllColors, "iTerm2": AllColors,
	"xterm.js": AllColors, "qterminal": AllColors,
	"PuTTY": PaletteColors, "rxvt-unicode": PaletteColors, "terminology": PaletteColors, "Apple Terminal": PaletteColors,
}

// Colors returns how many colours the terminal is known to show, 0 where that is not known.
// tmux takes all of them, and sends the one outside as many as that has; other multiplexers do
// not.
func (t *Terminal) Colors() int {
	if t.Name != t.drawer && t.Name != "tmux in "+t.drawer {
		return 0
	}
	return colorDepths[t.drawer]
}
