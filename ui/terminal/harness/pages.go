package main

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed pages
var pageFiles embed.FS

// pageSample is an article that the reader is to show.
type pageSample struct {
	name, title string
	related     string // the title of the one to jump to
	languages   string // what it is read as
	barred      bool   // its rate has to be under the bar
}

// pageSamples are the articles in the order in which the reader jumps through them.
// The last one is long, for scrolling.
var pageSamples = []*pageSample{
	{name: "pure", title: "الخطاط وخيط الضوء", related: "فرع المكتبة الجديد", languages: "ara", barred: true},
	{name: "mixed", title: "فرع المكتبة الجديد", related: "صبر الحرف", languages: "ara+eng", barred: true},
	{name: "tashkeel", title: "صبر الحرف", related: "صفحة طويلة", languages: "ara"},
	{name: "long", title: "صفحة طويلة", related: "الخطاط وخيط الضوء", languages: "ara+eng"},
}

// read are those whose pictures are read.
func read() []*pageSample { return pageSamples[:3] }

// The screen. It is that wide where it is not told otherwise.
const (
	screenColumns = 120
	screenRows    = 30
)

// markdown is the sample as a file to add.
func (p *pageSample) markdown() string {
	body := p.text()
	return fmt.Sprintf("---\ntitle: %s\nlang: ar\nrelated: [%s]\n---\n\n%s\n",
		p.title, p.related, strings.ReplaceAll(body, "\n", "\n\n"))
}

// text is the sample's: that of its file, or the others' one after the other.
func (p *pageSample) text() string {
	if p.name != "long" {
		text, err := pageFiles.ReadFile("pages/" + p.name + ".txt")
		if err != nil {
			panic(err) // it is built in
		}
		return strings.TrimSpace(string(text))
	}
	var all []string
	for _, other := range read() {
		all = append(all, other.text())
	}
	return strings.Join(append(all, all...), "\n")
}
