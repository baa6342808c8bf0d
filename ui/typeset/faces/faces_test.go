package faces

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// All fonts are there, can be read, have the letters of their scripts, and are small.
func TestEmbeddedFonts(t *testing.T) {
	t.Parallel()
	set, err := NewSet("")
	if err != nil {
		t.Fatal(err)
	}
	for family, letters := range map[Family]string{
		Naskh: "ابتثجحخسشصضطظعغفقكلمنهويءآأإؤئةىپچژگکی٠٩۴۵۶َُِّْٰـ«»،؛؟", Nastaliq: "ٹڈڑےںہھیکگپچژ۔،؟َُِّ",
		Hebrew: "אבגדהוזחטיכךלמםנןסעפףצץקרשתַָּׁ׃־", Latin: "Aażéßčşḥṣṭẓ.,:;!?-–—“”„…€½¹⁰αωЖя", Mono: "Aa0{}[]()<>|─│→", Symbols: "☐☑◆◇▪◦★",
	} {
		for _, bold := range []bool{false, true} {
			for _, r := range letters {
				if face := set.For(r, family, bold); !face.Has(r) {
					t.Errorf("%s has no %c (%U)", face.Name, r, r)
				}
			}
		}
	}
	entries, err := fs.ReadDir(fontFiles, "fonts")
	if err != nil {
		t.Fatal(err)
	}
	size := int64(0)
	for _, e := range entries {
		if info, err := e.Info(); err == nil {
			size += info.Size()
		}
	}
	if size > 1_500_000 {
		t.Errorf("the fonts have %d bytes", size)
	}
}

// A character that its own family has not comes from another; one that none has is told of.
func TestSetFindsOtherFonts(t *testing.T) {
	t.Parallel()
	set, _ := NewSet("")
	set.system.listed = true // and has none
	for r, want := range map[rune]string{
		'ا': "NotoNaskhArabic-Regular", 'A': "NotoSerif-Regular", 'א': "NotoSerifHebrew-Regular", '☐': "NotoSansSymbols2-Regular", '→': "NotoSansMono-Regular",
	} {
		if face := set.For(r, Naskh, false); face.Name != want {
			t.Errorf("%c is shown in %s, not %s", r, face.Name, want)
		}
	}
	const nowhere = '\U00012345'
	if face := set.For(nowhere, Latin, false); face != set.Face(Latin, false) {
		t.Errorf("what no font has is shown in %s", face.Name)
	}
	if missing := set.Missing(); len(missing) != 1 || missing[0] != nowhere {
		t.Errorf("missing are %U", missing)
	}
}

// A font file that cannot be used is named, and the embedded fonts serve.
func TestBrokenFontFiles(t *testing.T) {
	t.Parallel()
	good, err := unpack("NotoSerifHebrew-Regular")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	for name, data := range map[string][]byte{"empty.ttf": nil, "text.ttf": []byte("no font"), "cut.ttf": good[:300], "missing.ttf": nil} {
		path := filepath.Join(folder, name)
		if name != "missing.ttf" {
			if err = os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		set, failure := NewSet(path)
		var wrong FileError
		if !errors.As(failure, &wrong) || wrong.Path != path {
			t.Errorf("%s: %v", name, failure)
		}
		if face := set.For('א', Hebrew, false); face != set.Face(Hebrew, false) {
			t.Errorf("%s: the letter is shown in %s", name, face.Name)
		}
	}
	path := filepath.Join(folder, "good.ttf")
	if err = os.WriteFile(path, good, 0o600); err != nil {
		t.Fatal(err)
	}
	set, err := NewSet(path)
	if err != nil || set.For('א', Hebrew, true) != set.own || set.For('ا', Naskh, false) == set.own {
		t.Errorf("the font of the reader's is not used for what it has alone (%v)", err)
	}
}

// A font that is broken somewhere is refused, or shows something and stops nothing.
func TestFontsBrokenAnywhere(t *testing.T) {
	t.Parallel()
	good, err := unpack("NotoNaskhArabic-Regular")
	if err != nil {
		t.Fatal(err)
	}
	text := []rune("السَّلامُ عَلَيْكُم 12")
	random := rand.New(rand.NewPCG(23, 1))
	var s Shaper
	for range 60 {
		data := append([]byte(nil), good...)
		for range 1 + random.IntN(200) {
			data[random.IntN(len(data))] = byte(random.Uint32())
		}
		f, err := parse(data)
		if err != nil {
			continue
		}
		face, err := ownFace("broken", data, f)
		if err != nil {
			continue
		}
		for _, g := range s.Append(nil, text, Run{Face: face, End: len(text), RightToLeft: true, Script: Arabic, Language: "ar"}) {
			if g.Cluster < 0 || g.Cluster >= len(text) {
				t.Fatalf("a glyph is of character %d", g.Cluster)
			}
			face.Outline(g.ID)
		}
	}
}
