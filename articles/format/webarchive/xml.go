package webarchive

import (
	"encoding/base64"
	"strings"

	"github.com/warraq/warraq/articles/format/office"
)

// element is a dictionary of a property list in XML.
type element struct{ *office.Node }

// get returns the element that follows a key.
func (e element) get(key string) *office.Node {
	found := false
	for _, c := range e.Children {
		switch {
		case c.Name == "":
		case found:
			return c
		default:
			found = c.Name == "key" && c.String() == key
		}
	}
	return nil
}

func (e element) items(key string) (all []value) {
	array := e.get(key)
	if array == nil {
		return nil
	}
	for _, c := range array.Children {
		if c.Name == "dict" {
			all = append(all, element{c})
		}
	}
	return all
}

func (e element) child(key string) value {
	if n := e.get(key); n != nil && n.Name == "dict" {
		return element{n}
	}
	return nil
}

func (e element) str(key string) string {
	if n := e.get(key); n != nil && n.Name == "string" {
		return n.String()
	}
	return ""
}

func (e element) content(key string) []byte {
	n := e.get(key)
	if n == nil || n.Name != "data" {
		return nil
	}
	data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(n.String()), ""))
	if err != nil {
		return nil
	}
	return data
}
