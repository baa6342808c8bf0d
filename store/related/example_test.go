package related_test

import (
	"context"
	"fmt"
	"slices"

	"github.com/warraq/warraq/store/related"
)

// shelf is an index of a few articles that are all compared.
type shelf []related.Document

func (s shelf) Frequencies(_ context.Context, terms []related.Term) ([]int, int, error) {
	in := make([]int, len(terms))
	for i, term := range terms {
		for _, d := range s {
			for _, w := range d.Terms {
				if w.Term == term {
					in[i]++
				}
			}
		}
	}
	return in, len(s), nil
}

func (s shelf) Having(_ context.Context, terms []related.Term, tell func(place int, id int64)) error {
	for _, d := range s {
		for _, t := range d.Terms {
			if place := slices.Index(terms, t.Term); place >= 0 {
				tell(place, d.ID)
			}
		}
	}
	return nil
}

func (s shelf) Documents(_ context.Context, ids []int64) (list []related.Document, _ error) {
	for _, d := range s {
		if slices.Contains(ids, d.ID) {
			list = append(list, d)
		}
	}
	return list, nil
}

// Of three articles the two about the port are near to one another.
func ExampleFind() {
	texts := []related.Article{
		{Title: "ميناء اللاذقية يعود إلى العمل", Body: "عادت السفن إلى ميناء اللاذقية بعد إصلاح أرصفته."},
		{Title: "سفن القمح في ميناء اللاذقية", Body: "أفرغت سفن القمح حمولتها على أرصفة ميناء اللاذقية."},
		{Title: "معرض الخط العربي", Body: "افتُتح معرض للخط في المتحف الوطني."},
	}
	var library shelf
	for i, text := range texts {
		library = append(library, related.Document{ID: int64(i + 1), Profile: related.Analyse(text).Profile})
	}
	for i := range library {
		var terms []related.Term
		for _, t := range library[i].Terms {
			terms = append(terms, t.Term)
		}
		in, articles, _ := library.Frequencies(context.Background(), terms)
		library[i].Lengths = library[i].Measure(in, articles)
	}
	near, err := related.Find(context.Background(), library, library[0], related.Analyse(texts[0]), 5)
	for _, n := range near {
		fmt.Println(texts[n.ID-1].Title)
	}
	fmt.Println(err)
	// Output:
	// سفن القمح في ميناء اللاذقية
	// <nil>
}
