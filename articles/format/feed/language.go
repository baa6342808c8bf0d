package feed

import (
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"
)

// languagesOf gives the languages that the entries of a feed say they are in, in
// their order; "" for one that says none.
func languagesOf(text string, entries int) []string {
	if !nameLanguages(text) {
		return make([]string, entries)
	}
	all := languagesInXML(text)
	if strings.HasPrefix(strings.TrimSpace(text), "{") {
		all = languagesInJSON(text)
	}
	if len(all) != entries {
		return make([]string, entries) // the parser saw others
	}
	return all
}

// nameLanguages tells whether an entry of a feed may say what language it is in, without
// reading it: most feeds say it once, above them.
func nameLanguages(text string) bool {
	if at := strings.Index(text, "<item"); at >= 0 && !strings.Contains(text[:at], "<entry") {
		text = text[at:]
	}
	return slices.ContainsFunc([]string{"xml:lang", "<language", ":language", `"language"`}, func(name string) bool { return strings.Contains(text, name) })
}

// languagesInJSON reads the languages of a JSON Feed's items (version 1.1).
func languagesInJSON(text string) (all []string) {
	var feed struct {
		Items []struct {
			Language string `json:"language"`
		} `json:"items"`
	}
	if json.Unmarshal([]byte(text), &feed) != nil {
		return nil
	}
	for _, item := range feed.Items {
		all = append(all, item.Language)
	}
	return all
}

// languagesInXML reads the xml:lang of entries (XML 1.0, section 2.12), else that of
// their title or text, else what they say as Dublin Core.
func languagesInXML(text string) (all []string) {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	depth, entry := 0, 0 // entry is the depth of the one that is read
	named := false       // a language's name follows
	for {
		token, err := d.RawToken()
		if err != nil {
			return all
		}
		last := len(all) - 1
		switch t := token.(type) {
		case xml.StartElement:
			depth++
			switch name := t.Name.Local; {
			case entry == 0 && (name == "entry" || name == "item"):
				entry = depth
				all = append(all, langOf(t))
			case entry == 0 || depth > entry+1 || all[last] != "":
			case name == "language":
				named = true
			case slices.Contains([]string{"title", "content", "encoded", "description"}, name):
				all[last] = langOf(t)
			}
		case xml.CharData:
			if named {
				all[last] = strings.TrimSpace(string(t))
			}
		case xml.EndElement:
			named = false
			if depth == entry {
				entry = 0
			}
			depth--
		}
	}
}

// langOf is the xml:lang of an element.
func langOf(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Space == "xml" && a.Name.Local == "lang" {
			return a.Value
		}
	}
	return ""
}
