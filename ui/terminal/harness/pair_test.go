package main

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// The tools, and what they do here: shoot copies the picture that lies beside the program, ocr
// finds in a picture the rate that the file rate beside the program says.
const (
	fakeShoot = `#!/bin/sh
out= shots=
while [ "$1" != terminal ]; do
	case $1 in
	-k) case $2 in shot:*) shots="$shots ${2#shot:}" ;; esac ;;
	-o) out=$2 ;;
	esac
	shift 2
done
for to in $out $shots; do cp "$2.png" "$to"; done
`
	fakeOCR = `#!/bin/sh
for picture; do :; done
folder=$(dirname "$picture")
echo "$picture" >>"$(dirname "$0")/read"
cat "$folder/rate"
`
)

// fakeStudio is a studio whose two programs show pictures of these greys and are misread by
// these rates.
func fakeStudio(t *testing.T, greys [2]uint8, misread [2]string) *studio {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the tools are shell scripts here")
	}
	folder := t.TempDir()
	write := func(name, content string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	write("shoot", fakeShoot)
	write("ocr", fakeOCR)
	var programs [2]*program
	for i, name := range []string{"before", "now"} {
		p := &program{file: filepath.Join(folder, name, "warraq"), folder: filepath.Join(folder, name), libraries: filepath.Join(folder, name)}
		p.library, p.lines = filepath.Join(p.folder, "library.db"), map[string]map[int][]string{}
		for _, sample := range read() {
			p.lines[sample.name] = map[int][]string{screenColumns: {sample.title}}
		}
		if err := os.Mkdir(p.folder, 0o700); err != nil {
			t.Fatal(err)
		}
		write(name+"/library.db", "")
		write(name+"/rate", misread[i]+" text\n"+misread[i]+"\n")
		writePicture(t, p.file+".png", greys[i])
		programs[i] = p
	}
	return &studio{tools: folder, out: folder, screens: []int{screenColumns}, readings: map[reading]float64{}, before: programs[0], warraq: programs[1]}
}

// writePicture writes a picture of a screen that is all of one grey.
func writePicture(t *testing.T, file string, grey uint8) {
	t.Helper()
	i := image.NewGray(image.Rect(0, 0, 2*screenColumns, 2*screenRows))
	for at := range i.Pix {
		i.Pix[at] = grey
	}
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err = png.Encode(f, i); err != nil {
		t.Fatal(err)
	}
}

func TestPair(t *testing.T) {
	for _, c := range []struct {
		name    string
		greys   [2]uint8
		misread [2]string
		rounds  int
		cell    string
		worse   bool
		read    int // by ocr, in each of the ways of reading
	}{
		{"same pictures", [2]uint8{7, 7}, [2]string{"0.050", "0.900"}, 1, "0.050 → 0.050", false, 1},
		{"a little worse", [2]uint8{7, 8}, [2]string{"0.050", "0.054"}, 1, "0.050 → 0.054", false, 2},
		{"noticeably worse", [2]uint8{7, 8}, [2]string{"0.050", "0.058"}, 5, "0.050 → 0.058", false, 2},
		{"worse", [2]uint8{7, 8}, [2]string{"0.050", "0.070"}, 5, "0.050 → 0.070", true, 2},
		{"better", [2]uint8{7, 8}, [2]string{"0.070", "0.050"}, 5, "0.070 → 0.050", false, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := fakeStudio(t, c.greys, c.misread)
			p, err := s.pair(t.Context(), "terminal")
			if err != nil {
				t.Fatal(err)
			}
			if p.rounds != c.rounds {
				t.Errorf("measured %d times, want %d", p.rounds, c.rounds)
			}
			if want := strings.Repeat(c.cell+" | ", len(read())-1) + c.cell; p.cells() != want {
				t.Errorf("rates of %q, want %q", p.cells(), want)
			}
			if err = p.worse("terminal"); (err != nil) != c.worse {
				t.Errorf("worse: %v, want %t", err, c.worse)
			}
			if pixels := 4 * screenColumns * screenRows; (p.differ == pixels) != (c.greys[0] != c.greys[1]) {
				t.Errorf("%d pixels differ", p.differ)
			}
			said, err := os.ReadFile(filepath.Join(s.tools, "read"))
			if err != nil {
				t.Fatal(err)
			}
			// A picture that was read is not read again: not in another round, and not for the other program.
			if got, want := strings.Count(string(said), "\n"), c.read*len(read())*len(segmentationModes); got != want {
				t.Errorf("ocr read %d times, want %d", got, want)
			}
		})
	}
}
