package page

import (
	"strconv"

	"github.com/yuin/goldmark/ast"

	"github.com/warraq/warraq/articles/pattern"
)

// What leads lines.
const (
	quoteBar    = "▎"
	captionSign = "▣"
	openBox     = "☐"
	doneBox     = "☑"

	definitionIndent = 2
)

// listBullets are the markers of lists, by depth.
var listBullets = []string{"•", "◦", "▪"}

// taskBox opens an item of a task list.
var taskBox = pattern.New(`^\[([ xX])\][ \t]+`)

// list adds the items of a list, each behind its marker.
func (b *builder) list(n *ast.List, l leadingSigns, apart bool) {
	look, bullet := b.look(b.styles.Enumeration), listBullets[min(bulletDepth(n), len(listBullets))-1]
	last := n.Start + n.ChildCount() - 1
	for number, item := n.Start, n.FirstChild(); item != nil; number, item = number+1, item.NextSibling() {
		text := bullet
		if n.IsOrdered() {
			text = strconv.Itoa(number) + string(n.Marker)
		}
		switch sign, ok := b.task(item); {
		case ok && n.IsOrdered():
			text += " " + sign
		case ok:
			text = sign
		}
		marker := newSign(text, look)
		if n.IsOrdered() {
			marker.width += len(strconv.Itoa(last)) - len(strconv.Itoa(number))
		}
		before := len(b.blocks)
		b.item(item, l.and(marker), apart)
		if n.IsTight {
			b.tighten(before)
		}
		l, apart = l.after(), !n.IsTight
	}
}

// tighten takes the free lines out of an item of a list that is written without
// them. Those around a table stay.
func (b *builder) tighten(from int) {
	for i := from + 1; i < len(b.blocks); i++ {
		if _, ok := b.blocks[i].content.(*table); !ok {
			b.blocks[i].apart = false
		}
	}
}

// task takes the box off an item of a task list.
func (b *builder) task(item ast.Node) (sign string, ok bool) {
	first := item.FirstChild()
	if first == nil || first.Type() != ast.TypeBlock || first.Lines().Len() == 0 || first.IsRaw() {
		return "", false
	}
	line := first.Lines().At(0)
	m := taskBox.FindSubmatch(line.Value(b.source))
	if m == nil {
		return "", false
	}
	first.Lines().Set(0, line.WithStart(line.Start+len(m[0])))
	if string(m[1]) == " " {
		return openBox, true
	}
	return doneBox, true
}

// bulletDepth is how deep a list of bullets lies among such lists.
func bulletDepth(n ast.Node) int {
	d := 0
	for ; n != nil; n = n.Parent() {
		if l, ok := n.(*ast.List); ok && !l.IsOrdered() {
			d++
		}
	}
	return max(d, 1)
}

// item adds what stands behind a marker, be it nothing.
func (b *builder) item(n ast.Node, l leadingSigns, apart bool) {
	before := len(b.blocks)
	b.children(n, l, apart)
	if len(b.blocks) == before {
		b.add(l, apart, &paragraphBlock{})
	}
	b.headed = false
}
