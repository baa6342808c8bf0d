package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// openShadowRoots puts the shadow trees that a page carries in templates, as what saves a page in
// one file writes them, where browsers show them: in place of what their elements hold.
func openShadowRoots(document *html.Node) {
	var roots []*html.Node
	slots := map[*html.Node][]*html.Node{} // by the trees that they are of
	for n := range document.Descendants() {
		switch {
		case isShadowRoot(n):
			roots = append(roots, n)
		case n.Type == html.ElementNode && n.Data == "slot":
			root := closestAncestor(n, atom.Template)
			slots[root] = append(slots[root], n)
		}
	}
	for _, root := range roots {
		openShadowRoot(root, slots[root])
	}
}

// isShadowRoot tells a template whose content is the shadow tree of the element it stands in.
func isShadowRoot(n *html.Node) bool {
	return n.DataAtom == atom.Template && (hasAttribute(n, "shadowrootmode") || hasAttribute(n, "shadowroot") || hasAttribute(n, "shadowmode"))
}

// openShadowRoot leaves of a template what it holds, and puts into its slots what stands beside it.
// What no slot takes is not shown, where the tree has words of its own.
func openShadowRoot(root *html.Node, slots []*html.Node) {
	alone := hasText(root)
	beside := map[string][]*html.Node{} // by the slots that they are for
	for _, n := range slices.Collect(root.Parent.ChildNodes()) {
		if n != root {
			beside[Attribute(n, "slot")] = append(beside[Attribute(n, "slot")], n)
		}
	}
	for _, slot := range slots {
		name := Attribute(slot, "name")
		fillSlot(slot, beside[name])
		delete(beside, name)
	}
	for _, unseen := range beside {
		for _, n := range unseen {
			if alone {
				remove(n)
			}
		}
	}
	unwrap(root)
}

// fillSlot puts nodes into a slot in place of what stands there where nothing comes.
func fillSlot(slot *html.Node, nodes []*html.Node) {
	if !slices.ContainsFunc(nodes, func(n *html.Node) bool { return n.Type == html.ElementNode || strings.TrimSpace(n.Data) != "" }) {
		return
	}
	for slot.FirstChild != nil {
		slot.RemoveChild(slot.FirstChild)
	}
	for _, n := range nodes {
		slot.AppendChild(detachNode(n))
	}
}
