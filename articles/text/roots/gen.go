//go:build ignore

// Gen writes roots.bin from a table of Arabic lemmas and their roots: lines of lemma,
// part of speech and root, parted by tabs, compressed by gzip.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/binary"
	"flag"
	"log"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/articles/text"
)

// alphabet are the letters that folding leaves of Arabic words, in their order: a
// letter is written as its place, from 1 on. It is that of roots.go.
const alphabet = "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي"

// blockSize is how many lemmas stand in a block; see roots.go.
const blockSize = 16

type entry struct{ lemma, root string }

func main() {
	log.SetFlags(0)
	table := flag.String("lemmas", "", "the table of lemmas")
	out := flag.String("out", "roots.bin", "file to write")
	flag.Parse()
	if *table == "" {
		log.Fatal("gen: say where the table of lemmas is, with -lemmas PATH")
	}
	entries := read(*table)
	if err := os.WriteFile(*out, write(entries), 0o644); err != nil { //nolint:gosec // it is source
		log.Fatal(err)
	}
}

// read gives the lemmas that have a root of three or four letters, each once, in order.
func read(path string) (entries []entry) {
	f, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		log.Fatal(err)
	}
	for lines := bufio.NewScanner(unzipped); lines.Scan(); {
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) != 3 || fields[1] == "noun_prop" {
			continue
		}
		lemma, _, _ := strings.Cut(fields[0], "-")
		e := entry{encode(text.Fold(lemma)), encode(strings.NewReplacer("ؤ", "ء", "ا", "ء").Replace(fields[2]))}
		if n := len(e.root); e.lemma != "" && len(e.lemma) < 16 && (n == 3 || n == 4) {
			entries = append(entries, e)
		}
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Or(cmp.Compare(a.lemma, b.lemma), cmp.Compare(a.root, b.root)) })
	return slices.Compact(entries)
}

// encode writes a word by the places of its letters, "" where it has others.
func encode(word string) string {
	var b strings.Builder
	for _, r := range word {
		at := strings.IndexRune(alphabet, r)
		if at < 0 {
			return ""
		}
		b.WriteByte(byte(1 + utf8.RuneCountInString(alphabet[:at])))
	}
	return b.String()
}

func write(entries []entry) []byte {
	var roots []string
	for _, e := range entries {
		roots = append(roots, e.root)
	}
	slices.Sort(roots)
	roots = slices.Compact(roots)
	var blocks bytes.Buffer
	var starts []uint32
	last := ""
	for i, e := range entries {
		if i%blockSize == 0 {
			starts, last = append(starts, uint32(blocks.Len())), ""
		}
		common := 0
		for common < min(len(last), len(e.lemma)) && last[common] == e.lemma[common] {
			common++
		}
		blocks.WriteByte(byte(common<<4 | len(e.lemma) - common))
		blocks.WriteString(e.lemma[common:])
		at, _ := slices.BinarySearch(roots, e.root)
		blocks.Write(binary.LittleEndian.AppendUint16(nil, uint16(at)))
		last = e.lemma
	}
	b := binary.LittleEndian.AppendUint16(nil, uint16(len(roots)))
	b = binary.LittleEndian.AppendUint16(b, uint16(len(starts)))
	for _, root := range roots {
		b = append(b, (root + "\x00")[:4]...)
	}
	for _, start := range starts {
		b = binary.LittleEndian.AppendUint32(b, start)
	}
	return append(b, blocks.Bytes()...)
}
