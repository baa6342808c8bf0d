package faces

import (
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// Glyph is a letter, a part of one or several together, as a font draws them. What it
// measures is in parts of the font's size.
type Glyph struct {
	ID uint32
	// Cluster is the number of the first of the characters that it shows, which it may
	// share with other glyphs.
	Cluster int
	// Advance is how far the next glyph stands from it, DX and DY how far it is drawn from
	// its place, to the right and up.
	Advance, DX, DY float32
	// Unsafe is true where the line may not be cut before its cluster without shaping again.
	Unsafe bool
}

// Script is the script of text.
type Script = language.Script

// Shaper shapes text. It keeps its buffer and is not for concurrent use.
type Shaper struct {
	buffer *harfbuzz.Buffer
}

// Run is a stretch of a text in one face, script, language and direction.
type Run struct {
	Face        *Face
	Start, End  int
	RightToLeft bool
	Script      Script
	Language    string
}

// Append shapes a run of a text and appends its glyphs, from the left to the right, to dst
// and returns the extended slice. What stands around the run decides how letters at its
// ends join.
func (s *Shaper) Append(dst []Glyph, text []rune, r Run) (out []Glyph) {
	if r.Face.own {
		start := len(dst)
		defer func() {
			if recover() != nil { // a broken font: its letters' boxes
				s.buffer = nil
				out = appendBoxes(dst[:start], r)
			}
		}()
	}
	if s.buffer == nil {
		s.buffer = harfbuzz.NewBuffer()
	}
	b := s.buffer
	b.Clear()
	b.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Script: r.Script, Language: language.NewLanguage(r.Language)}
	if r.RightToLeft {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	b.AddRunes(text, r.Start, r.End-r.Start)
	b.Shape(r.Face.shaper, nil)
	for i := range b.Info {
		info, pos := &b.Info[i], &b.Pos[i]
		dst = append(dst, Glyph{
			ID: uint32(info.Glyph), Cluster: info.Cluster,
			Advance: float32(pos.XAdvance) / r.Face.upem, DX: float32(pos.XOffset) / r.Face.upem, DY: float32(pos.YOffset) / r.Face.upem,
			Unsafe: info.Mask&harfbuzz.GlyphUnsafeToBreak != 0,
		})
	}
	return dst
}

// appendBoxes appends the glyph of what a font has no glyph for, once for each character.
func appendBoxes(dst []Glyph, r Run) []Glyph {
	for i := r.Start; i < r.End; i++ {
		at := i
		if r.RightToLeft {
			at = r.End - 1 - (i - r.Start)
		}
		dst = append(dst, Glyph{Cluster: at, Advance: 0.6})
	}
	return dst
}

// Verb says what a segment of an outline does.
type Verb uint8

// The verbs, with the number of points that each has.
const (
	MoveTo Verb = iota // 1
	LineTo             // 1
	QuadTo             // 2
	CubeTo             // 3
)

// Segment is a piece of an outline, in parts of the size, y growing upwards.
type Segment struct {
	Verb   Verb
	Points [3][2]float32
}

// Outline returns the outline of a glyph; of one that has none, or whose outline is broken,
// it is empty.
func (f *Face) Outline(glyph uint32) (out []Segment) {
	if f.own {
		defer func() {
			if recover() != nil {
				out = nil
			}
		}()
	}
	outline, ok := f.face.GlyphDataOutline(font.GID(glyph))
	if !ok {
		return nil
	}
	verbs := map[opentype.SegmentOp]Verb{
		opentype.SegmentOpMoveTo: MoveTo, opentype.SegmentOpLineTo: LineTo,
		opentype.SegmentOpQuadTo: QuadTo, opentype.SegmentOpCubeTo: CubeTo,
	}
	out = make([]Segment, 0, len(outline.Segments))
	for _, s := range outline.Segments {
		seg := Segment{Verb: verbs[s.Op]}
		for i, p := range s.Args {
			seg.Points[i] = [2]float32{p.X / f.upem, p.Y / f.upem}
		}
		out = append(out, seg)
	}
	return out
}

// ScriptOf returns the script of a character: of one that many scripts have it is none of
// them (see [IsCommon]).
func ScriptOf(r rune) Script { return language.LookupScript(r) }

// IsCommon tells of the script of what stands in text of any.
func IsCommon(s Script) bool {
	return s == language.Common || s == language.Inherited || s == language.Unknown
}

// The scripts that have faces of their own.
const (
	Arabic       = language.Arabic
	HebrewScript = language.Hebrew
	LatinScript  = language.Latin
)
