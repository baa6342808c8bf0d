package related

// wordPair is two words after one another, and how an article has them.
type wordPair struct {
	counts bool // it stands in the title, recurs, or holds a name
	at     int  // the second word, last
	phrase bool
	person bool // both words are names and neither a place
	kind   bool // the first word is a kind of place or body
}

// pairs gives the pairs of words that stand in the title, that recur, or that hold
// a name, and read as one thing: they are reasons rather than their words. Nothing
// but a space parts the words of a pair.
func (c *counts) pairs(tokens []token) []*writing {
	found := map[[2]string]*wordPair{}
	var order [][2]string
	described := false // the first word of the pair is the adjective of the one before it
	for i := 1; i < len(tokens); i++ {
		a, b := &tokens[i-1], &tokens[i]
		if !a.content || !b.content || b.parted {
			described = false
			continue
		}
		stems := [2]string{a.stem, b.stem}
		p := found[stems]
		if p == nil {
			first, second := c.names[a.stem], c.names[b.stem]
			p = &wordPair{
				counts: b.place == inTitle || first || second,
				person: first && second && !isPlace(a.folded, a.stem) && !isPlace(b.folded, b.stem),
			}
			found[stems] = p
			order = append(order, stems)
		} else {
			p.counts = true
		}
		p.at = i
		if cue, ok := cueOf(a); ok && cue == ofThings {
			p.kind = true
		}
		reads := c.phrases.reads(a, b) && !described
		p.phrase = p.phrase || reads
		described = reads && hasArticle(a.folded)
	}
	var list []*writing
	for _, stems := range order {
		if p := found[stems]; p.counts {
			list = append(list, c.pair(stems, p, bareName(&tokens[p.at-1])+" "+tokens[p.at].text))
		}
	}
	return list
}

func (c *counts) pair(stems [2]string, p *wordPair, text string) *writing {
	first, second := termOf(stems[0]), termOf(stems[1])
	return &writing{
		text: text, phrase: p.phrase, kind: p.kind, parts: [2]Term{first, second},
		name:   c.names[stems[0]] || c.names[stems[1]],
		common: c.written[first].common && c.written[second].common,
		person: p.person,
	}
}
