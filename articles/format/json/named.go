package json

import (
	"encoding/json"
	"strings"
)

// nameIDs writes in an object what the numbers in it stand for, as WordPress gives it beside them, or
// takes them out: they are those of rows in a database, and say nothing to a reader. It returns the object.
func nameIDs(object map[string]any) map[string]any {
	for _, name := range []string{"author", "authors", "categories", "tags", "section", "category"} {
		if isID(object[name]) {
			delete(object, name)
		}
	}
	if program, ok := object["source"].(string); ok && strings.HasPrefix(program, "<a ") {
		delete(object, "source") // what a post was written with
	}
	if stamp, ok := object["date_gmt"].(string); ok && stamp != "" && object["date"] != nil {
		object["date"] = stamp + "Z"
	}
	if content, ok := object["content"].(map[string]any); ok && object["url"] == nil && object["link"] == nil && content["url"] != nil {
		object["url"] = content["url"] // as Karakeep keeps links
	}
	embedded, _ := object["_embedded"].(map[string]any)
	if writers := embedded["author"]; writers != nil && object["author"] == nil {
		object["author"] = writers
	}
	groups, _ := embedded["wp:term"].([]any)
	for _, group := range groups {
		terms, _ := group.([]any)
		for _, term := range terms {
			t, _ := term.(map[string]any)
			to := map[any]string{"category": "categories", "post_tag": "tags"}[t["taxonomy"]]
			if name, ok := t["name"].(string); ok && to != "" {
				names, _ := object[to].([]any)
				object[to] = append(names, name)
			}
		}
	}
	return object
}

// isID reports whether a value is a number, or a list of numbers alone.
func isID(value any) bool {
	switch v := value.(type) {
	case json.Number:
		return true
	case []any:
		for _, item := range v {
			if !isID(item) {
				return false
			}
		}
		return len(v) > 0
	}
	return false
}
