// Package related finds the articles of a library that belong to one of them: by
// what they say alone, without a model, a network or a word of advice. It reads
// no file and knows no database: it is given texts, and asks an [Index] for the
// rest.
//
// # How
//
// An article becomes a [Profile] (see [Analyse]): its words, folded and stemmed
// as in articles/text, function words left out, and its numbers, each as it is and
// rounded, so that 6.935 million and 6.9 million meet. Of each it is kept how often
// the whole has it, an occurrence in the title counting thrice, and the title, and
// the lead, which is the first eighty words. Names weigh a quarter more. What a name
// is, the text itself says, mostly: what follows a title, an office or a kind of place
// or body (الوزير, مدينة, شركة), what stands in short quotations, in scripts with
// capitals what has one where no sentence begins. Countries, large cities and first
// names are listed. Where there is but a title its words' kin count too, by what is
// left of them without vowels and the letters of patterns. Lines that a paper writes
// under all its articles are left out (see [Standing]).
//
// How near one article is to another is the sum of three cosines, each term weighing
// by its rarity in the library: of the whole, of the titles and of the leads, these
// for 0.4 and 0.6. It fades with the distance in time, as a Gaussian of 72 hours, to
// six tenths; as another report of one event, where the lead counts for 0.8, to a fifth.
//
// [Find] takes from an index those that share the article's most telling terms and
// compares the most promising whole. By how near each is it is called another report
// of the event, a part of the story, or related, or it is left out: five that have
// nothing to do with the article are worse than two that have. How near is enough is
// measured from those at the ranks 25 to 75, which have nothing to do with it: likeness
// means less in a library of the same days and places than in a small one. Copies, told
// by their runs of words (see [Sketch]), are one with what they copy; what a paper brings
// every day in the same words, with other names and numbers, is none. [Thread] puts a
// developing story together in order of time.
//
// The reasons that are given are names and numbers first, and of the pairs of words
// those that read as one thing: two names, a kind of place and its name, a noun and
// its adjective or what it is of. Words of every day are none.
//
// # How well
//
// TestDense measures it in a library of some three thousand articles that package
// newsroom writes, dense as real ones are: 150 stories among thousands of articles
// that share an office, a place, a person, a way of telling or a paragraph of
// background with them. With -dense-table it prints, for the halves of three libraries,
// beside two baselines that compare with every article: the cosine of all words (1 + log
// of how often, by rarity, titles thrice), and the same with half of the titles' and half
// of the first eighty words':
//
//	go test ./store/related -run TestDense -v -dense-table
//
//	library, half     nDCG@5             event@5            MRR                unrelated
//	                  ours  all   parts  ours  all   parts  ours  all   parts  ours  all   parts
//	1, chosen by      .962  .939  .949   .990  .959  .977   .993  .979  .983   .063  .092  .106
//	1, not looked at  .967  .952  .952   .993  .976  .978   .987  .961  .963   .059  .080  .092
//	2                 .967  .946  .946   .991  .978  .972   .986  .967  .967   .059  .095  .104
//	2                 .959  .944  .947   .982  .968  .973   .982  .971  .970   .069  .084  .109
//	3                 .967  .948  .953   .988  .964  .972   .991  .978  .977   .053  .093  .095
//	3                 .964  .945  .945   .993  .978  .976   .982  .971  .964   .060  .085  .105
//
// "The same event" was right for .91 to .97 of what it was said of, and said of .82 to
// .88 of what it is true of; "the same story" was right for .96 to .98. One part added
// after the other, without leaving anything out, on the half that was chosen by: nDCG
// .949 of the parts by all words; .950 without function words; .951 with numbers rounded;
// .952 with Warraq's words and stems; .957 with names weighing a quarter more; .962 with
// time; .966 with the lead for 0.6 and the title for 0.4. Leaving out what is little
// related then costs .004 and saves two of five of the unrelated. Of the nearest of all
// articles 630 of 631 are among those compared.
//
// TestTitlesWithTimes has titles alone: R@5 .86 to .92 for .78 to .87 of the cosine.
// Where real papers differ from that library, so will the figures.
//
// TestQuality measures it over labelled stories of few and short articles beside
// SQLite's search for the title and a plain cosine, TestHeldOut over others, by which
// no parameter was chosen: MRR 0.94 there for 1.00 here. TestCorpus measures it over
// any articles in the form of testdata/stories.txt:
//
//	go test ./store/related -run TestCorpus -v -corpus FILE
package related
