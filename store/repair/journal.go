package repair

import (
	"encoding/binary"
	"os"
)

// Writings gives a small table's rows as the file alone has them, and as each writing of
// them in its journal has: whether a journal belongs to a file is told by them. The
// table must have one page. Where there is no journal, or the file does not say where
// the table is, both are empty. Nothing is checked that takes long.
func Writings(path string, t Table) (file []Row, journal [][]Row) {
	wal, err := os.Open(path + "-wal")
	if err != nil {
		return nil, nil
	}
	defer wal.Close() //nolint:errcheck // nothing was written
	f, err := Open(path, false)
	if err != nil {
		return nil, nil
	}
	defer f.Close()
	root := f.roots[t.Name]
	n, ok := f.node(root)
	if !ok || n.isInner() {
		return nil, nil
	}
	file, _, _ = f.rows(&n)
	for _, at := range framesOf(wal, root, f.size) {
		copied := *f.pages
		copied.wal, copied.framed = wal, map[int]int64{root: at}
		var rows []Row
		if n, ok := copied.node(root); ok {
			rows, _, _ = copied.rows(&n)
		}
		journal = append(journal, rows)
	}
	return file, journal
}

// framesOf gives where in a journal the writings of a page lie, in their order.
func framesOf(wal *os.File, number, size int) (list []int64) {
	head := make([]byte, walHeader)
	if n, _ := wal.ReadAt(head, 0); n < walHeader || int(binary.BigEndian.Uint32(head[8:])) != size {
		return nil
	}
	frame := make([]byte, frameHeader)
	for at := int64(walHeader); ; at += int64(frameHeader + size) {
		n, _ := wal.ReadAt(frame, at)
		if n < frameHeader || string(frame[8:16]) != string(head[16:24]) {
			return list
		}
		if int(binary.BigEndian.Uint32(frame)) == number {
			list = append(list, at+frameHeader)
		}
	}
}
