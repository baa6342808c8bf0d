//go:build unix

package speech_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/ui/outside"
	"github.com/warraq/warraq/ui/speech"
)

func TestLanguageOf(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ sentence, lang, want string }{
		{"قرأت كتابًا.", "ar", "ar"}, {"کتابی خواندم.", "fa-IR", "fa"}, {"میں نے کتاب پڑھی۔", "ur", "ur"}, {"קראתי ספר.", "he", "he"},
		{"Read this first.", "ar", "en"}, {"Lies das zuerst.", "de", "de"}, {"قرأت عن Go أمس.", "en", "ar"}, {"ספר ב־Go.", "ar", "he"},
		{"15 / 2", "fa", "fa"}, {"15", "", "en"}, {"قرأت", "", "ar"},
	} {
		if got := speech.LanguageOf(tt.sentence, tt.lang); got != tt.want {
			t.Errorf("%q of %q: %s, want %s", tt.sentence, tt.lang, got, tt.want)
		}
	}
}

// A program that is installed is told what to read, in which language and how fast; without
// one nothing reads.
func TestFind(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("PATH", folder)
	var r outside.Runner
	if speech.Find(nil, &r) != nil {
		t.Error("nothing is installed, and reads")
	}
	said := filepath.Join(folder, "said")
	script := "#!/bin/sh\nexec >" + said + "\necho \"$@\"\n/bin/cat\n"
	if err := os.WriteFile(filepath.Join(folder, "espeak-ng"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	speak := speech.Find(nil, &r)
	if speak == nil {
		t.Fatal("it is installed, and not found")
	}
	if err := speak(t.Context(), speech.Utterance{Text: "-قرأت", Lang: "ar", Pace: 180}); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(said); err != nil || string(got) != "-v ar -s 180 -b 1 --stdin\n-قرأت" {
		t.Errorf("%q, %v", got, err)
	}
}

// Where a program has no voice for a language, that of the letters reads; what fails in that,
// too, is said of the first.
func TestNoVoice(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		text, lang, voice string // the one that there is
		want              string
	}{
		"one of the language": {"Les dette fyrst.", "nn", "nn", "nn Les dette fyrst."},
		"one of the letters":  {"Les dette fyrst.", "nn", "en", "en Les dette fyrst."},
		"of Arabic letters":   {"کتێبێک.", "ku", "ar", "ar کتێبێک."},
		"none at all":         {"Les dette fyrst.", "nn", "fr", "no voice nn"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var r outside.Runner
			said := filepath.Join(t.TempDir(), "said")
			script := `test "$1" = ` + tt.voice + ` || { echo no voice "$1" >&2; exit 1; }; echo "$1 $2" >> "$3"`
			err := speech.Find([]string{"sh", "-c", script, "sh", "{lang}", "{text}", said}, &r)(t.Context(), speech.Utterance{Text: tt.text, Lang: tt.lang, Pace: speech.UsualPace})
			got, _ := os.ReadFile(said)
			if err != nil {
				got = []byte(err.Error())
			}
			if !strings.HasSuffix(strings.TrimSpace(string(got)), tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// A program that ends at once has read nothing aloud.
func TestSilence(t *testing.T) {
	t.Parallel()
	var r outside.Runner
	long := speech.Utterance{Text: "قرأت في الصحيفة خبرًا عن سوق الكتب أمس.", Lang: "ar", Pace: speech.UsualPace}
	book := long // nobody reads it within a minute
	book.Text = strings.Repeat(long.Text+" ", 1000)
	for _, tt := range []struct {
		command []string
		said    speech.Utterance
		want    error
	}{
		{[]string{"true"}, book, speech.ErrSilent}, {[]string{"sleep", "1"}, long, nil}, {[]string{"true"}, speech.Utterance{Text: "نعم.", Lang: "ar", Pace: speech.UsualPace}, nil},
	} {
		if err := speech.Find(tt.command, &r)(t.Context(), tt.said); !errors.Is(err, tt.want) {
			t.Errorf("%q: %v, want %v", tt.command, err, tt.want)
		}
	}
}

// A pause is the end of the program, at once.
func TestPause(t *testing.T) {
	t.Parallel()
	var r outside.Runner
	speak := speech.Find([]string{"sleep", "60"}, &r)
	ctx, stop := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer stop()
	began := time.Now()
	if err := speak(ctx, speech.Utterance{Text: "قرأت", Lang: "ar", Pace: speech.UsualPace}); !errors.Is(err, context.DeadlineExceeded) || time.Since(began) > 50*time.Second {
		t.Errorf("%v after %v", err, time.Since(began))
	}
}

// A sentence is read in the voice of its own letters.
func ExampleLanguageOf() {
	fmt.Println(speech.LanguageOf("Read this first.", "ar"))
	// Output: en
}
