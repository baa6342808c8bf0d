package related

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stemSkeleton gives the consonants of an Arabic word by which its kin are known, hardly
// more than its root: هجوم, مهاجمة and هجمات have one, and so do تفاوض and مفاوضات.
// It is "" for a word of which less than three letters are left, and of other scripts.
//
// Titles alone have few words, and papers say the same with a verb, its noun and the
// plural of that: where there is no text, kin counts as well as the word itself.
func stemSkeleton(stem string) string {
	if first, _ := utf8.DecodeRuneInString(stem); !unicode.Is(unicode.Arabic, first) {
		return ""
	}
	core := []rune(stem)
	for _, prefix := range skeletonPrefixes {
		if rest, ok := strings.CutPrefix(string(core), prefix); ok && utf8.RuneCountInString(rest) >= 3 {
			core = []rune(rest)
			break
		}
	}
	if len(core) > 3 && core[1] == 'ت' { // افتعل, whose first letter has gone
		core = append(core[:1:1], core[2:]...)
	}
	for i := len(core) - 1; i >= 0 && len(core) > 3; i-- {
		if strings.ContainsRune("اويء", core[i]) {
			core = append(core[:i:i], core[i+1:]...)
		}
	}
	if len(core) < 3 {
		return ""
	}
	return string(core)
}

// skeletonPrefixes are what verbs and the nouns of verbs begin with, the longest first.
var skeletonPrefixes = []string{"است", "يست", "تست", "مست", "ان", "ين", "من", "ال", "ا", "ي", "ت", "م", "ن", "س"}
