package rtl

import (
	"slices"

	"github.com/warraq/warraq/ui/rtl/joining"
)

// measure finds the cells: which characters start one, how wide it is, and
// which belong to the one before.
//
// Cells are extended grapheme clusters (UAX #29), but for two things: a lam and
// the alef that it ligates with are one, and a sign that goes before a number
// (U+06DD and its like) is one by itself.
func (p *paragraphText) measure(o *Options) {
	p.units = slices.Grow(p.units[:0], len(p.runes))[:len(p.runes)]
	units, shapes := p.units, p.shapes[:len(p.units)]
	var s clusterState
	at := 0 // the character that the cell at hand starts with
	for i, props := range p.props[:len(units)] {
		class := props.cluster()
		if class == gbConsonant && o.PlainClusters {
			class = gbOther
		}
		if class == gbOther && s.before == gbOther && s.started && props&(isMark|isHidden|isSpace) == 0 {
			if shapes[i] == joining.Ligated {
				units[i] = unitInside
				continue
			}
			at = i
			units[i] = unitCell | unit(props.width())
			continue
		}
		switch {
		case !s.next(class) && units[at]&unitCell != 0: // what follows a joiner without a letter is by itself
			units[i] = unitInside
			units[at] &^= unitSpace // a space with a mark on it stays
			if p.runes[i] == variationSelector16 && i == at+1 && !o.PlainClusters {
				units[at] = units[at]&^unitWidth | 2
			}
			continue
		case shapes[i] == joining.Ligated:
			units[i] = unitInside
			continue
		}
		at = i
		units[i] = unitOf(p.runes[i], props, o.Protocols)
		switch {
		case props&isMark != 0 && o.HideMarks && p.embedding[i]&1 == 1 && (!o.KeepShadda || !isShadda(p.runes[i])):
			units[i] = 0
		case isSign(p.runes[i], props):
			if o.Protocols&Signs != 0 {
				shapes[i] = foldSign(p.runes[i])
			}
			s = clusterState{}
		}
	}
}

// variationSelector16 asks for the emoji form of the character before it, which
// is wide.
const variationSelector16 = '\ufe0f'

// unitOf gives the unit of a character that starts a cluster.
func unitOf(r rune, props properties, protocols Protocols) unit {
	switch {
	case r == '\t':
		return unitTab
	case props&isHidden != 0:
		return 0
	case props&isSpace != 0:
		return unitCell | unitSpace | unit(props.width())
	case protocols&Signs != 0 && isSign(r, props) && foldSign(r) == ornateOpen:
		return unitCell | 2 // the closing one is added
	default:
		return unitCell | unit(max(props.width(), 1)) // a mark without a letter gets one
	}
}
