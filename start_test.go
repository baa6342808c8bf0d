package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
)

// A program that prints its version waits for no expression of a format: variables of
// packages are set to patterns, which are compiled when they are first used. What those
// say in one literal is right.
func TestNoExpressionIsCompiledAtStart(t *testing.T) {
	patterns := 0
	err := filepath.WalkDir(".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".go" || isTest(path) {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		for _, d := range file.Decls {
			ast.Inspect(d, func(n ast.Node) bool {
				call, isCall := n.(*ast.CallExpr)
				switch _, inFunction := n.(*ast.FuncLit); {
				case inFunction, isFunction(d):
					return false
				case isCall && calls(call, "regexp", "MustCompile"):
					t.Errorf("%s compiles an expression when the program starts", path)
				case isCall && calls(call, "pattern", "New"):
					patterns++
					compile(t, path, call.Args[0])
				}
				return true
			})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if patterns < 100 {
		t.Errorf("only %d patterns were looked at", patterns)
	}
}

func isTest(path string) bool {
	is, _ := filepath.Match("*_test.go", filepath.Base(path))
	return is || filepath.Base(path) == "gen.go"
}

func isFunction(d ast.Decl) bool {
	_, is := d.(*ast.FuncDecl)
	return is
}

// calls tells whether a call is of a package's function.
func calls(call *ast.CallExpr, of, name string) bool {
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || selector.Sel.Name != name {
		return false
	}
	from, ok := selector.X.(*ast.Ident)
	return ok && from.Name == of
}

// compile compiles an expression that is one literal.
func compile(t *testing.T, path string, expression ast.Expr) {
	literal, ok := expression.(*ast.BasicLit)
	if !ok {
		return
	}
	s, err := strconv.Unquote(literal.Value)
	if err == nil {
		_, err = regexp.Compile(s)
	}
	if err != nil {
		t.Errorf("%s: %v", path, err)
	}
}
