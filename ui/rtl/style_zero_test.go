package rtl

import (
	"reflect"
	"testing"
)

// A style is the default one where none of its fields says anything.
func TestStyleIsZero(t *testing.T) {
	if !(&Style{}).IsZero() {
		t.Error("the default style is another")
	}
	of := reflect.TypeFor[Style]()
	for i := range of.NumField() {
		var s Style
		switch field := reflect.ValueOf(&s).Elem().Field(i); {
		case field.CanUint():
			field.SetUint(1 << 9)
		case field.Kind() == reflect.String:
			field.SetString("x")
		default:
			t.Fatalf("%s is neither a number nor a text", of.Field(i).Name)
		}
		if s.IsZero() {
			t.Errorf("a style with %s is the default one", of.Field(i).Name)
		}
	}
}
