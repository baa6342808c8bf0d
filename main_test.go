package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Imports run one way: main → ui → store → articles. The layout engine imports
// nothing else of Warraq, so that other programs can.
func TestImportsRunOneWay(t *testing.T) {
	forbidden := map[string][]string{
		"articles": {"github.com/warraq/warraq/store", "github.com/warraq/warraq/ui"},
		"store":    {"github.com/warraq/warraq/ui"},
		"ui/rtl":   {"github.com/warraq/warraq/articles", "github.com/warraq/warraq/store", "github.com/warraq/warraq/ui/"},
		".":        {"github.com/warraq/warraq/articles", "github.com/warraq/warraq/store"},
	}
	files := 0
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		files++
		parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			for folder, prefixes := range forbidden {
				if !within(filepath.ToSlash(path), folder) {
					continue
				}
				for _, p := range prefixes {
					ofTheEngine := folder == "ui/rtl" && within(imported, "github.com/warraq/warraq/ui/rtl")
					if strings.HasPrefix(imported, p) && !ofTheEngine {
						t.Errorf("%s imports %s", path, imported)
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 20 {
		t.Errorf("only %d files were looked at", files)
	}
}

// Every package says what it is for, and shows how it is used in an example that
// runs; programs are told of in the README.
func TestEveryPackageIsExplained(t *testing.T) {
	explained, shown := map[string]bool{}, map[string]bool{}
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		folder := filepath.Dir(path)
		if parsed.Name.Name == "main" {
			return nil
		}
		if !strings.HasSuffix(path, "_test.go") {
			explained[folder] = explained[folder] || parsed.Doc != nil
		}
		for _, d := range parsed.Decls {
			f, ok := d.(*ast.FuncDecl)
			shown[folder] = shown[folder] || ok && strings.HasPrefix(f.Name.Name, "Example")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for folder, is := range explained {
		if !is {
			t.Errorf("%s has no package comment", folder)
		}
		if !shown[folder] {
			t.Errorf("%s has no example", folder)
		}
	}
	if len(explained) < 10 {
		t.Errorf("only %d packages were looked at", len(explained))
	}
}

// within tells whether a path lies in a folder; "." holds only what lies
// directly in it.
func within(path, folder string) bool {
	if folder == "." {
		return !strings.Contains(path, "/")
	}
	return path == folder || strings.HasPrefix(path, folder+"/")
}

// Nothing but articles/web opens a connection, and ui/serve listens alone. Two others import what could, for what
// needs none; of the libraries nothing is called that would.
func TestOneAsksServers(t *testing.T) {
	network := map[string]map[string]bool{ // what may be used of a package, nil for all
		"articles/web":         nil,
		"articles/format/warc": {"ReadResponse": true, "Response": true, "StatusOK": true},
		"store/identity":       {"ParseIP": true, "JoinHostPort": true},
		"ui/serve":             {"Listen": true, "Listener": true, "Conn": true, "Addr": true, "SplitHostPort": true, "ErrClosed": true, "ParseIP": true, "OpError": true},
	}
	connects := map[string]bool{"net": true, "net/http": true, "net/rpc": true, "net/smtp": true, "net/http/httputil": true, "crypto/tls": true, "log/syslog": true}
	fetches := map[string]bool{"ParseURL": true, "ParseURLWithContext": true, "FromURL": true, "FetchURL": true}
	found := map[string]bool{}
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		folder := filepath.ToSlash(filepath.Dir(path))
		uses, known := network[folder]
		names := map[string]bool{}
		for _, spec := range parsed.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			if connects[imported] {
				found[folder] = true
				names[imported[strings.LastIndex(imported, "/")+1:]] = true
				if !known || spec.Name != nil {
					t.Errorf("%s imports %s", path, imported)
				}
			}
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			from, _ := s.X.(*ast.Ident)
			if uses != nil && from != nil && names[from.Name] && !uses[s.Sel.Name] || fetches[s.Sel.Name] {
				t.Errorf("%s uses %s", path, s.Sel.Name)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for folder := range network {
		if !found[folder] {
			t.Errorf("%s imports nothing of the network any more", folder)
		}
	}
}
