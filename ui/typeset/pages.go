package typeset

import (
	"github.com/warraq/warraq/ui/page"
)

// Rows sets all of a document, for what has all of it on pages.
func (s *Setter) Rows(d *page.Document) (rows []Row) {
	var before *page.Part
	for i := 0; ; i++ {
		p, ok := d.Part(i)
		if !ok {
			return rows
		}
		rows = append(rows, s.Part(p, before)...)
		before = &p
	}
}

// Page is rows below each other, each at its height on the page.
type Page struct {
	Rows []Row
	Tops []float32
}

// Paginate puts rows on pages of some height. Free space begins no page, and what stays
// with the row behind it is on its page.
func Paginate(rows []Row, height float32) (pages []Page) {
	for start := 0; start < len(rows); {
		for start < len(rows) && rows[start].Gap {
			start++
		}
		if start == len(rows) {
			break
		}
		end, y := start, float32(0)
		for end < len(rows) && (end == start || y+rows[end].Height <= height) {
			y += rows[end].Height
			end++
		}
		if end < len(rows) {
			end = pageEnd(rows, start, end)
		}
		p := Page{Rows: rows[start:end]}
		y = 0
		for _, r := range p.Rows {
			p.Tops = append(p.Tops, y)
			y += r.Height
		}
		pages = append(pages, p)
		start = end
	}
	if len(pages) == 0 {
		pages = []Page{{}}
	}
	return pages
}

// pageEnd returns where a page ends that may end at a row: before what stays with that row,
// unless that is all of the page.
func pageEnd(rows []Row, start, end int) int {
	for e := end; e > start; e-- {
		if last := rows[e-1]; !last.Keep && !last.Gap || last.Gap && e-2 >= start && !rows[e-2].Keep {
			return e
		}
	}
	return end
}
