package dateline_test

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"testing"

	"dateline"
)

// TestWhysAreAll: a reason that is not among them would be said in no language.
func TestWhysAreAll(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "refusal.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	whys, found := dateline.Whys(), 0
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		for _, value := range spec.Values {
			word, err := strconv.Unquote(value.(*ast.BasicLit).Value)
			if _, listed := whys[dateline.Why(word)]; err != nil || !listed {
				t.Errorf("%s is not among the reasons (%v)", word, err)
			}
			found++
		}
		return true
	})
	if found != len(whys) || found < 20 {
		t.Errorf("%d reasons are named, and %d listed", found, len(whys))
	}
}

// TestRefuse: its own words are those of the command line, and it is of its kind.
func TestRefuse(t *testing.T) {
	err := dateline.Refuse(dateline.WhyNoZone, dateline.ErrInvalid, "%q is no zone such as %s", "Cairo", "Africa/Cairo")
	var refused *dateline.Refusal
	if err.Error() != `"Cairo" is no zone such as Africa/Cairo: invalid` || !errors.Is(err, dateline.ErrInvalid) || !errors.As(err, &refused) || len(refused.What) != 2 {
		t.Errorf("%v %+v", err, refused)
	}
}
