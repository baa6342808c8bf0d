package webarchive

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unicode/utf16"
)

// errPlist is the error of a property list that does not hold together.
var errPlist = errors.New("its property list is broken")

// list is a property list in Apple's binary form. Its objects are read when they are
// asked for, so that none is read twice and none can grow.
type list struct {
	data    []byte
	offsets []byte // where the objects are, each in a number of some bytes
	size    int    // of such a number
	refSize int    // of the number of an object
	count   int
}

// object is an object of a list, by its number.
type object struct {
	*list
	number int
}

// isBinary tells such a list by how it begins.
func isBinary(data []byte) bool { return len(data) > 8 && string(data[:6]) == "bplist" }

// trailerSize is how long the end of a list is that tells where the rest is.
const trailerSize = 32

// open reads where the objects of a list are, and returns the one that holds all.
func open(data []byte) (object, error) {
	if len(data) < trailerSize+8 {
		return object{}, errPlist
	}
	trailer := data[len(data)-trailerSize:]
	l := &list{data: data, size: int(trailer[6]), refSize: int(trailer[7])}
	count, top, at := binary.BigEndian.Uint64(trailer[8:]), binary.BigEndian.Uint64(trailer[16:]), binary.BigEndian.Uint64(trailer[24:])
	room := uint64(len(data) - trailerSize)
	if l.size < 1 || l.size > 8 || l.refSize < 1 || l.refSize > 8 || at > room || count > (room-at)/uint64(l.size) || top >= count {
		return object{}, errPlist
	}
	l.count = int(count)
	l.offsets = data[at:room]
	return object{l, int(top)}, nil
}

// parseNumber reads a number of so many bytes; one beyond what can be is -1.
func parseNumber(b []byte) int {
	n := uint64(0)
	for _, c := range b {
		if n > 1<<40 {
			return -1
		}
		n = n<<8 | uint64(c)
	}
	return int(n)
}

// body returns the kind of an object, its length and its bytes and what follows.
func (o object) body() (kind byte, length int, rest []byte, err error) {
	if o.number < 0 || o.number >= o.count {
		return 0, 0, nil, errPlist
	}
	at := parseNumber(o.offsets[o.number*o.size : (o.number+1)*o.size])
	if at < 0 || at >= len(o.data)-trailerSize {
		return 0, 0, nil, errPlist
	}
	marker := o.data[at]
	rest = o.data[at+1 : len(o.data)-trailerSize]
	kind, length = marker>>4, int(marker&0xF)
	if length != 0xF {
		return kind, length, rest, nil
	}
	if len(rest) == 0 || rest[0]>>4 != 1 || rest[0]&0xF > 3 {
		return 0, 0, nil, errPlist
	}
	size := 1 << (rest[0] & 0xF)
	if len(rest) < 1+size {
		return 0, 0, nil, errPlist
	}
	length = parseNumber(rest[1 : 1+size])
	if length < 0 {
		return 0, 0, nil, errPlist
	}
	return kind, length, rest[1+size:], nil
}

// The kinds of objects.
const (
	isData, isASCII, isUTF16, isArray, isDict = 4, 5, 6, 10, 13
)

// bytes returns an object that holds bytes.
func (o object) bytes() ([]byte, error) {
	kind, length, rest, err := o.body()
	if err != nil || kind != isData || length > len(rest) {
		return nil, errors.Join(errPlist, err)
	}
	return rest[:length], nil
}

// text returns an object that holds a text.
func (o object) text() (string, error) {
	kind, length, rest, err := o.body()
	switch {
	case err != nil:
		return "", err
	case kind == isASCII && length <= len(rest):
		return string(rest[:length]), nil
	case kind == isUTF16 && length <= len(rest)/2:
		units := make([]uint16, length)
		for i := range units {
			units[i] = binary.BigEndian.Uint16(rest[2*i:])
		}
		return string(utf16.Decode(units)), nil
	}
	return "", fmt.Errorf("%w: an object of kind %d is no text", errPlist, kind)
}

// maxKeys is how many keys and values the dictionaries have together that are read.
const maxKeys = 200

// refs returns the objects in an array, or the keys and then the values of a
// dictionary.
func (o object) refs(want byte) ([]object, error) {
	kind, length, rest, err := o.body()
	if want == isDict {
		length *= 2
	}
	if err != nil || kind != want || length > len(rest)/o.refSize || want == isDict && length > maxKeys {
		return nil, errors.Join(errPlist, err)
	}
	all := make([]object, length)
	for i := range all {
		all[i] = object{o.list, parseNumber(rest[i*o.refSize : (i+1)*o.refSize])}
	}
	return all, nil
}

// get returns the value of a key of a dictionary; it is false where there is none.
func (o object) get(key string) (object, bool) {
	refs, err := o.refs(isDict)
	if err != nil {
		return object{}, false
	}
	for i, k := range refs[:len(refs)/2] {
		if text, err := k.text(); err == nil && text == key {
			return refs[len(refs)/2+i], true
		}
	}
	return object{}, false
}

// items returns what an array under a key of a dictionary holds.
func (o object) items(key string) []value {
	array, ok := o.get(key)
	if !ok {
		return nil
	}
	refs, err := array.refs(isArray)
	if err != nil {
		return nil
	}
	all := make([]value, len(refs))
	for i, r := range refs {
		all[i] = r
	}
	return all
}

// child returns the dictionary under a key.
func (o object) child(key string) value {
	if v, ok := o.get(key); ok {
		return v
	}
	return nil
}

// str returns the text under a key, or "".
func (o object) str(key string) string {
	v, ok := o.get(key)
	if !ok {
		return ""
	}
	text, err := v.text()
	if err != nil {
		return ""
	}
	return text
}

// content returns the bytes under a key, or nil.
func (o object) content(key string) []byte {
	v, ok := o.get(key)
	if !ok {
		return nil
	}
	data, err := v.bytes()
	if err != nil {
		return nil
	}
	return data
}
