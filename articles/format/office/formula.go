package office

import "strings"

// Formula writes a formula, in the markup of Word or in MathML, on one line: a fraction
// as (a+b)/c, an exponent as a^b.
func Formula(n *Node) string {
	if n == nil {
		return ""
	}
	switch n.Name {
	case "":
		return strings.TrimSpace(n.Text)
	case "t":
		return n.String()
	case "f":
		return group(Formula(n.Child("num"))) + "/" + group(Formula(n.Child("den")))
	case "sSup":
		return Formula(n.Child("e")) + "^" + group(Formula(n.Child("sup")))
	case "sSub":
		return Formula(n.Child("e")) + "_" + group(Formula(n.Child("sub")))
	case "rad":
		return Formula(n.Child("deg")) + "√" + group(Formula(n.Child("e")))
	case "d":
		return "(" + inside(n) + ")"
	case "rPr", "fPr", "ctrlPr", "annotation", "annotation-xml":
		return ""
	}
	if parts := elements(n); len(parts) >= 2 {
		first, second := Formula(parts[0]), Formula(parts[1])
		switch n.Name {
		case "mfrac":
			return group(first) + "/" + group(second)
		case "msup":
			return first + "^" + group(second)
		case "msub":
			return first + "_" + group(second)
		case "msubsup":
			if len(parts) > 2 {
				return first + "_" + group(second) + "^" + group(Formula(parts[2]))
			}
		case "mroot":
			return second + "√" + group(first)
		}
	}
	if n.Name == "msqrt" {
		return "√" + group(inside(n))
	}
	return inside(n)
}

// elements are the elements directly in a node.
func elements(n *Node) (all []*Node) {
	for _, c := range n.Children {
		if c.Name != "" {
			all = append(all, c)
		}
	}
	return all
}

// inside writes all that an element holds.
func inside(n *Node) string {
	var b strings.Builder
	for _, c := range n.Children {
		b.WriteString(Formula(c))
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
