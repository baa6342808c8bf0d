package repair

import (
	"encoding/binary"
	"math"
)

// Row is a row of a table: its number, 0 in a table without row numbers, and its values
// in the order of the columns. The last columns may be missing: they have their
// defaults.
type Row struct {
	Number int64
	Values []any // nil, int64, float64, string or []byte
}

// varint reads a number of one to nine bytes and gives how many they are, 0 where they
// are not all there.
func varint(b []byte) (value int64, size int) {
	var n uint64
	for i := range min(9, len(b)) {
		if i == 8 {
			return int64(n<<8 | uint64(b[i])), 9
		}
		n = n<<7 | uint64(b[i]&0x7f)
		if b[i] < 0x80 {
			return int64(n), i + 1
		}
	}
	return 0, 0
}

// decode reads the values of a row. It is false where they do not add up.
func decode(payload []byte) ([]any, bool) {
	header, size := varint(payload)
	if size == 0 || header < int64(size) || header > int64(len(payload)) {
		return nil, false
	}
	types, data := payload[size:header], payload[header:]
	var values []any
	for len(types) > 0 {
		kind, n := varint(types)
		if n == 0 {
			return nil, false
		}
		types = types[n:]
		value, length, ok := decodeValue(kind, data)
		if !ok {
			return nil, false
		}
		data = data[length:]
		values = append(values, value)
	}
	return values, len(data) == 0 && len(values) > 0
}

// decodeValue reads a value of a kind and gives how many bytes it took.
func decodeValue(kind int64, data []byte) (value any, length int, ok bool) {
	sizes := [...]int{0, 1, 2, 3, 4, 6, 8, 8, 0, 0}
	switch {
	case kind < 0 || kind == 10 || kind == 11:
		return nil, 0, false
	case kind >= 12:
		n := (kind - 12) / 2
		if n > int64(len(data)) {
			return nil, 0, false
		}
		if kind%2 == 1 {
			return string(data[:n]), int(n), true
		}
		return append([]byte{}, data[:n]...), int(n), true
	}
	length = sizes[kind]
	if length > len(data) {
		return nil, 0, false
	}
	switch kind {
	case 0:
		return nil, 0, true
	case 7:
		return math.Float64frombits(binary.BigEndian.Uint64(data)), length, true
	case 8, 9:
		return kind - 8, 0, true
	}
	n := int64(0)
	if data[0] >= 0x80 {
		n = -1
	}
	for _, b := range data[:length] {
		n = n<<8 | int64(b)
	}
	return n, length, true
}
