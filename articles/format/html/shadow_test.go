package html

import (
	"strings"
	"testing"
)

// The shadow trees in the templates of a page are read where they are shown, with what their slots
// take.
func TestShadowTrees(t *testing.T) {
	t.Parallel()
	const first, second, template = "<p>" + openingWords + "</p>", "<p>" + closingWords + "</p>", `<template shadowrootmode="open"><style>p { color: red }</style>`
	for name, body := range map[string]string{
		"the whole article":    `<x-news>` + template + `<article><h1>ترميم السور</h1>` + longBody + `</article></template></x-news>`,
		"a paragraph":          `<article><h1>ترميم السور</h1>` + first + `<x-p>` + template + second + `</template></x-p></article>`,
		"an older name":        `<article><h1>ترميم السور</h1>` + first + `<x-p><template shadowroot="open">` + second + `</template></x-p></article>`,
		"slots":                `<h1>ترميم السور</h1><x-news>` + template + `<section><slot name="lead"><p>بلا مقدمة</p></slot><slot></slot></section></template>` + second + `<div slot="lead">` + first + `</div></x-news>`,
		"one within another":   `<h1>ترميم السور</h1><x-news>` + template + `<x-part>` + template + `<div><slot></slot></div></template><slot></slot></x-part></template>` + longBody + `</x-news>`,
		"what is not shown":    `<h1>ترميم السور</h1><x-news>` + template + longBody + `</template><p>` + strings.Repeat("متصفحك لا يعرض هذا النص الطويل. ", 20) + `</p></x-news>`,
		"a tree without words": `<article><h1>ترميم السور</h1><x-news>` + template + `</template>` + longBody + `</x-news></article>`,
		"an empty slot":        `<article><h1>ترميم السور</h1>` + first + `<x-p>` + template + `<slot>` + second + `</slot></template> </x-p></article>`,
		"a template alone":     `<article><h1>ترميم السور</h1>` + longBody + `<template><p>` + strings.Repeat("قالب لا يراه أحد. ", 20) + `</p></template></article>`,
	} {
		a := readOne(t, `<!DOCTYPE html><html lang="ar" dir="rtl"><head><title>ترميم السور</title></head><body><nav><a href="/">الرئيسية</a></nav>`+body+`<footer><p>الحقوق محفوظة</p></footer></body></html>`)
		if a.Title != "ترميم السور" || a.Body != openingWords+"\n\n"+closingWords {
			t.Errorf("%s: %q says\n%s", name, a.Title, a.Body)
		}
	}
}
