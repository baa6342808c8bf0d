//go:build ignore

// Gen_fribidi makes strings of mixed scripts, controls and marks, asks GNU
// FriBidi's command how it orders and joins each, and writes both to
// testdata/fribidi.tsv.gz. The strings are the same on every run. Each line
// has four fields: the code points of the string; those of fribidi's visual
// string; the visual position of each character; the level of each character.
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
)

// options keep fribidi from wrapping and padding what it prints.
var options = []string{"--nopad", "--nobreak", "--width", "1000000", "--ltov", "--levels"}

func main() {
	log.SetFlags(0)
	command := flag.String("fribidi", "fribidi", "the command of Debian's package libfribidi-bin")
	out := flag.String("out", "testdata/fribidi.tsv.gz", "file to write")
	flag.Parse()

	texts := corpus()
	lines := strings.Split(strings.TrimSuffix(string(run(*command, []byte(strings.Join(texts, "\n")+"\n"), options...)), "\n"), "\n")
	if len(lines) != 3*len(texts) {
		log.Fatalf("fribidi printed %d lines for %d strings, want three for each", len(lines), len(texts))
	}
	var b bytes.Buffer
	version, _, _ := strings.Cut(string(run(*command, nil, "--version")), "\n")
	fmt.Fprintf(&b, "# %s: fribidi %s\n", version, strings.Join(options, " "))
	for i, text := range texts {
		answer := lines[3*i:]
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", codes(text), codes(answer[0]), strings.TrimSpace(answer[1]), strings.TrimSpace(answer[2]))
	}
	if err := write(*out, b.Bytes()); err != nil {
		log.Fatal(err)
	}
}

func run(command string, input []byte, args ...string) []byte {
	c := exec.Command(command, args...)
	c.Stdin = bytes.NewReader(input)
	c.Stderr = os.Stderr
	output, err := c.Output()
	if err != nil {
		log.Fatalf("%s: %v", c, err)
	}
	return output
}

func write(name string, data []byte) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(data); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

func codes(s string) string {
	var hex []string
	for _, r := range s {
		hex = append(hex, fmt.Sprintf("%04X", r))
	}
	return strings.Join(hex, " ")
}

// The characters that strings are made of. All are older than fribidi's tables
// (Unicode 10).
var (
	arabic   = []rune("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأؤإئ")
	extended = []rune("پچژگکیہھےۓٹڈڑںۀۂۃټځڅډړږښڼۍٺٻپٿڀڃڄڇڌڍڎڤڦڭڱڳڻۆۇۈۋېەۅۉٱٲٳٷٸۮۯۺۻۼۿؠػؼؽؾؿ")
	formless = []rune("ݐݑݒݓݔݕݖݗݘݙݚݛݜݝݞݟݠݡݢݣݤݥݦݧݨݩݪݫݬݭݮݯݰݱݲݳݴݵݶݷݸݹݺݻݼݽݾݿࢠࢡࢢࢣࢤࢥࢦࢧࢨࢩࢪࢫࢬ")
	others   = []rune("ܐܒܓܕܗܘܙܚܛܝܟߊߋߌߍᠠᠡᠢꡀꡁ")
	hebrew   = []rune("אבגדהוזחטיכלמנ")
	latin    = []rune("abcdeXYZéñ")
	digits   = []rune("0123٠١٢٣۴۵۶")
	marks    = []rune("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0656\u0670\u06d6\u06dc\u06e2\u06ed\u0610\u0300\u0301\u05b0\u05b4\u034f\u0711")
	neutral  = []rune(" .,:;!?()[]{}<>«»،؛؟-+/%$#&*'\"…٪٬٫\u00a0")
	formats  = []rune("\u200b\u200c\u200d\u2060\ufeff\u00ad\u061c\u200e\u200f\u0640\u180e\u06dd\u0600\ufe00\ufe0f")
	controls = []rune("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
	shaped   = []rune("ﺏﺐﺑﺒﻻﻼﭖﭘﷲﷺﻟﺎ")
	lamAlef  = []rune("لللاأإآبه")
)

// recipe says which characters a string is made of, some of them more often.
type recipe struct {
	count  int
	length int
	from   [][]rune
}

var recipes = []recipe{
	{4000, 12, [][]rune{arabic}},
	{3000, 12, [][]rune{arabic, arabic, extended}},
	{2000, 10, [][]rune{arabic, extended, formless, others}},
	{3000, 10, [][]rune{lamAlef, lamAlef, arabic, marks, formats}},
	{3000, 14, [][]rune{arabic, arabic, arabic, marks, extended}},
	{2000, 12, [][]rune{arabic, arabic, formats, marks}},
	{3000, 16, [][]rune{arabic, arabic, extended, hebrew, latin, digits, neutral, neutral}},
	{2000, 16, [][]rune{arabic, arabic, lamAlef, latin, controls}},
	{2000, 20, [][]rune{arabic, extended, formless, others, hebrew, latin, digits, marks, neutral, formats, controls, shaped}},
	{1000, 8, [][]rune{shaped, arabic, lamAlef}},
}

// corpus makes the strings: each letter alone and beside beh and lam, then the
// recipes.
func corpus() []string {
	var texts []string
	for _, letters := range [][]rune{arabic, extended, formless, others, shaped, marks, formats} {
		for _, r := range letters {
			for _, pattern := range []string{"%c", "ب%c", "%cب", "ب%cب", "ل%c", "%cا", "ل%cا", "بل%cاب"} {
				texts = append(texts, fmt.Sprintf(pattern, r))
			}
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for _, recipe := range recipes {
		for range recipe.count {
			text := make([]rune, 1+random.IntN(recipe.length))
			for i := range text {
				set := recipe.from[random.IntN(len(recipe.from))]
				text[i] = set[random.IntN(len(set))]
			}
			texts = append(texts, string(text))
		}
	}
	return texts
}
