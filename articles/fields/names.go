package fields

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/warraq/warraq/articles/text"
)

// knownNames are the names under which front matter, JSON and the like give a
// field, the one that decides first, as plainName writes them. Hugo, Jekyll,
// Obsidian, WordPress and flat dumps differ in them.
var knownNames = sync.OnceValue(func() []fieldNames {
	return inPlain([]fieldNames{
		{"title", []string{"title", "headline", "webtitle", "subject", "العنوان", "عنوان", "تیتر", "כותרת"}},
		{"section", []string{
			"section", "sectionname", "category", "categories", "topic", "topics", "القسم", "قسم", "التصنيف", "تصنيف", "دسته", "מדור",
			"articlesection", "tags", "keywords", "labels", "الوسوم",
		}},
		{"source", []string{"source", "publisher", "site", "sitename", "publication", "newspaper", "outlet", "المصدر", "مصدر", "الصحيفة", "الجريدة", "منبع", "מקור", "sourcehostname", "sourcedomain", "hostname", "domain", "feed", "origin"}},
		{"place", []string{"place", "location", "dateline", "المكان", "مكان"}},
		{"author", []string{"author", "authors", "by", "byline", "publishedby", "creator", "writer", "writers", "الكاتب", "كاتب", "المؤلف", "مؤلف", "نویسنده", "مصنف", "מחבר", "כותב"}},
		{"published", []string{
			"published", "date", "publishdate", "pubdate", "publishedat", "datepublished", "datepublish", "publicationdate", "webpublicationdate", "publishedtime",
			"publishtime", "publishedon", "dateposted", "postdate", "postedat", "pubtime", "releasedate", "articledate", "issued",
			"dategmt", "datetime", "timestamp", "@timestamp", "created", "createdat", "createdutc", "datecreated", "time",
			"التاريخ", "تاريخ", "تاريخ النشر", "تاریخ", "تاریخ انتشار", "تاریخ اشاعت", "תאריך", "תאריך פרסום",
		}},
		{"lang", []string{"lang", "language", "inlanguage", "locale", "اللغة", "زبان"}},
		{"direction", []string{"direction", "dir"}},
		{"url", []string{"url", "link", "canonical", "canonicalurl", "permalink", "weburl", "sourceurl", "href", "الرابط", "رابط", "externalurl", "mainentityofpage", "@id", "guid"}},
		{"guid", []string{"guid"}},
		{"summary", []string{
			"summary", "description", "excerpt", "abstract", "subtitle", "lead", "standfirst", "teaser", "snippet", "leadparagraph", "الملخص", "ملخص", "مقتطف", "خلاصه", "תקציר",
		}},
	})
})

// fieldNames are the names of a field.
type fieldNames struct {
	field string
	usual []string
}

// inPlain writes the names of fields as [PlainName] does.
func inPlain(all []fieldNames) []fieldNames {
	for _, n := range all {
		copy(n.usual, PlainNames(n.usual...))
	}
	return all
}

// PlainNames writes names as [PlainName] does.
func PlainNames(names ...string) []string {
	plain := make([]string, len(names))
	for i, name := range names {
		plain[i] = PlainName(name)
	}
	return plain
}

// PlainName folds the name of a field for comparing it and returns it: published_at, published-at and
// publishedAt are one.
func PlainName(name string) string {
	if strings.IndexFunc(name, func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') }) < 0 {
		return strings.ToLower(name)
	}
	name = text.Key(strings.NewReplacer("_", " ", "-", " ").Replace(name))
	if strings.IndexFunc(name, func(r rune) bool { return r > unicode.MaxASCII }) < 0 {
		name = strings.ReplaceAll(name, " ", "")
	}
	return name
}

// Knows reports whether a name, as [PlainName] writes it, is one under which programs give
// a field.
func Knows(field, name string) bool {
	return slices.ContainsFunc(knownNames(), func(n fieldNames) bool { return n.field == field && slices.Contains(n.usual, name) })
}

// nestNames are the names under which programs keep fields that are not their own:
// Hugo, Zola, Elasticsearch, Strapi, the Guardian.
var nestNames = []string{"params", "extra", "taxonomies", "fields", "source", "attributes", "metadata", "meta"}

// Plain returns fields by their plain names, those that stand in others where
// there is none of that name beside these.
func Plain(fields map[string]Field) map[string]Field {
	plain := make(map[string]Field, len(fields))
	for name, f := range fields {
		plain[PlainName(name)] = f
	}
	var top map[string]Field
	for _, nest := range nestNames {
		inner, ok := plain[nest].Value.(map[string]Field)
		if _, named := inner["name"]; !ok || named {
			continue
		}
		if top == nil {
			top = maps.Clone(plain)
		}
		for name, f := range inner {
			if name = PlainName(name); plain[name].Value == nil && !saidBy(top, name) && name != "id" {
				f.Line = max(f.Line, plain[nest].Line)
				plain[name] = f
			}
		}
	}
	return plain
}

// saidBy tells whether fields say by another name what one of that name would.
func saidBy(fields map[string]Field, name string) bool {
	for _, n := range knownNames() {
		if slices.Contains(n.usual, name) {
			return slices.ContainsFunc(n.usual, func(usual string) bool { return fields[usual].Value != nil })
		}
	}
	return false
}
