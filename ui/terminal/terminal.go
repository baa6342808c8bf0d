package terminal

// Terminal is what is known of a terminal and what it is sent.
type Terminal struct {
	// Name is the terminal's, "tmux in kitty" for one inside another, "" for
	// one that was not recognised.
	Name string
	// Form is the form that it is sent lines in.
	Form Form
	// KeepMarks is false for a terminal that shows a letter wrong, or not at
	// all, when a mark is on it.
	KeepMarks bool
	// Does says what the terminal does with right-to-left letters by itself.
	Does string
	// Evidence is what it was recognised by.
	Evidence string
	// Source says how it is known what it does.
	Source Source
	// Off switches the terminal's own reordering off, and On back on; "" where
	// there is nothing to switch.
	Off, On string
}

// WithForm is the terminal sent another form. What the form found for it needs
// switched off is left as it is then.
func (t Terminal) WithForm(f Form) Terminal {
	if f != t.Form {
		t.Form, t.Off, t.On = f, "", ""
	}
	return t
}
