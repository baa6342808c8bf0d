package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/warraq/warraq/store/identity"
)

// recordColumn is a column of table article that an [identity.Record] has.
type recordColumn struct {
	name string
	of   func(*identity.Record) any
}

// recordColumns are all that a record has, but for its number and its text.
var recordColumns = func() []recordColumn {
	list := []recordColumn{
		{"newness", func(r *identity.Record) any { return &r.Newness }},
		{"id", func(r *identity.Record) any { return &r.ID }},
		{"key", func(r *identity.Record) any { return &r.Key }},
		{"address", func(r *identity.Record) any { return &r.Address }},
		{"title_key", func(r *identity.Record) any { return &r.TitleKey }},
		{"section_key", func(r *identity.Record) any { return &r.SectionKey }},
		{"source_key", func(r *identity.Record) any { return &r.SourceKey }},
		{"added", func(r *identity.Record) any { return &r.Added }},
		{"full", func(r *identity.Record) any { return &r.Full }},
		{"bundled", func(r *identity.Record) any { return &r.Bundled }},
		{"read", func(r *identity.Record) any { return &r.Read }},
		{"bookmarked", func(r *identity.Record) any { return &r.Bookmarked }},
		{"archived", func(r *identity.Record) any { return &r.Archived }},
		{"position", func(r *identity.Record) any { return &r.Position }},
	}
	for i, name := range identity.DetailNames() {
		if name == "summary" {
			list = append(list, recordColumn{name, func(r *identity.Record) any { return (*packedLine)(&r.Summary) }})
			continue
		}
		list = append(list, recordColumn{name, func(r *identity.Record) any { return r.Details()[i] }})
	}
	return list
}()

// derivedColumns are those columns of table article that follow from a record.
var derivedColumns = []recordColumn{
	{"title_hash", func(r *identity.Record) any { return identity.WordsHash(r.TitleKey) }},
	{"title_order", func(r *identity.Record) any { return titleOrder(r.Title) }},
	{"length", func(r *identity.Record) any { return utf8.RuneCountInString(r.Body) }},
	{"sum", func(r *identity.Record) any { return r.Sum() }},
	{"text_key", nil}, // which is given beside the record: it is mostly known before
}

// allColumns are those that are written with an article.
var allColumns = slices.Concat(recordColumns, derivedColumns)

// selectRecord selects records; what comes before them is selected first.
func selectRecord(before string) string {
	b := strings.Builder{}
	b.WriteString("SELECT " + before + "a.num, coalesce(warraq_text(t.body), ''), coalesce(t.captions, '[]')")
	for _, c := range recordColumns {
		if c.name == "key" {
			b.WriteString(", coalesce(a.key, '')")
			continue
		}
		b.WriteString(", a." + c.name)
	}
	return b.String() + " FROM article a LEFT JOIN text t USING (num) "
}

var selectRecords, selectSummed = selectRecord(""), selectRecord("a.sum, ")

// scanRecord reads a record as selectRecords selects it.
func scanRecord(scan scanner) (*identity.Record, error) { return scanRecordAfter()(scan) }

// scanRecordAfter reads what comes before a record into places, and the record.
func scanRecordAfter(before ...any) func(scanner) (*identity.Record, error) {
	return func(scan scanner) (*identity.Record, error) {
		r := &identity.Record{}
		places := append(slices.Clone(before), &r.Num, &r.Body, &r.Captions)
		for _, c := range recordColumns {
			places = append(places, c.of(r))
		}
		return r, scan(places...)
	}
}

// summed is a record with the checksum that is kept of it, 0 where none is.
type summed struct {
	*identity.Record
	sum int64
}

// scanSummed reads a record as selectSummed selects it.
func scanSummed(scan scanner) (s summed, err error) {
	s.Record, err = scanRecordAfter(&s.sum)(scan)
	return s, err
}

// isWhole tells whether a record is as it came in, as far as that is known. Nothing that
// came in has a character of the code 0, but for what was there and is zero now.
func (s *summed) isWhole() bool {
	if s.sum != 0 {
		return s.sum == s.Sum()
	}
	return !slices.ContainsFunc(append(s.Details(), &s.Body, &s.ID), func(field *string) bool { return strings.Contains(*field, "\x00") })
}

// insertRecord and updateRecord write all columns of a record.
var insertRecord, updateRecord = func() (insert, update string) {
	var names, values, sets []string
	for _, c := range allColumns {
		value := "?"
		if c.name == "key" {
			value = "nullif(?, '')"
		}
		names, values, sets = append(names, c.name), append(values, value), append(sets, c.name+" = "+value)
	}
	return fmt.Sprintf("INSERT INTO article (%s) VALUES (%s)", strings.Join(names, ", "), strings.Join(values, ", ")),
		fmt.Sprintf("UPDATE article SET %s WHERE num = ?", strings.Join(sets, ", "))
}()

// recordValues gives the values of all columns of a record, of whose text the key is
// known, in the order of insertRecord.
func recordValues(r *identity.Record, textKey int64) []any {
	values := make([]any, 0, len(allColumns)+1)
	for _, c := range allColumns {
		if c.of == nil {
			values = append(values, textKey)
			continue
		}
		values = append(values, c.of(r))
	}
	return values
}

// first gives the first article that a condition finds and a check agrees to,
// those with their text before cards; nil where there is none.
func (c *transaction) first(ctx context.Context, where string, check func(*identity.Record) bool, values ...any) (*identity.Record, error) {
	for r, err := range eachRow(ctx, c, scanRecord, selectRecords+"WHERE "+where+" ORDER BY a.full DESC, a.num", values...) {
		if err != nil {
			return nil, err
		}
		if check(r) {
			return r, nil
		}
	}
	return nil, nil //nolint:nilnil // not found is no error
}

// any agrees to every article.
func anyRecord(*identity.Record) bool { return true }
