package terminal

// ArabicFonts are fonts whose Arabic letters, and the forms in which they are joined, are as
// wide as a cell: without them a terminal takes the letters of another font, which overlap or
// stand apart. The first two were measured, the others are made so.
const ArabicFonts = "DejaVu Sans Mono, FreeMono, Courier New, Kawkab Mono"

// fontPlaces are where the font is set, by the names of terminals: a line of a file of
// settings, or the way through menus as their English has them.
var fontPlaces = map[string]string{
	"kitty":            "~/.config/kitty/kitty.conf: font_family DejaVu Sans Mono",
	"alacritty":        "~/.config/alacritty/alacritty.toml: font.normal.family = \"DejaVu Sans Mono\"",
	"foot":             "~/.config/foot/foot.ini: font=DejaVu Sans Mono:size=12",
	"WezTerm":          "~/.wezterm.lua: config.font = wezterm.font 'DejaVu Sans Mono'",
	"Ghostty":          "~/.config/ghostty/config: font-family = DejaVu Sans Mono",
	"XTerm":            "~/.Xresources: XTerm*faceName: DejaVu Sans Mono",
	"rxvt-unicode":     "~/.Xresources: URxvt.font: xft:DejaVu Sans Mono:size=12",
	"mlterm":           "~/.mlterm/aafont: ISO10646_UCS4_1 = DejaVu Sans Mono",
	"st":               "config.h: static char *font = \"DejaVu Sans Mono:size=12\"",
	"zutty":            "~/.Xresources: Zutty.font: DejaVuSansMono",
	"konsole":          "Settings › Edit Current Profile › Appearance › Font",
	"qterminal":        "File › Preferences › Appearance › Font",
	"VTE":              "Preferences › Profile › Text › Custom font",
	"terminology":      "Settings › Font",
	"PuTTY":            "Window › Appearance › Font settings",
	"xterm.js":         "settings.json: \"terminal.integrated.fontFamily\": \"DejaVu Sans Mono\"",
	"mintty":           "Options › Text › Font",
	"Windows Terminal": "Settings › Profiles › Defaults › Appearance › Font face",
	"iTerm2":           "Settings › Profiles › Text › Font",
	"Apple Terminal":   "Settings › Profiles › Text › Font",
}

// FontPlace returns where the font of the terminal is set, with the name of the terminal
// that has it: of one inside another that is the one outside. Both are "" where it is not
// known.
func (t *Terminal) FontPlace() (name, place string) {
	if place = fontPlaces[t.drawer]; place == "" {
		return "", ""
	}
	return t.drawer, place
}
