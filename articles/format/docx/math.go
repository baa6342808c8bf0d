package docx

import (
	"strings"

	"warraq/articles/format/office"
)

// formula writes a formula on one line: a fraction as (a)/(b), an exponent as a^b.
func formula(n *office.Node) string {
	if n == nil {
		return ""
	}
	switch n.Name {
	case "t":
		return n.String()
	case "f":
		return group(formula(n.Child("num"))) + "/" + group(formula(n.Child("den")))
	case "sSup":
		return formula(n.Child("e")) + "^" + group(formula(n.Child("sup")))
	case "sSub":
		return formula(n.Child("e")) + "_" + group(formula(n.Child("sub")))
	case "rad":
		return formula(n.Child("deg")) + "√" + group(formula(n.Child("e")))
	case "d":
		return "(" + inside(n) + ")"
	case "rPr", "fPr", "ctrlPr":
		return ""
	case "oMathPara":
		return strings.TrimSpace(inside(n))
	}
	return inside(n)
}

// inside writes all that an element holds.
func inside(n *office.Node) string {
	var b strings.Builder
	for _, c := range n.Children {
		b.WriteString(formula(c))
	}
	return b.String()
}

// group puts what is longer than a sign in brackets.
func group(text string) string {
	if len([]rune(text)) <= 1 {
		return text
	}
	return "(" + text + ")"
}
