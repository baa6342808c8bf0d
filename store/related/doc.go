// Package related finds the articles of a library that belong to one of them: by
// what they say alone, without a model, a network or a word of advice. It reads
// no file and knows no database: it is given texts, and asks an [Index] for the
// rest.
//
// # How
//
// An article becomes a [Profile] (see [Analyse]): its words, folded and stemmed
// as in articles/text, function words left out; and pairs of words that stand in
// its title, recur, or hold a name. Each weighs by how often it occurs, on a
// logarithmic scale, an occurrence in the title counting thrice and one in the
// summary twice; names weigh double, and words that papers write every day half.
// What a name is, the text itself says, mostly: what follows a title, an office or
// a kind of place or body (الوزير, مدينة, شركة), what stands in short quotations,
// in scripts with capitals what has one where no sentence begins. Countries, large
// cities and first names are listed. Lines that a paper writes under all its
// articles are left out (see [Standing]).
//
// How near one article is to another is the cosine of their profiles, each term
// weighing by its rarity in the library, too; the length of the other is taken
// without rarities, so that profiles stay true as the library grows. It fades with
// the distance in time, down to a half.
//
// [Find] does so in two stages. From an index by term come those that share the
// article's most telling terms, the nearest in time first and a bounded number for
// each; the hundred that share the most of them are compared whole. The three
// nearest then vouch for themselves and for what is like them and of their time, so
// that what tells the story in other words comes before what shares an office or a
// place with the article. So it costs the same in a library of a thousand articles
// and of a hundred thousand. [Thread] puts a developing story together in order of
// time.
//
// The reasons that are given are names first, and of the pairs those that read as
// one thing: two names, a kind of place and its name, a noun and its adjective or
// what it is of. Words of every day are none.
//
// # How well
//
// TestQuality measures it over labelled stories beside SQLite's search for the
// title and a cosine without any Arabic in it. The parameters are few and round,
// and were chosen among others by these very stories, as were the bounds from which
// on two articles tell one story and from which on one is of a thread: the figures
// flatter them. TestHeldOut measures it over others, written afterwards and harder,
// by which none was chosen: MRR 0.94 there for 1.00 here, and three quarters of the
// first three of the story. What it misses there are parts of a story that share
// one common word with the part asked about, or none.
//
// TestCorpus measures it over any articles in the form of testdata/stories.txt:
//
//	go test ./store/related -run TestCorpus -v -corpus FILE
//
// Over 106 excerpts of real reports of 23 stories, from 91 papers in Arabic,
// Persian, Urdu and Hebrew, which are not ours to keep here, P@3 was 0.93 for 0.87
// of the cosine and 0.36 of the title search, R@5 0.93 for 0.90 and 0.31, MRR 0.98
// for 0.96 and 0.59; a title found its text with 0.96 for 0.91, and the second half
// of a report the first with 0.82 for 0.62. It was they that had vouchers vouch for
// themselves, and words of every day known as such. Over 40 more, of 8 stories, it
// was the first time P@3 0.92 for 0.89 and 0.19, R@5 0.94 for 0.91 and 0.18, MRR
// 0.97 for 0.99 and 0.43; they showed names that papers spell in two ways.
package related
