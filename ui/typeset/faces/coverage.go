package faces

import (
	"reflect"
	"unsafe"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// The rules of a font each name the glyphs that they begin with, one by one or by ranges.
// go-text (v0.3.5) sums these up to leave out rules quickly that cannot apply, and loses
// ranges behind one of 64 glyphs and more: letters of Nastaliq stay on the line that should
// stand above it, and pairs of Latin ones are not kerned. Named one by one, none is lost. The
// test that compares with HarfBuzz's own program tells when this is no longer needed.

// listCoverage has all rules of a font name their glyphs one by one.
func listCoverage(f *font.Font) {
	for _, l := range f.GSUB.Lookups {
		for i := range l.Subtables {
			listRanges(reflect.ValueOf(&l.Subtables[i]).Elem())
		}
	}
	for _, l := range f.GPOS.Lookups {
		for i := range l.Subtables {
			listRanges(reflect.ValueOf(&l.Subtables[i]).Elem())
		}
	}
}

var coverageType = reflect.TypeFor[tables.Coverage]()

// listRanges replaces the ranges in a value, which can be set: in an interface, a structure, or a
// list of coverages.
func listRanges(v reflect.Value) {
	switch {
	case v.Type() == coverageType:
		if ranges, ok := reflect.TypeAssert[tables.Coverage2](v); ok {
			if glyphs, ok := listGlyphs(ranges); ok {
				v.Set(reflect.ValueOf(glyphs))
			}
		}
	case v.Kind() == reflect.Interface && !v.IsNil() && v.Elem().Kind() == reflect.Struct:
		inner := reflect.New(v.Elem().Type()).Elem()
		inner.Set(v.Elem())
		listRanges(inner)
		v.Set(inner)
	case v.Kind() == reflect.Struct:
		for _, field := range v.Fields() {
			listRanges(settable(field))
		}
	case v.Kind() == reflect.Slice && v.Type().Elem() == coverageType:
		for i := range v.Len() {
			listRanges(v.Index(i))
		}
	}
}

// settable returns a field of a structure that can be set, though its name is not exported.
func settable(field reflect.Value) reflect.Value {
	if field.CanSet() {
		return field
	}
	return reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem() //nolint:gosec // of its own type
}

// listGlyphs returns the glyphs of ranges one by one, and false where the ranges are not in
// order, as in a broken font: what is counted by them would change.
func listGlyphs(c tables.Coverage2) (tables.Coverage1, bool) {
	var out tables.Coverage1
	for _, r := range c.Ranges {
		if int(r.StartCoverageIndex) != len(out.Glyphs) || r.EndGlyphID < r.StartGlyphID {
			return out, false
		}
		for g := int(r.StartGlyphID); g <= int(r.EndGlyphID); g++ {
			out.Glyphs = append(out.Glyphs, tables.GlyphID(g))
		}
	}
	return out, true
}
