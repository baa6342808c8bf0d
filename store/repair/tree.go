package repair

import (
	"encoding/binary"
	"slices"
)

// The kinds of pages of trees.
const (
	innerIndex = 2
	innerTable = 5
	leafIndex  = 10
	leafTable  = 13
)

func isTree(kind byte) bool {
	return kind == innerIndex || kind == innerTable || kind == leafIndex || kind == leafTable
}

// node is a page of a tree.
type node struct {
	kind     byte
	data     []byte
	at       int   // where its head begins
	first    int   // where the pointers to its cells begin
	count    int   // how many it says they are
	cells    []int // where they begin
	there    int   // how many bytes of the page are there
	right    int   // the last child of an inner page
	complete bool  // all that the page says of itself can be
}

// node reads a page as one of a tree; ok is false where it is none.
func (p *pages) node(number int) (n node, ok bool) {
	data := p.page(number)
	if data == nil {
		return n, false
	}
	at := 0
	if number == 1 {
		at = fileHeader
	}
	n = node{kind: data[at], data: data, at: at, there: p.there(number), complete: true}
	if !isTree(n.kind) {
		return n, false
	}
	n.first = at + 8
	if n.isInner() {
		n.right = int(binary.BigEndian.Uint32(data[at+8:]))
		n.first = at + 12
	}
	n.count = int(binary.BigEndian.Uint16(data[at+3:]))
	if most := (p.usable - n.first) / 2; n.count > most {
		n.count, n.complete = most, false
	}
	for i := range n.count {
		cell := int(binary.BigEndian.Uint16(data[n.first+2*i:]))
		if cell < n.first+2 || cell > p.usable-4 {
			if n.complete = false; cell == 0 {
				break
			}
			continue
		}
		n.cells = append(n.cells, cell)
	}
	return n, true
}

// as gives a page as one of another kind, for one whose own kind may be damaged.
func (p *pages) as(number int, kind byte) (n node, ok bool) {
	data := p.page(number)
	if data == nil || number == 1 {
		return n, false
	}
	data[0] = kind
	n = node{kind: kind, data: data, first: 8, there: p.there(number)}
	for i := 8; i+2 <= p.usable; i += 2 {
		cell := int(binary.BigEndian.Uint16(data[i:]))
		if cell < i+2 || cell > p.usable-4 {
			break
		}
		n.cells = append(n.cells, cell)
		n.count++
	}
	return n, len(n.cells) > 0
}

func (n *node) isInner() bool { return n.kind == innerIndex || n.kind == innerTable }
func (n *node) isTable() bool { return n.kind == innerTable || n.kind == leafTable }

// children gives the pages that an inner page leads to.
func (n *node) children() (numbers []int) {
	if !n.isInner() {
		return nil
	}
	for _, cell := range n.cells {
		numbers = append(numbers, int(binary.BigEndian.Uint32(n.data[cell:])))
	}
	return append(numbers, n.right)
}

// rows reads the rows of a page, and gives the pages that they go on in. It is not
// whole where one could not be read, or where what the page says of its room does not
// add up. Then pointers behind the last one are tried too.
func (p *pages) rows(n *node) (rows []Row, overflows []int, whole bool) {
	whole = n.complete
	taken := 0
	read := func(cell int) bool {
		row, chain, size, ok := p.row(n, cell)
		if taken += size; !ok || n.kind == innerTable {
			return ok
		}
		rows, overflows = append(rows, row), append(overflows, chain...)
		return true
	}
	for _, cell := range n.cells {
		whole = read(cell) && whole
	}
	if room, ok := p.room(n); ok && room == taken {
		return rows, overflows, whole
	}
	for _, cell := range p.further(n) {
		read(cell)
	}
	return rows, overflows, false
}

// room gives how many bytes of a page its cells take by what its head says; ok is false
// where that cannot be.
func (p *pages) room(n *node) (bytes int, ok bool) {
	content := int(binary.BigEndian.Uint16(n.data[n.at+5:]))
	if content == 0 {
		content = maxPage
	}
	bytes = p.usable - content - int(n.data[n.at+7])
	for block, last := int(binary.BigEndian.Uint16(n.data[n.at+1:])), 0; block > 0; {
		if block <= last || block > p.usable-4 {
			return 0, false
		}
		last = block
		bytes -= int(binary.BigEndian.Uint16(n.data[block+2:]))
		block = int(binary.BigEndian.Uint16(n.data[block:]))
	}
	return bytes, content <= p.usable
}

// further gives pointers to cells that stand behind the last one of a page.
func (p *pages) further(n *node) (cells []int) {
	for at := n.first + 2*n.count; at+2 <= p.usable; at += 2 {
		cell := int(binary.BigEndian.Uint16(n.data[at:]))
		if cell < at+2 || cell > p.usable-4 || slices.Contains(n.cells, cell) || slices.Contains(cells, cell) {
			return cells
		}
		cells = append(cells, cell)
	}
	return cells
}

// row reads the row of a cell, and gives the pages that it goes on in and how many bytes
// of its page it takes.
func (p *pages) row(n *node, cell int) (r Row, chain []int, size int, ok bool) {
	const fewest = 4 // bytes of a cell
	rest := n.data[cell:p.usable]
	if n.isInner() {
		rest = rest[4:]
	}
	length, bytes := varint(rest)
	if n.kind == innerTable {
		return r, nil, 4 + bytes, bytes > 0
	}
	if bytes == 0 || length < 1 || length > int64(p.count)*int64(p.size) {
		return r, nil, 0, false
	}
	rest = rest[bytes:]
	if n.isTable() {
		if r.Number, bytes = varint(rest); bytes == 0 {
			return r, nil, 0, false
		}
		rest = rest[bytes:]
	}
	payload, chain, local, ok := p.payload(rest, int(length), n.isTable())
	size = max(fewest, len(n.data[cell:p.usable])-len(rest)+local)
	if !ok || cell+size > n.there {
		return r, chain, size, false
	}
	r.Values, ok = decode(payload)
	return r, chain, size, ok
}

// payload gives the bytes of a row, those that stand in pages of their own among them,
// and how many of its own page they take.
func (p *pages) payload(rest []byte, length int, isTable bool) (data []byte, chain []int, local int, ok bool) {
	most := p.usable - 35
	if !isTable {
		most = (p.usable-12)*64/255 - 23
	}
	if length <= most {
		return rest[:min(length, len(rest))], nil, length, length <= len(rest)
	}
	least := (p.usable-12)*32/255 - 23
	local = least + (length-least)%(p.usable-4)
	if local > most {
		local = least
	}
	if local+4 > len(rest) {
		return nil, nil, 0, false
	}
	data = append(make([]byte, 0, min(length, 1<<20)), rest[:local]...)
	next := int(binary.BigEndian.Uint32(rest[local:]))
	for len(data) < length {
		page := p.page(next)
		if page == nil || len(chain) > p.count || p.there(next) < min(p.usable, 4+length-len(data)) {
			return nil, chain, local + 4, false
		}
		chain = append(chain, next)
		data = append(data, page[4:4+min(p.usable-4, length-len(data))]...)
		next = int(binary.BigEndian.Uint32(page))
	}
	return data, chain, local + 4, next == 0
}

// free gives the pages that were given free, as far as the file still says.
func (p *pages) free() map[int]bool {
	list := map[int]bool{}
	head := p.page(1)
	if head == nil {
		return list
	}
	for trunk := int(binary.BigEndian.Uint32(head[32:])); trunk > 0 && !list[trunk]; {
		page := p.page(trunk)
		if page == nil || isTree(page[0]) {
			return list
		}
		list[trunk] = true
		leaves := int(binary.BigEndian.Uint32(page[4:]))
		for i := range min(leaves, p.usable/4-2) {
			list[int(binary.BigEndian.Uint32(page[8+4*i:]))] = true
		}
		trunk = int(binary.BigEndian.Uint32(page))
	}
	return list
}
