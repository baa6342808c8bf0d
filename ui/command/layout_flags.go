package command

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/warraq/warraq/ui/reader/looks"
	"github.com/warraq/warraq/ui/rtl"
	"github.com/warraq/warraq/ui/terminal"
)

// layoutFlags holds the flags that say how text is laid out and sent.
type layoutFlags struct {
	width                                               int
	form, shape, marks, align, digits, direction, color string
	justify                                             bool
	tashkeel                                            string // a level, "" for all of it
}

// asFound leaves everything to what is found out, for commands without the
// flags.
func asFound() layoutFlags {
	return layoutFlags{
		form: "auto", shape: "auto", marks: "auto", align: "auto",
		digits: "asis", direction: "auto", color: "auto",
	}
}

// flags declares them on a command.
func (l *layoutFlags) flags(c *cobra.Command) {
	l.screenFlags(c)
	f := c.Flags()
	f.IntVar(&l.width, "width", 0, "")
	f.StringVar(&l.align, "align", "auto", "auto|right|left")
	f.StringVar(&l.direction, "direction", "auto", "auto|rtl|ltr")
	f.BoolVar(&l.justify, "justify", false, "")
	f.StringVar(&l.color, "color", "auto", "auto|always|never")
}

// tashkeelFlag declares the one that says how much tashkeel articles have, on a command that
// has no settings of the reader.
func (l *layoutFlags) tashkeelFlag(c *cobra.Command) {
	c.Flags().StringVar(&l.tashkeel, "tashkeel", "show", strings.Join(looks.TashkeelLevels(), "|"))
}

// screenFlags declares those of them that say how a terminal is sent what stands in place
// already.
func (l *layoutFlags) screenFlags(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&l.form, "form", "auto", "auto|"+strings.Join(formNames(), "|"))
	f.StringVar(&l.shape, "shape", "auto", "auto|always|basic|never")
	f.StringVar(&l.marks, "marks", "auto", "auto|keep|hide")
	f.StringVar(&l.digits, "digits", "asis", "asis|arabic|persian|european")
}

// pick finds a flag's value among those it may have.
func pick[T any](flag, value string, among map[string]T) (T, error) {
	v, ok := among[value]
	if !ok {
		return v, usageError{valueError{"--" + flag, value, choiceError{slices.Sorted(maps.Keys(among))}}}
	}
	return v, nil
}

// noUpperBound is the most of a number that has no upper bound.
const noUpperBound = -1

// inRange checks the value of a flag that takes a number.
func inRange(flag string, value, least, most int) error {
	if value < least || most != noUpperBound && value > most {
		return usageError{valueError{"--" + flag, strconv.Itoa(value), rangeError{least, most}}}
	}
	return nil
}

var shapeNames = map[string]rtl.Shaping{
	"auto": rtl.ShapeAll, "always": rtl.ShapeAll, "basic": rtl.ShapeBasic, "never": rtl.ShapeNone,
}

// options are the flags as the layout takes them. The form decides the rest
// where they say auto.
func (l *layoutFlags) options() (rtl.Options, error) {
	o := rtl.Options{Protocols: rtl.AllProtocols}
	err := inRange("width", l.width, 0, noUpperBound)
	if err != nil {
		return o, err
	}
	o.Width, o.Justify = l.width, l.justify
	if o.Align, err = pick("align", l.align, map[string]rtl.Align{
		"auto": rtl.AlignStart, "right": rtl.AlignRight, "left": rtl.AlignLeft,
	}); err != nil {
		return o, err
	}
	if o.Digits, err = pick("digits", l.digits, map[string]rtl.Digits{
		"asis": rtl.DigitsAsIs, "arabic": rtl.DigitsArabic, "persian": rtl.DigitsPersian, "european": rtl.DigitsEuropean,
	}); err != nil {
		return o, err
	}
	if o.Direction, err = pick("direction", l.direction, map[string]rtl.Direction{
		"auto": rtl.AutoRTL, "rtl": rtl.RTL, "ltr": rtl.LTR,
	}); err != nil {
		return o, err
	}
	if o.Shaping, err = pick("shape", l.shape, shapeNames); err != nil {
		return o, err
	}
	if _, err = pick("marks", l.marks, map[string]bool{"auto": true, "keep": true, "hide": true}); err != nil {
		return o, err
	}
	if _, err = pick("color", l.color, map[string]bool{"auto": true, "always": true, "never": true}); err != nil {
		return o, err
	}
	o.HideMarks = l.marks == "hide"
	if l.tashkeel != "" {
		levels := map[string]bool{}
		for _, level := range looks.TashkeelLevels() {
			levels[level] = level != "show"
		}
		var hides bool
		if hides, err = pick("tashkeel", l.tashkeel, levels); err != nil {
			return o, err
		}
		o.KeepShadda = l.tashkeel == "shadda" && !o.HideMarks
		o.HideMarks = o.HideMarks || hides
	}
	if l.form == "auto" {
		return o, nil
	}
	_, err = terminal.ParseForm(l.form)
	if err != nil {
		err = usageError{valueError{"--form", l.form, choiceError{append([]string{"auto"}, formNames()...)}}}
	}
	return o, err
}

// word is what the flags say of the terminal.
func (l *layoutFlags) word() preference {
	return preference{form: l.form, shape: l.shape, marks: l.marks}
}

func formNames() []string {
	var names []string
	for _, f := range terminal.Forms() {
		names = append(names, f.String())
	}
	return names
}
