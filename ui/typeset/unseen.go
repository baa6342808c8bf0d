package typeset

import (
	"encoding/binary"
	"slices"
)

// unseenFont returns a TrueType font with one glyph, which is as wide as its size and has
// nothing to be seen: what programs that read PDF files ask of a font, and no more.
func unseenFont() []byte {
	words := func(values ...uint16) (table []byte) {
		for _, v := range values {
			table = binary.BigEndian.AppendUint16(table, v)
		}
		return table
	}
	const upem, ascent, descent = 1000, 900, 0x10000 - 300
	tables := []struct {
		name string
		data []byte
	}{
		{"glyf", words(0, 0, 0, 0, 0, 0)}, // no outline
		{"head", words(1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, upem, 0, 0, 0, 0, 0, 0, 0, 0, 0, descent, upem, ascent, 0, 8, 2, 0, 0)},
		{"hhea", words(1, 0, ascent, descent, 0, upem, 0, 0, upem, 1, 0, 0, 0, 0, 0, 0, 0, 1)},
		{"hmtx", words(upem, 0)},
		{"loca", words(0, 0)},
		{"maxp", words(1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)},
	}
	count := uint16(len(tables))
	head := append([]byte{0, 1, 0, 0}, words(count, 64, 2, 16*count-64)...)
	var body []byte
	for _, t := range tables {
		head = append(head, t.name...)
		for _, v := range []uint32{checksum(t.data), 12 + 16*uint32(count) + uint32(len(body)), uint32(len(t.data))} {
			head = binary.BigEndian.AppendUint32(head, v)
		}
		body = append(body, t.data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	return append(head, body...)
}

// checksum is the sum of a table's words of four bytes.
func checksum(table []byte) (sum uint32) {
	table = slices.Clone(table)
	for len(table)%4 != 0 {
		table = append(table, 0)
	}
	for i := 0; i < len(table); i += 4 {
		sum += binary.BigEndian.Uint32(table[i:])
	}
	return sum
}
