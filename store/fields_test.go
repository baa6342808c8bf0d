package store

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/identity"
)

// fillFields gives every field of a struct a value of its own that is not zero.
func fillFields(t *testing.T, v reflect.Value, name string) {
	t.Helper()
	if !v.CanSet() {
		return
	}
	switch v.Interface().(type) {
	case time.Time:
		v.Set(reflect.ValueOf(time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC)))
		return
	case articles.Direction:
		v.SetString("rtl")
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString("https://example.org/" + name)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(7 + len(name)))
	case reflect.Struct:
		for i := range v.NumField() {
			fillFields(t, v.Field(i), name+"-"+v.Type().Field(i).Name)
		}
	}
}

// Whatever an article says when it comes in is there when it is read: a field that is
// forgotten on the way, in whichever place, is missed here.
func TestNoFieldIsForgotten(t *testing.T) {
	t.Parallel()
	l := open(t)
	var in articles.Article
	fillFields(t, reflect.ValueOf(&in).Elem(), "")
	in.Captions = []articles.Caption{{Text: "شرح"}}
	in.Tags = []string{"سفر", "كتب"}
	in.Kept = &articles.Kept{ID: "abcdefgh", Added: time.Date(2023, 1, 2, 3, 4, 5, 0, time.UTC), Read: true, Bookmarked: true, Archived: true, Position: 5}
	added := addArticles(t, l, in)
	got := article(t, l, added[0].ID)
	was, is := reflect.ValueOf(in), reflect.ValueOf(got)
	notKept := []string{"Key", "Related", "Kept", "Pictures"} // each has tests of its own
	for i := range was.NumField() {
		name := was.Type().Field(i).Name
		if slices.Contains(notKept, name) || !was.Type().Field(i).IsExported() {
			continue
		}
		field := is.FieldByName(name)
		if !field.IsValid() {
			t.Errorf("an Item has no %s", name)
		} else if want := was.Field(i).Interface(); !reflect.DeepEqual(field.Interface(), want) {
			t.Errorf("%s is %v, want %v", name, field.Interface(), want)
		}
	}
	for whole, err := range l.Wholes(t.Context(), []string{added[0].ID}) {
		if err != nil {
			t.Fatal(err)
		}
		left := reflect.ValueOf(whole.Article())
		for i := range was.NumField() {
			name := was.Type().Field(i).Name
			if slices.Contains(notKept, name) || !was.Type().Field(i).IsExported() {
				continue
			}
			if want := was.Field(i).Interface(); !reflect.DeepEqual(left.Field(i).Interface(), want) {
				t.Errorf("%s leaves the library as %v, want %v", name, left.Field(i).Interface(), want)
			}
		}
	}
	if err := l.SetProgress(t.Context(), got.ID, 5, 0.4); err != nil {
		t.Fatal(err)
	}
	entry := reflect.ValueOf(listEntries(t, l, Filter{Archive: Archived})[0])
	for i := range entry.NumField() {
		if name := entry.Type().Field(i).Name; name != "Relation" && entry.Field(i).IsZero() {
			t.Errorf("the entry has no %s", name)
		}
	}
}

// A record has a column of the table for each of its fields, and the table has no
// column that nobody writes.
func TestRecordColumns(t *testing.T) {
	t.Parallel()
	l := open(t)
	var r identity.Record
	places := map[uintptr]string{}
	for _, c := range recordColumns {
		places[reflect.ValueOf(c.of(&r)).Pointer()] = c.name
	}
	record := reflect.ValueOf(&r).Elem()
	for i := range record.NumField() {
		name := record.Type().Field(i).Name
		if places[record.Field(i).Addr().Pointer()] == "" && !slices.Contains([]string{"Num", "Body", "Captions"}, name) {
			t.Errorf("%s of a record is in no column", name)
		}
	}
	there, err := collectRows(t.Context(), l.db, scanColumn[string], "SELECT name FROM pragma_table_info('article')")
	if err != nil {
		t.Fatal(err)
	}
	written := []string{"num", "read_at", "bookmarked_at"} // given, and written when a mark is made
	for _, c := range slices.Concat(recordColumns, derivedColumns) {
		written = append(written, c.name)
	}
	slices.Sort(written)
	slices.Sort(there)
	if !slices.Equal(written, there) {
		t.Errorf("written are %s\nthere are %s", strings.Join(written, " "), strings.Join(there, " "))
	}
}

// Every field of an article that a checksum or merging goes by is among those that
// they go by.
func TestDetails(t *testing.T) {
	t.Parallel()
	var in articles.Article
	fillFields(t, reflect.ValueOf(&in).Elem(), "")
	one := identity.NewIncoming(&in).Record
	was := reflect.ValueOf(one)
	changed := reflect.New(was.Type()).Elem()
	for i := range was.NumField() {
		name := was.Type().Field(i).Name
		if was.Field(i).Kind() != reflect.String || strings.HasSuffix(name, "Key") && name != "Key" || name == "Address" {
			continue
		}
		changed.Set(was)
		changed.Field(i).SetString(was.Field(i).String() + "x")
		other, ok := reflect.TypeAssert[identity.Record](changed)
		if !ok || other.Sum() == one.Sum() {
			t.Errorf("a checksum does not go by %s", name)
		}
	}
}
