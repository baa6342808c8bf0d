package joining

import (
	"bufio"
	"compress/gzip"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/warraq/warraq/ui/rtl/bidi"
)

// answer is what GNU FriBidi's command made of a string (see gen_fribidi.go).
type answer struct {
	text   []rune
	levels []uint8
	forms  []rune // in logical order
}

// difference is a way in which FriBidi is not this package. explain changes
// forms as the difference does and reports whether it did.
type difference struct {
	name    string
	explain func(a answer, forms []rune) bool
}

// The differences in the order in which they are looked for. Each of them has to
// explain some strings, and all of them together every string.
var differences = []difference{
	{"FriBidi ligates lam and alef only if nothing is between them, not even a mark", apart},
	{"FriBidi keeps a ligature in the alef's place and fills the lam's with U+FEFF", swapped},
	{"FriBidi ligates letters that come as presentation forms", ligatedForms},
	{"FriBidi's command mirrors characters as it joins letters (UAX #9, L4)", mirrored},
}

// TestFriBidi compares all the forms of all the recorded strings.
func TestFriBidi(t *testing.T) {
	explained := make([]int, len(differences))
	strings, same := 0, 0
	readAnswers(t, func(line int, a answer) {
		strings++
		forms := ShapeLevels(nil, a.text, a.levels)
		if slices.Equal(forms, a.forms) {
			same++
			return
		}
		for i, d := range differences {
			if d.explain(a, forms) {
				explained[i]++
			}
		}
		if !slices.Equal(forms, a.forms) {
			t.Errorf("line %d: %U, levels %d: %U after all known differences, FriBidi has %U", line, a.text, a.levels, forms, a.forms)
		}
	})
	t.Logf("%d strings, %d with no difference", strings, same)
	if strings < 20000 {
		t.Errorf("%d strings were compared, want at least 20000", strings)
	}
	for i, d := range differences {
		t.Logf("%d: %s", explained[i], d.name)
		if explained[i] == 0 {
			t.Errorf("no string shows that %s", d.name)
		}
	}
}

// apart takes ligatures apart whose halves are no neighbours.
func apart(a answer, forms []rune) bool {
	found := false
	for i, form := range forms {
		if form == Ligated && forms[i-1] == a.text[i-1] {
			lam := i - 1
			for a.text[lam] != 'ل' {
				lam--
			}
			joined := side(0)
			if forms[lam] != lamAlef(a.text[i], 0) {
				joined = rightSide
			}
			forms[lam], forms[i] = formOf('ل', joined|leftSide), formOf(a.text[i], rightSide)
			found = true
		}
	}
	return found
}

func swapped(_ answer, forms []rune) bool {
	found := false
	for i, form := range forms {
		if form == Ligated {
			forms[i-1], forms[i] = '\ufeff', forms[i-1]
			found = true
		}
	}
	return found
}

func ligatedForms(a answer, forms []rune) bool {
	found := false
	for i := 1; i < len(forms); i++ {
		lam, ok := Unshape(a.text[i-1])
		alef, okAlef := Unshape(a.text[i])
		if !ok || !okAlef || lam != "ل" || a.levels[i-1] != a.levels[i] || a.levels[i]&1 == 0 {
			continue
		}
		joined := slices.Index(letterForms['ل'-firstLetter][:], uint16(a.text[i-1])) // initial or medial
		if form := lamAlef([]rune(alef)[0], side(joined)&rightSide); form != 0 && side(joined)&leftSide != 0 {
			forms[i-1], forms[i] = '\ufeff', form
			found = true
		}
	}
	return found
}

func mirrored(a answer, forms []rune) bool {
	found := false
	for i, form := range forms {
		if image, ok := bidi.Mirror(form); ok && a.levels[i]&1 == 1 {
			forms[i] = image
			found = true
		}
	}
	return found
}

func readAnswers(t *testing.T, each func(line int, a answer)) {
	t.Helper()
	f, err := os.Open("testdata/fribidi.tsv.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	scanner := bufio.NewScanner(unzipped)
	for line := 1; scanner.Scan(); line++ {
		if strings.HasPrefix(scanner.Text(), "#") {
			t.Log(scanner.Text())
			continue
		}
		fields := strings.Split(scanner.Text(), "\t")
		if len(fields) != 4 {
			t.Fatalf("line %d has %d fields, want 4", line, len(fields))
		}
		text, visual := parse[rune](t, fields[0], 16), parse[rune](t, fields[1], 16)
		forms := make([]rune, 0, len(text))
		for _, place := range parse[int](t, fields[2], 10) {
			forms = append(forms, visual[place])
		}
		each(line, answer{text, parse[uint8](t, fields[3], 10), forms})
	}
	if err := scanner.Err(); err != nil {
		t.Fatal(err)
	}
}

func parse[N rune | int | uint8](t *testing.T, s string, base int) []N {
	t.Helper()
	var numbers []N
	for field := range strings.FieldsSeq(s) {
		n, err := strconv.ParseUint(field, base, 32)
		if err != nil {
			t.Fatal(err)
		}
		numbers = append(numbers, N(n))
	}
	return numbers
}
