package json

import (
	"maps"
	"slices"
	"strconv"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/fields"
	"github.com/warraq/warraq/articles/format/html"
	"github.com/warraq/warraq/articles/press"
	"github.com/warraq/warraq/articles/text"
)

// isAction reports whether an object is a line of Elasticsearch's bulk format that says
// what to do with the next one.
func isAction(object map[string]any) bool {
	for _, name := range []string{"index", "create", "update", "delete"} {
		if inner, ok := object[name].(map[string]any); ok && len(object) == 1 {
			_, named := inner["_index"]
			_, numbered := inner["_id"]
			return named || numbered || len(inner) == 0
		}
	}
	return false
}

// unpackObject returns what an object of a database holds, which some keep under a name of
// its own: Elasticsearch, the viewer of data sets, GraphQL, CouchDB; with names in the place of numbers.
func unpackObject(object map[string]any) map[string]any {
	if inner, ok := object["_source"].(map[string]any); ok {
		return nameIDs(inner)
	}
	if object["title"] != nil {
		return nameIDs(object)
	}
	for _, name := range []string{"row", "node", "doc", "document", "record", "_doc"} {
		if inner, ok := object[name].(map[string]any); ok {
			return nameIDs(inner)
		}
	}
	return nameIDs(object)
}

// fromList makes articles of objects; those that are none are left out, if any is
// one.
func fromList(list []any, source string) (all []articles.Article, err error) {
	for _, item := range list {
		object, ok := item.(map[string]any)
		if !ok || isRemoved(object) {
			continue
		}
		a, wrong := FromObject(object)
		if wrong != nil {
			err = wrong
			continue
		}
		text.Fill(&a.Source, source)
		press.SetTitle(&a, "", "")
		all = append(all, a)
	}
	if len(all) > 0 {
		return all, nil
	}
	return nil, err
}

// listNames are the names under which an object with a title of its own has a list of
// articles, as a feed has.
var listNames = []string{"articles", "items", "entries", "posts", "stories", "news", "results", "data", "docs", "hits", "records", "rows", "channel", "feed", "response", "المقالات", "الأخبار", "مقالات", "أخبار"}

// listIn finds the list of articles in an object that is none itself, and whose
// they are.
func listIn(object map[string]any, depth int) (list []any, source string) {
	meta := fields.Plain(fieldsOf(object))
	title, _ := meta["title"].Value.(string)
	if depth > html.Deepest || hasText(meta) {
		return nil, ""
	}
	if rows := rowsIn(object); areArticles(rows) {
		return rows, title
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		if title != "" && !slices.Contains(listNames, fields.PlainName(name)) {
			continue
		}
		var found []any
		switch v := object[name].(type) {
		case []any:
			found = v
		case map[string]any:
			if inner, of := listIn(v, depth+1); inner != nil {
				text.Fill(&of, title)
				return inner, of
			}
		}
		if areArticles(found) {
			text.Fill(&title, ownerOf(meta))
			return found, title
		}
		for _, item := range found[:min(len(found), mostLookedAt)] {
			if inner, ok := item.(map[string]any); ok {
				if inner, of := listIn(inner, depth+1); inner != nil {
					return inner, of
				}
			}
		}
	}
	if ordered := inOrder(object); title == "" && areArticles(ordered) {
		return ordered, ""
	}
	return nil, ""
}

// inOrder gives the values of an object by their names.
func inOrder(object map[string]any) (ordered []any) {
	for _, name := range slices.Sorted(maps.Keys(object)) {
		ordered = append(ordered, object[name])
	}
	return ordered
}

// mostLookedAt is how many objects of a list are looked at for an article.
const mostLookedAt = 8

// areArticles reports whether a list begins with objects of which one has a title or a text.
func areArticles(list []any) bool {
	return slices.ContainsFunc(list[:min(len(list), mostLookedAt)], func(item any) bool {
		object, ok := item.(map[string]any)
		if !ok {
			return false
		}
		_, err := FromObject(object)
		return err == nil
	})
}

// ownerOf returns what the feed or the site beside a list of articles is called.
func ownerOf(meta map[string]fields.Field) string {
	for _, name := range []string{"feed", "channel", "site", "origin"} {
		if table, ok := meta[name].Value.(map[string]fields.Field); ok {
			if s, err := (fields.Field{Value: table}).Text("source"); err == nil {
				return s
			}
		}
	}
	return ""
}

// rowsIn returns the articles of a table that an object is, as pandas writes it: its columns and
// its rows, or each column with its values by their numbers.
func rowsIn(object map[string]any) (rows []any) {
	if columns, ok := object["columns"].([]any); ok {
		data, _ := object["data"].([]any)
		for _, line := range data {
			row := map[string]any{}
			list, _ := line.([]any)
			for i, value := range list[:min(len(list), len(columns))] {
				if name, ok := columns[i].(string); ok {
					row[name] = value
				}
			}
			rows = append(rows, row)
		}
		return rows
	}
	title, ok := object["title"].(map[string]any)
	if !ok || title["0"] == nil {
		return nil
	}
	for i := range len(title) {
		row := map[string]any{}
		for name, column := range object {
			if numbered, ok := column.(map[string]any); ok {
				row[name] = numbered[strconv.Itoa(i)]
			}
		}
		rows = append(rows, row)
	}
	return rows
}
