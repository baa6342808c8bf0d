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
		return bracketGroup(Formula(n.Child("num"))) + "/" + bracketGroup(Formula(n.Child("den")))
	case "sSup":
		return Formula(n.Child("e")) + "^" + bracketGroup(Formula(n.Child("sup")))
	case "sSub":
		return Formula(n.Child("e")) + "_" + bracketGroup(Formula(n.Child("sub")))
	case "rad":
		return Formula(n.Child("deg")) + "√" + bracketGroup(Formula(n.Child("e")))
	case "d":
		return "(" + contentText(n) + ")"
	case "rPr", "fPr", "ctrlPr", "annotation", "annotation-xml":
		return ""
	}
	if parts := childElements(n); len(parts) >= 2 {
		first, second := Formula(parts[0]), Formula(parts[1])
		switch n.Name {
		case "mfrac":
			return bracketGroup(first) + "/" + bracketGroup(second)
		case "msup":
			return first + "^" + bracketGroup(second)
		case "msub":
			return first + "_" + bracketGroup(second)
		case "msubsup":
			if len(parts) > 2 {
				return first + "_" + bracketGroup(second) + "^" + bracketGroup(Formula(parts[2]))
			}
		case "mroot":
			return second + "√" + bracketGroup(first)
		}
	}
	if n.Name == "msqrt" {
		return "√" + bracketGroup(contentText(n))
	}
	return contentText(n)
}

// childElements are the elements directly in a node.
func childElements(n *Node) (all []*Node) {
	for _, c := range n.Children {
		if c.Name != "" {
			all = append(all, c)
		}
	}
	return all
}

// contentText writes all that an element holds.
func contentText(n *Node) string {
	var b strings.Builder
	for _, c := range n.Children {
		b.WriteString(Formula(c))
	}
	return b.String()
}

// bracketGroup puts what is longer than a sign in brackets.
func bracketGroup(text string) string {
	if len([]rune(text)) <= 1 {
		return text
	}
	return "(" + text + ")"
}
