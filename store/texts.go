package store

import (
	"database/sql/driver"
	"fmt"

	"modernc.org/sqlite"

	"github.com/warraq/warraq/store/packed"
)

// packedText gives a text as the library keeps it: packed, or as it is where that takes
// less.
func packedText(s string) any {
	if b, ok := packed.Pack(s); ok {
		return b
	}
	return s
}

// unpackedText gives a text of what the library keeps of it.
func unpackedText(kept driver.Value) (driver.Value, error) {
	switch kept := kept.(type) {
	case []byte:
		return packed.Unpack(kept), nil
	case string, nil:
		return kept, nil
	}
	return nil, fmt.Errorf("a text is kept as %T", kept)
}

// packedLine is a short text of an article that the library keeps packed in half.
type packedLine string

// keptLine gives a short text as the library keeps it.
func keptLine(s string) driver.Value {
	if b, ok := packed.PackLine(s); ok {
		return b
	}
	return s
}

// Value gives the text as it is kept.
func (p *packedLine) Value() (driver.Value, error) { return keptLine(string(*p)), nil }

// Scan reads the text from what is kept of it.
func (p *packedLine) Scan(kept any) error {
	switch kept := kept.(type) {
	case []byte:
		*p = packedLine(packed.Unpack(kept))
	case string:
		*p = packedLine(kept)
	case nil:
		*p = ""
	default:
		return fmt.Errorf("a line is kept as %T", kept)
	}
	return nil
}

// Queries ask for texts by these.
var _ = func() bool {
	sqlite.MustRegisterDeterministicScalarFunction("warraq_packed_line", 1,
		func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
			if s, ok := args[0].(string); ok {
				return keptLine(s), nil
			}
			return args[0], nil
		})
	sqlite.MustRegisterDeterministicScalarFunction("a_newer_warraq", 0,
		func(*sqlite.FunctionContext, []driver.Value) (driver.Value, error) { return int64(1), nil })
	sqlite.MustRegisterDeterministicScalarFunction("warraq_text", 1,
		func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
			return unpackedText(args[0])
		})
	sqlite.MustRegisterDeterministicScalarFunction("warraq_packed", 1,
		func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
			if s, ok := args[0].(string); ok {
				return packedText(s), nil
			}
			return args[0], nil
		})
	return true
}()
