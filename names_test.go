package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestNames holds names to what CONTRIBUTING says: a variable or constant of a package is
// no bare word, and nothing local has the name of something that its package has. It goes
// by the text alone, so that it costs no build.
func TestNames(t *testing.T) {
	t.Parallel()
	for dir, files := range sourceFiles(t) {
		held := packageNames(files)
		for name, object := range held {
			if object.isValue && bareWord.MatchString(name) {
				t.Errorf("%s: %s is a bare word: say what it holds, as in %sPattern", dir, name, name)
			}
		}
		for _, f := range files {
			for _, id := range localNames(f) {
				if object, ok := held[id.Name]; ok && object.pos != id.Pos() {
					t.Errorf("%s: a local is called %s as something of its package is", fileSet.Position(id.Pos()), id.Name)
				}
			}
		}
	}
}

var (
	fileSet  = token.NewFileSet()
	bareWord = regexp.MustCompile(`^[a-z]{2,}$`)
)

// packageName is where a package declares a name, and whether that is a variable or
// constant outside of tests.
type packageName struct {
	pos     token.Pos
	isValue bool
}

// sourceFiles parses all files of the repository, and returns them by their packages.
func sourceFiles(t *testing.T) map[string][]*ast.File {
	packages := map[string][]*ast.File{}
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" {
			return err
		}
		f, err := parser.ParseFile(fileSet, path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		if !isGenerator(f) {
			key := filepath.Dir(path) + " " + f.Name.Name
			packages[key] = append(packages[key], f)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return packages
}

// isGenerator tells whether a file is a program of its own, which go generate runs.
func isGenerator(f *ast.File) bool {
	return len(f.Comments) > 0 && f.Comments[0].List[0].Text == "//go:build ignore"
}

// packageNames returns the names that the files of a package declare.
func packageNames(files []*ast.File) map[string]packageName {
	held := map[string]packageName{}
	for _, f := range files {
		inTest := strings.HasSuffix(fileSet.Position(f.Pos()).Filename, "_test.go")
		for _, d := range f.Decls {
			for _, id := range declaredBy(d) {
				_, isFunc := d.(*ast.FuncDecl)
				generic, ok := d.(*ast.GenDecl)
				held[id.Name] = packageName{id.Pos(), !inTest && !isFunc && ok && generic.Tok != token.TYPE}
			}
		}
	}
	delete(held, "_")
	return held
}

// declaredBy returns the names that a declaration at the top of a file gives its package.
func declaredBy(d ast.Decl) (names []*ast.Ident) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			names = append(names, d.Name)
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				names = append(names, s.Name)
			case *ast.ValueSpec:
				names = append(names, s.Names...)
			}
		}
	}
	return names
}

// localNames returns what a file's functions declare: parameters, results and variables.
func localNames(f *ast.File) (names []*ast.Ident) {
	add := func(list ...ast.Expr) {
		for _, e := range list {
			if id, ok := e.(*ast.Ident); ok {
				names = append(names, id)
			}
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok == token.DEFINE {
				add(n.Lhs...)
			}
		case *ast.RangeStmt:
			if n.Tok == token.DEFINE {
				add(n.Key, n.Value)
			}
		case *ast.ValueSpec:
			names = append(names, n.Names...)
		case *ast.FuncDecl:
			names = append(names, fieldNames(n.Recv)...)
		case *ast.FuncType:
			names = append(append(names, fieldNames(n.Params)...), fieldNames(n.Results)...)
		}
		return true
	})
	return names
}

// fieldNames returns the names of parameters, results or a receiver.
func fieldNames(list *ast.FieldList) (names []*ast.Ident) {
	if list != nil {
		for _, f := range list.List {
			names = append(names, f.Names...)
		}
	}
	return names
}
