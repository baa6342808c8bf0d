// Package repair reads what is left of a damaged SQLite file, page by page and without
// SQLite, which gives a whole file up for one flipped bit in the wrong place.
//
// A file is a row of pages of one size. Each table is a tree of pages: rows stand in its
// leaves, and of a table without row numbers in its inner pages too. What is reached
// from the root of a table is read first. Where a tree is damaged, the pages that
// nothing leads to any more are recognised by the shape of their rows. Pages that were
// given free are left alone: they hold what was removed. See
// https://www.sqlite.org/fileformat2.html for the format.
package repair

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Bounds of the size of a page, and the size that is tried where none is known.
const (
	minPage     = 512
	maxPage     = 65536
	usualPage   = 16384
	fileHeader  = 100
	maxTreeDeep = 40
)

// pages gives the pages of a file, those from its journal first.
type pages struct {
	file, wal *os.File
	size      int           // of a page
	usable    int           // of it
	count     int           // of pages
	length    int64         // of the file
	framed    map[int]int64 // where in the journal the last writing of a page lies
}

// openPages opens a file, and its write-ahead journal if that is to be read and one lies
// beside it.
func openPages(path string, journal bool) (*pages, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("opening the damaged file: %w", err)
	}
	p := &pages{file: file, framed: map[int]int64{}}
	info, err := file.Stat()
	if err != nil {
		return nil, errors.Join(fmt.Errorf("opening the damaged file: %w", err), file.Close())
	}
	head := make([]byte, fileHeader)
	_, _ = file.ReadAt(head, 0) // what is not there is zero
	if journal {
		if p.wal, err = os.Open(path + "-wal"); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, errors.Join(fmt.Errorf("opening the journal: %w", err), file.Close())
		}
	}
	p.size = p.pageSize(head)
	p.usable = p.size
	if reserved := int(head[20]); p.looksRight(head) && reserved < p.size/4 {
		p.usable -= reserved
	}
	p.length = info.Size()
	p.count = int((info.Size() + int64(p.size) - 1) / int64(p.size))
	if p.wal != nil {
		p.readJournal()
	}
	return p, nil
}

func (p *pages) close() {
	_ = p.file.Close()
	if p.wal != nil {
		_ = p.wal.Close()
	}
}

// looksRight tells whether the bytes of a header that never differ are right.
func (p *pages) looksRight(head []byte) bool {
	return head[21] == 64 && head[22] == 32 && head[23] == 32
}

// pageSize gives the size of a page by the header of the file, where that says one that
// can be, else by that of the journal, else the usual one.
func (p *pages) pageSize(head []byte) int {
	of := func(n int) int {
		if n == 1 {
			n = maxPage
		}
		if n < minPage || n > maxPage || n&(n-1) != 0 {
			return 0
		}
		return n
	}
	size := of(int(binary.BigEndian.Uint16(head[16:])))
	journal := make([]byte, walHeader)
	if p.wal != nil {
		if n, _ := p.wal.ReadAt(journal, 0); n == len(journal) {
			if other := of(int(binary.BigEndian.Uint32(journal[8:]))); other != 0 {
				return other
			}
		}
	}
	if size != 0 && p.isTreeAt(size) || size == usualPage {
		return size
	}
	return usualPage
}

// isTreeAt tells whether a page of a tree begins where the second page would.
func (p *pages) isTreeAt(size int) bool {
	kind := make([]byte, 1)
	n, _ := p.file.ReadAt(kind, int64(size))
	return n == 1 && isTree(kind[0])
}

// page gives a page by its number, which counts from 1: what is missing of it is zero.
// It is nil where there is none.
func (p *pages) page(number int) []byte {
	if number < 1 || number > p.count {
		return nil
	}
	data := make([]byte, p.size)
	if at, ok := p.framed[number]; ok {
		_, _ = p.wal.ReadAt(data, at)
		return data
	}
	_, _ = p.file.ReadAt(data, int64(number-1)*int64(p.size))
	return data
}

// there gives how many bytes of a page are there; the rest was cut off.
func (p *pages) there(number int) int {
	if _, ok := p.framed[number]; ok {
		return p.size
	}
	return int(max(0, min(int64(p.size), p.length-int64(number-1)*int64(p.size))))
}

// Sizes of the header of a journal, and of that of each of its frames.
const (
	walHeader   = 32
	frameHeader = 24
)

// readJournal finds the last writing of each page up to the last change that was
// finished. A frame is good by the checksum of what it holds and of the one before it,
// so that one that is damaged costs itself alone and the one behind it.
func (p *pages) readJournal() {
	head := make([]byte, walHeader)
	if n, _ := p.wal.ReadAt(head, 0); n < walHeader {
		return
	}
	order, before := checksumOf(head)
	salt := string(head[16:24])
	frame := make([]byte, frameHeader+p.size)
	waiting := map[int]int64{}
	for at := int64(walHeader); ; at += int64(len(frame)) {
		if n, _ := p.wal.ReadAt(frame, at); n < len(frame) {
			return
		}
		if string(frame[8:16]) != salt {
			return // from before the journal was begun anew
		}
		said := saidChecksum(frame[16:])
		sum := checksum(order, checksum(order, before, frame[:8]), frame[frameHeader:])
		before = said
		if sum != said {
			continue
		}
		waiting[int(binary.BigEndian.Uint32(frame))] = at + frameHeader
		if size := int(binary.BigEndian.Uint32(frame[4:])); size > 0 { // a change ends
			for number, at := range waiting {
				p.framed[number] = at
				p.count = max(p.count, number)
			}
			clear(waiting)
		}
	}
}

// checksumOf gives the order of bytes by which the checksums of a journal are made, and the one
// that its header says.
func checksumOf(head []byte) (order binary.ByteOrder, said [2]uint32) {
	order = binary.LittleEndian
	if binary.BigEndian.Uint32(head)&1 == 1 {
		order = binary.BigEndian
	}
	return order, saidChecksum(head[24:])
}

// saidChecksum gives the checksum that a header of a journal or of a frame says.
func saidChecksum(from []byte) [2]uint32 {
	return [2]uint32{binary.BigEndian.Uint32(from), binary.BigEndian.Uint32(from[4:])}
}

// checksum goes on with the checksum of a journal.
func checksum(order binary.ByteOrder, sum [2]uint32, data []byte) [2]uint32 {
	for ; len(data) >= 8; data = data[8:] {
		sum[0] += order.Uint32(data) + sum[1]
		sum[1] += order.Uint32(data[4:]) + sum[0]
	}
	return sum
}
