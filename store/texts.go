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

// Queries ask for texts by these.
var _ = func() bool {
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
