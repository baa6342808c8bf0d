// Package speech has sentences read aloud by a program: espeak-ng, or one that the user named.
package speech

import (
	"context"
	"errors"
	"os/exec"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/warraq/warraq/ui/outside"
)

// Paces, in words a minute.
const (
	UsualPace   = 160
	SlowestPace = 80
	FastestPace = 400
	PaceStep    = 20
)

// Utterance is what is read aloud at once, a sentence.
type Utterance struct {
	Text string
	Lang string // BCP 47
	Pace int    // words a minute
}

// Speak reads something aloud and returns when it has been read, or when nobody waits any
// more.
type Speak func(context.Context, Utterance) error

// The places in a command of the user's, beside that of the text.
const (
	langPlace = "{lang}"
	pacePlace = "{pace}"
)

// knownCommands are the programs that are looked for where the user names none.
var knownCommands = [][]string{
	{"espeak-ng", "-v", langPlace, "-s", pacePlace, "-b", "1", "--stdin"},
	{"espeak", "-v", langPlace, "-s", pacePlace, "-b", "1", "--stdin"},
}

// Find returns what reads aloud: the user's command, else a program that is installed; nil
// where there is none.
func Find(command []string, r *outside.Runner) Speak {
	if len(command) == 0 {
		for _, known := range knownCommands {
			if _, err := exec.LookPath(known[0]); err == nil {
				command = known
				break
			}
		}
	}
	if len(command) == 0 {
		return nil
	}
	read := reader(command, r)
	return func(ctx context.Context, u Utterance) error {
		err := read(ctx, u)
		usual := LanguageOf(u.Text, "")
		if errors.As(err, new(*outside.Error)) && !errors.Is(err, ErrSilent) && !errors.Is(err, outside.ErrHangs) && u.Lang != usual {
			u.Lang = usual // it may have no voice for a language, but one for its letters
			if read(ctx, u) == nil {
				return nil
			}
		}
		return err
	}
}

// reader returns what reads aloud by a command, in the language that it is told.
func reader(command []string, r *outside.Runner) Speak {
	return func(ctx context.Context, u Utterance) error {
		began := time.Now()
		_, _, err := r.Run(ctx, outside.Call{
			Command: command, Text: u.Text, Within: longestReading(u),
			Values: []string{langPlace, u.Lang, pacePlace, strconv.Itoa(u.Pace)},
		})
		if words := wordsOf(u); err == nil && words >= silentWords && time.Since(began) < usualReading(u)/silentShare {
			err = &outside.Error{Name: command[0], Why: ErrSilent}
		}
		return err
	}
}

// ErrSilent is why a program cannot have read aloud what it was given.
var ErrSilent = errors.New("it ended at once")

// A program has read nothing where it ends in so small a share of the time that so many words
// take: without a sound device espeak-ng does, and calls it a success.
const (
	silentWords = 4
	silentShare = 20
)

// wordLetters is how many letters a word has, with its space.
const wordLetters = 5

// longestReading is how long a program may take for something: three times as long as it
// should, and what it needs to start.
func longestReading(u Utterance) time.Duration { return 15*time.Second + 3*usualReading(u) }

// usualReading is how long reading something should take.
func usualReading(u Utterance) time.Duration {
	return time.Duration(1+wordsOf(u)) * time.Minute / time.Duration(max(1, u.Pace))
}

// wordsOf is about how many words something has.
func wordsOf(u Utterance) int { return utf8.RuneCountInString(u.Text) / wordLetters }

// arabicLanguages are those that are written in Arabic letters and have voices.
var arabicLanguages = []string{"ar", "fa", "ur", "ku", "ug", "sd"}

// LanguageOf returns the language in whose voice a sentence is read: that of its text where
// the letters are of its script, else one of the script that most of them are.
func LanguageOf(sentence, lang string) string {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	var arabic, hebrew, latin int
	for _, r := range sentence {
		switch {
		case unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r):
			arabic++
		case unicode.Is(unicode.Hebrew, r) && unicode.IsLetter(r):
			hebrew++
		case unicode.IsLetter(r):
			latin++
		}
	}
	isArabic := false
	for _, of := range arabicLanguages {
		isArabic = isArabic || of == base
	}
	switch {
	case arabic+hebrew+latin == 0 && base != "":
		return base
	case arabic >= max(hebrew, latin, 1) && isArabic:
		return base
	case arabic >= max(hebrew, latin, 1):
		return "ar"
	case hebrew >= max(latin, 1):
		return "he"
	case base == "" || isArabic || base == "he":
		return "en"
	default:
		return base
	}
}
