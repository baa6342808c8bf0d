package articles

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
)

// fillIn gives every field of a value something of its own, lists one element each, and
// says what it gave each string: the field's path.
func fillIn(v reflect.Value, path string, text func(path string) string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text(path))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(len(path)))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillIn(v.Elem(), path, text)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		if v.Type().Elem().Kind() == reflect.Uint8 {
			v.SetBytes([]byte(text(path)))
			return
		}
		fillIn(v.Index(0), path, text)
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Date(2024, time.December, 29, 18, 30, len(path)%60, 0, time.UTC)))
			return
		}
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				fillIn(v.Field(i), path+"."+f.Name, text)
			}
		}
	default:
		panic(fmt.Sprintf("%s is of kind %s: say here what goes into it", path, v.Kind()))
	}
}

// whole is an article of which every field says something that may stand in it.
func whole() Article {
	var a Article
	fillIn(reflect.ValueOf(&a).Elem(), "Article", func(path string) string {
		switch {
		case strings.HasSuffix(path, ".URL"):
			return "https://example.org/" + path
		case strings.HasSuffix(path, ".Kind"):
			return string(ReadAlso)
		case strings.HasSuffix(path, ".Day"):
			return "2024-12-29"
		}
		return path
	})
	return a
}

// No field of an article, of its captions, cards, marks or pictures gets lost on the way
// through JSON. What is not in it on purpose stands here with its reason.
func TestEveryFieldGoesThroughJSON(t *testing.T) {
	t.Parallel()
	want := whole()
	want.Key, want.Related[0].Key = "", "" // of bundled articles, which no export needs
	want.Kept.Export = ""                  // where it is read from says it
	got := want.JSON().Article()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("\n got %+v, %+v\nwant %+v, %+v", got, got.Kept, want, want.Kept)
	}
}

// Every string of an article goes through the gate, whatever field it is in.
func TestEveryFieldIsCleaned(t *testing.T) {
	t.Parallel()
	var a Article
	fillIn(reflect.ValueOf(&a).Elem(), "Article", func(path string) string {
		if strings.HasSuffix(path, ".Day") {
			return "2024-12-29\x1b[31m" // what is no day goes
		}
		return "\x1b[31m" + path + "\u202E"
	})
	a.Pictures = nil // they are what their bytes say; see cleanPictures
	if err := a.Clean(DefaultLimits()); err != nil {
		t.Fatal(err)
	}
	eachString(reflect.ValueOf(a), "Article", func(path, s string) {
		if strings.Contains(s, "\x1b") || strings.HasSuffix(s, "\u202E") {
			t.Errorf("%s is not cleaned: %q", path, s)
		}
	})
}

// eachString visits every string in a value.
func eachString(v reflect.Value, path string, visit func(path, s string)) {
	switch v.Kind() {
	case reflect.String:
		visit(path, v.String())
	case reflect.Pointer:
		if !v.IsNil() {
			eachString(v.Elem(), path, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachString(v.Index(i), path, visit)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			return
		}
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				eachString(v.Field(i), path+"."+f.Name, visit)
			}
		}
	}
}
