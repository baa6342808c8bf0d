package dialog

import (
	"slices"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/draw"
)

// mapNode is an article on the map of what lies around one: a branch of it, or a twig
// of a branch.
type mapNode struct {
	entry store.Entry
	why   store.Relation // to the one it hangs on
	back  bool           // it points there, and not there to it
	twigs []mapNode
}

// mapBranches makes a tree of a neighbourhood: below the article those one step from
// it, below each those that came with it.
func mapBranches(n store.Neighbourhood) []mapNode {
	var tree []mapNode
	at := map[int]int{} // the branch of an article one step away
	bound := make([]int, len(n.Articles))
	for _, l := range n.Links {
		bound[l.From]++
		bound[l.To]++
	}
	hang := func(i, parent int) (mapNode, bool) {
		for _, l := range n.Links {
			if l.From == parent && l.To == i || l.From == i && l.To == parent {
				why := n.Articles[i].Relation
				why.Why = l.Why
				return mapNode{entry: n.Articles[i], why: why, back: l.From == i}, true
			}
		}
		return mapNode{}, false
	}
	for i := range n.Articles {
		if n.Steps[i] != 1 {
			continue
		}
		if b, ok := hang(i, 0); ok {
			at[i] = len(tree)
			tree = append(tree, b)
		}
	}
	for i := range n.Articles {
		if n.Steps[i] != 2 {
			continue
		}
		for parent := range n.Articles {
			b, isBranch := at[parent]
			if !isBranch {
				continue
			}
			if twig, ok := hang(i, parent); ok {
				tree[b].twigs = append(tree[b].twigs, twig)
				break
			}
		}
	}
	return tree
}

// mapPosition is where on the map something is selected: a branch and, from 0 on, one of
// its twigs; -1 for the branch itself.
type mapPosition struct{ branch, twig int }

// steered moves on the map, on which branches grow to the left: up and down among
// what has the same distance from the article, left further away, right back.
func (s mapPosition) steered(tree []mapNode, key string) mapPosition {
	if len(tree) == 0 {
		return s
	}
	switch key {
	case "left":
		if s.twig < 0 && len(tree[s.branch].twigs) > 0 {
			s.twig = 0
		}
	case "right":
		s.twig = -1
	case "up", "down":
		list := s.level(tree)
		by := 1
		if key == "up" {
			by = -1
		}
		s = list[draw.Clamp(slices.Index(list, s)+by, len(list)-1)]
	}
	return s
}

// level are all spots as far from the article as this one.
func (s mapPosition) level(tree []mapNode) (list []mapPosition) {
	for b := range tree {
		if s.twig < 0 {
			list = append(list, mapPosition{b, -1})
			continue
		}
		for t := range tree[b].twigs {
			list = append(list, mapPosition{b, t})
		}
	}
	return list
}

// on is the node of a spot.
func (s mapPosition) on(tree []mapNode) (mapNode, bool) {
	switch {
	case s.branch >= len(tree):
		return mapNode{}, false
	case s.twig < 0:
		return tree[s.branch], true
	default:
		return tree[s.branch].twigs[s.twig], true
	}
}
