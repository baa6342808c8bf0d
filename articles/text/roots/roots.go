// Package roots knows the roots of Arabic words, and the words of a root. The lemmas
// are those of a table that is a part of the program and is read as it is; other words
// are brought to them by what is written together with words, and broken plurals by
// their patterns.
package roots

import (
	"slices"
	"strings"

	"github.com/warraq/warraq/articles/text"
)

// Of gives the roots that an Arabic word can have, none where it is not known: those of
// the lemma that has the most of its letters.
func Of(word string) []string {
	folded := text.Fold(word)
	for _, core := range wordCores(folded) {
		if found := lookUp(core); len(found) > 0 {
			return found
		}
	}
	return nil
}

// lookUp gives the roots of a lemma, or of a plural by its pattern.
func lookUp(c wordCore) (list []string) {
	encoded, ok := encode(c.text)
	if !ok {
		return nil
	}
	for _, root := range rootsOf(encoded) {
		list = append(list, decode(root))
	}
	if len(list) > 0 || c.verb {
		return list
	}
	for _, pattern := range pluralPatterns {
		if root, ok := ofPattern(c.text, pattern); ok && isRoot(root) {
			return []string{root}
		}
	}
	return nil
}

func isRoot(root string) bool {
	encoded, ok := encode(root)
	if ok {
		_, ok = placeOf(encoded)
	}
	return ok
}

// Parse gives the root that someone writes: with its letters together or apart, or a
// word in its place.
func Parse(written string) (root string, ok bool) {
	joined := strings.Map(func(r rune) rune {
		if strings.ContainsRune(" -–.،\"ـ", r) {
			return -1
		}
		return r
	}, written)
	// A root has no alef: it is a hamza.
	root = strings.ReplaceAll(text.Fold(joined), "ا", "ء")
	if isRoot(root) {
		return root, true
	}
	if found := Of(joined); len(found) > 0 {
		return found[0], true
	}
	return "", false
}

// Family gives the words of a root, folded, in their order: its lemmas, the presents of
// its verbs and the broken plurals that it may have.
func Family(root string) (words []string) {
	encoded, ok := encode(root)
	if !ok {
		return nil
	}
	place, ok := placeOf(encoded)
	if !ok {
		return nil
	}
	eachFrom(0, func(lemma string, of int) bool {
		if of == place {
			words = append(words, decode(lemma))
		}
		return true
	})
	if len(encoded) == 3 {
		words = append(words, inflectRoot(root, words)...)
	}
	slices.Sort(words)
	return slices.Compact(words)
}
