package related

import (
	"slices"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles/text"
)

// saidAlone gives what one text says and another does not.
func saidAlone(a, b string) (sentences, facts []string) {
	cut := func(ranges []text.Range) (parts []string) {
		for _, r := range ranges {
			parts = append(parts, a[r.Start:r.End])
		}
		return parts
	}
	one, other := NewReport(Article{Body: a}), NewReport(Article{Body: b})
	s, f := one.Unshared(a, other)
	return cut(s), cut(f)
}

func TestUnshared(t *testing.T) {
	t.Parallel()
	const port = "أعلن وزير النقل سامي الحداد اليوم افتتاح ميناء طرشيحا الجديد."
	for _, test := range []struct {
		name             string
		a, b             string
		sentences, facts []string
	}{
		{name: "the same text", a: port, b: port},
		{name: "a text and nothing", a: port, b: "", sentences: []string{port}},
		{name: "other words and another order", a: "افتتح الوزير سامي الحداد ميناءً جديدًا في طرشيحا.", b: port},
		{
			name: "a sentence more", a: port + " وبلغت كلفة المشروع تسعين مليون دينار.", b: port,
			sentences: []string{"وبلغت كلفة المشروع تسعين مليون دينار."},
		},
		{
			name: "another number", a: "قُتل 5 أشخاص وأصيب آخرون في حريق مصنع الزجاج.", b: "قُتل 3 أشخاص وأصيب آخرون في حريق مصنع الزجاج.",
			facts: []string{"5"},
		},
		{name: "a number in words", a: "قُتل 5 أشخاص في حريق مصنع الزجاج.", b: "قُتل خمسة أشخاص في حريق مصنع الزجاج."},
		{name: "digits of another script", a: "قُتل ٢٥ شخصًا في حريق مصنع الزجاج.", b: "قُتل 25 شخصًا في حريق مصنع الزجاج."},
		{name: "a rounded number", a: "صدّرت البلاد 6.935 مليون برميل من النفط.", b: "صدّرت البلاد 6.9 مليون برميل من النفط."},
		{
			name: "a name more", a: "استقبل الرئيس اليوم وزير المالية جهاد عازار في القصر.", b: "استقبل الرئيس اليوم وزير المالية في القصر.",
			facts: []string{"جهاد", "عازار"},
		},
		{
			name: "abbreviations end no sentence", a: "حضر د. سامي الحداد افتتاح ميناء طرشيحا. ثم غادر المدينة بالقطار السريع.", b: "حضر د. سامي الحداد افتتاح ميناء طرشيحا.",
			sentences: []string{"ثم غادر المدينة بالقطار السريع."},
		},
		{
			name: "another language", a: "The minister opened the port. Fishermen protested outside the gates.", b: "The minister opened the port.",
			sentences: []string{"Fishermen protested outside the gates."},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			sentences, facts := saidAlone(test.a, test.b)
			if !slices.Equal(sentences, test.sentences) || !slices.Equal(facts, test.facts) {
				t.Errorf("sentences %q, facts %q", sentences, facts)
			}
		})
	}
}

// Whatever the texts, ranges are in order, within the part, and no text says more than
// itself.
func FuzzUnshared(f *testing.F) {
	f.Add("قال الوزير إنه وصل. ثم غادر!", "The minister (6.9) left…\nعبد الله")
	f.Add("...", "\xff«»1,2.3")
	f.Fuzz(func(t *testing.T, a, b string) {
		one, other := NewReport(Article{Body: a}), NewReport(Article{Body: b})
		sentences, facts := one.Unshared(a, other)
		for _, list := range [][]text.Range{sentences, facts} {
			at := 0
			for _, r := range list {
				if r.Start < at || r.End <= r.Start || r.End > len(a) {
					t.Fatalf("%v of %q", list, a)
				}
				at = r.End
			}
		}
		if a == plainText(a) && !strings.ContainsAny(a, "\n") {
			if sentences, facts := one.Unshared(a, one); sentences != nil || facts != nil {
				t.Fatalf("%q lacks %v %v of itself", a, sentences, facts)
			}
		}
	})
}
