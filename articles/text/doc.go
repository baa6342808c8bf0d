// Package text has what is done with texts of every kind before anybody reads
// them.
//
// It is the one gate for text that comes from outside: [CleanLine], [CleanText] and
// [CleanMarkdown] take out whatever could act on a terminal or hide in a text.
//
// It makes words comparable that are the same word written differently, for search
// and for tables of words: [Fold], [Key], [Words], [Stem], [FormsOf], in the
// languages of the Arabic script first, in Hebrew, and in any other as far as letter
// case and accents go. What these give is for comparing alone, never for showing.
//
// It writes plain text as Markdown that shows the same text: [EscapeLine],
// [EscapeLines].
package text
