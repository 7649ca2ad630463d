package dateline_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The house rules are tests: they parse the tree themselves, since a cached
// list of imports hides faults.

// A sourceFile is one Go file of this module.
type sourceFile struct {
	path string // slashed, relative to the module
	pkg  string // folder, "" for the root
	test bool
	ast  *ast.File
}

func sourceFiles(t *testing.T) []sourceFile {
	t.Helper()
	var files []sourceFile
	fset := token.NewFileSet()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() {
			if name == "testdata" || name == "node_modules" || path != "." && strings.HasPrefix(name, ".") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		file, err := parser.ParseFile(fset, path, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		folder := filepath.ToSlash(filepath.Dir(path))
		if folder == "." {
			folder = ""
		}
		files = append(files, sourceFile{
			path: filepath.ToSlash(path), pkg: folder, test: strings.HasSuffix(name, "_test.go"), ast: file,
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 50 {
		t.Fatalf("found %d files only: run the test in the module's folder", len(files))
	}
	return files
}

func (f *sourceFile) imports() []string {
	var out []string
	for _, spec := range f.ast.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err == nil {
			out = append(out, path)
		}
	}
	return out
}

// layers are the floors of the house, by folder prefix; the longest prefix
// counts. Imports go only downward, and beside each other only inside one
// folder or where beside says so.
var layers = map[string]int{
	"":                     0,
	"internal/datatest":    0,
	"internal/lang":        1,
	"internal/cldrtest":    1,
	"internal/config":      2,
	"internal/format":      2,
	"internal/locale":      2,
	"internal/intake":      4,
	"internal/annotate":    4, // reads names and dates by the rules of read
	"internal/drift":       3,
	"internal/read":        3,
	"internal/search":      3,
	"internal/match":       3,
	"internal/diff":        3,
	"internal/store":       3,
	"internal/morgue":      3,
	"internal/samplepress": 3,
	"internal/newsroom":    5,
	"internal/desk":        5,
	"internal/wire":        5,
	"internal/web":         6,
	"internal/web/cache":   5, // api keeps its answers in one of its own
	"internal/api":         6,
	"internal/browsertest": 7,
	"bench":                7,
	"cmd":                  7,
}

func layerOf(t *testing.T, pkg string) (prefix string, layer int) {
	t.Helper()
	best := "?"
	for p := range layers {
		inside := p == "" && pkg == "" || p != "" && (pkg == p || strings.HasPrefix(pkg, p+"/"))
		if inside && (best == "?" || len(p) > len(best)) {
			best = p
		}
	}
	if best == "?" {
		t.Fatalf("%s stands on no layer: add it to the list, and to the drawing in docs/architecture.md", pkg)
	}
	return best, layers[best]
}

func TestLayers(t *testing.T) {
	for _, f := range sourceFiles(t) {
		if f.test {
			continue // tests start the real thing
		}
		room, layer := layerOf(t, f.pkg)
		for _, path := range f.imports() {
			inner, ok := strings.CutPrefix(path, "dateline")
			if !ok || inner != "" && inner[0] != '/' {
				continue
			}
			otherRoom, other := layerOf(t, strings.TrimPrefix(inner, "/"))
			if other > layer || other == layer && otherRoom != room {
				t.Errorf("%s (layer %d) imports %s (layer %d): imports go downward only", f.path, layer, path, other)
			}
			if strings.HasPrefix(inner, "/internal/store/") && room != "cmd" && room != "internal/store" {
				t.Errorf("%s imports %s: outside tests only cmd may know a store", f.path, path)
			}
		}
	}
}

func TestForbiddenImports(t *testing.T) {
	pure := []string{"internal/read", "internal/diff", "internal/annotate", "internal/drift", "internal/lang", "internal/search", "internal/match", "internal/format", "internal/locale"}
	reasons := map[string]string{
		"net/http":     "a pure package knows no net",
		"database/sql": "a pure package knows no database",
		"os":           "a pure package knows no files",
	}
	for _, f := range sourceFiles(t) {
		if f.test {
			continue
		}
		for _, path := range f.imports() {
			if f.pkg == "" && (strings.Contains(path, ".") || strings.HasPrefix(path, "dateline/")) {
				t.Errorf("%s imports %s: the nouns know the standard library only", f.path, path)
			}
			if reason := reasons[path]; reason != "" && slices.ContainsFunc(pure, func(p string) bool { return f.pkg == p || strings.HasPrefix(f.pkg, p+"/") }) {
				t.Errorf("%s imports %s: %s", f.path, path, reason)
			}
		}
	}
}

// TestPureKnowsNoClock looks for time.Now in packages whose result may depend
// on their input only.
func TestPureKnowsNoClock(t *testing.T) {
	for _, f := range sourceFiles(t) {
		if f.test || !strings.HasPrefix(f.pkg, "internal/read") && !strings.HasPrefix(f.pkg, "internal/lang") && !strings.HasPrefix(f.pkg, "internal/drift") && !strings.HasPrefix(f.pkg, "internal/annotate") &&
			!strings.HasPrefix(f.pkg, "internal/search") && !strings.HasPrefix(f.pkg, "internal/match") && !strings.HasPrefix(f.pkg, "internal/format") &&
			!strings.HasPrefix(f.pkg, "internal/locale") && !strings.HasPrefix(f.pkg, "internal/wire") {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == "time" && sel.Sel.Name == "Now" {
				t.Errorf("%s asks the clock: take the time as an argument", f.path)
			}
			return true
		})
	}
}

func TestPackagesAndExportsAreDocumented(t *testing.T) {
	documented := map[string]bool{}
	seen := map[string]string{}
	for _, f := range sourceFiles(t) {
		if f.test {
			continue
		}
		seen[f.pkg] = f.path
		documented[f.pkg] = documented[f.pkg] || f.ast.Doc != nil
		for _, d := range f.ast.Decls {
			for _, name := range undocumented(d) {
				t.Errorf("%s: %s is exported and has no comment", f.path, name)
			}
		}
	}
	for pkg, path := range seen {
		if !documented[pkg] {
			t.Errorf("package %s has no comment (seen at %s)", pkg, path)
		}
	}
}

// undocumented names the exported names of a declaration that have no comment,
// their own or that of their group.
func undocumented(d ast.Decl) (names []string) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) {
			names = append(names, d.Name.Name)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				if s.Name.IsExported() && d.Doc == nil && s.Doc == nil {
					names = append(names, s.Name.Name)
				}
			case *ast.ValueSpec:
				if s.Names[0].IsExported() && d.Doc == nil && s.Doc == nil && s.Comment == nil {
					names = append(names, s.Names[0].Name)
				}
			}
		}
	}
	return names
}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	typ := d.Recv.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	ident, ok := typ.(*ast.Ident)
	return ok && ident.IsExported()
}

func TestNoInit(t *testing.T) {
	for _, f := range sourceFiles(t) {
		for _, d := range f.ast.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%s has an init function: nothing happens by being imported", f.path)
			}
		}
	}
}

// TestHouseRoot: the root holds nouns and what a project shows at its door.
// Measurements were committed here once, with other people's text in them. Only
// what git keeps is looked at: the binary and its settings may lie about.
func TestHouseRoot(t *testing.T) {
	kept, err := exec.Command("git", "ls-files").Output()
	if err != nil {
		t.Skipf("this is no checkout, so nothing can be committed to it: %v", err)
	}
	known := []string{".go", ".md", ".mod", ".sum", ".sh"}
	for name := range strings.Lines(string(kept)) {
		name = strings.TrimSpace(name)
		if strings.Contains(name, "/") || strings.HasPrefix(name, ".") || slices.Contains(known, filepath.Ext(name)) ||
			name == "LICENSE" || name == "Makefile" {
			continue
		}
		t.Errorf("%s does not belong in the root: scratch stands outside the checkout, test data under testdata", name)
	}
}
