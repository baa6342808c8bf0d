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

// framesOf gives where in a journal the whole writings of a page lie, in their order: what a program
// that was killed had begun to write is none.
func framesOf(wal *os.File, number, size int) (list []int64) {
	head := make([]byte, walHeader)
	if n, _ := wal.ReadAt(head, 0); n < walHeader || int(binary.BigEndian.Uint32(head[8:])) != size {
		return nil
	}
	order, before := checksumOf(head)
	frame, page := make([]byte, frameHeader), make([]byte, size)
	for at := int64(walHeader); ; at += int64(frameHeader + size) {
		n, _ := wal.ReadAt(frame, at)
		if n < frameHeader || string(frame[8:16]) != string(head[16:24]) {
			return list
		}
		said := saidChecksum(frame[16:])
		if int(binary.BigEndian.Uint32(frame)) == number {
			n, _ := wal.ReadAt(page, at+frameHeader)
			if n == size && checksum(order, checksum(order, before, frame[:8]), page) == said {
				list = append(list, at+frameHeader)
			}
		}
		before = said
	}
}
