package cache

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
)

func page(size int, tags ...string) *Page {
	return NewPage(http.StatusOK, []byte(strings.Repeat("x", size)), http.Header{}, tags...)
}

// made returns a render function and a count of how often it ran.
func made(p *Page) (func() (*Page, error), *int) {
	n := 0
	return func() (*Page, error) { n++; return p, nil }, &n
}

func TestKeptUntilDropped(t *testing.T) {
	c := New(1 << 20)
	render, n := made(page(10, "item:a", "list"))
	for range 3 {
		if p, err := c.Render("/a", render); err != nil || p == nil {
			t.Fatal(p, err)
		}
	}
	if *n != 1 {
		t.Fatalf("rendered %d times, want once", *n)
	}
	c.Drop("item:b")
	if c.Get("/a") == nil {
		t.Error("another item's change dropped the page")
	}
	c.Drop("item:b", "list")
	if c.Get("/a") != nil || c.Len() != 0 || c.Bytes() != 0 {
		t.Errorf("not dropped: %d pages, %d bytes", c.Len(), c.Bytes())
	}
	if len(c.tags) != 0 {
		t.Errorf("tags left behind: %v", c.tags)
	}
}

func TestNotKept(t *testing.T) {
	c := New(1 << 20)
	bad := errors.New("no")
	if _, err := c.Render("/bad", func() (*Page, error) { return nil, bad }); !errors.Is(err, bad) {
		t.Errorf("err = %v", err)
	}
	if p, _ := c.Render("/untagged", func() (*Page, error) { return page(10), nil }); p == nil {
		t.Error("an untagged page is still served")
	}
	if c.Len() != 0 {
		t.Errorf("%d pages kept, want none", c.Len())
	}
}

// A change that comes while a page is being rendered may or may not be on it,
// so the page is served but not kept.
func TestDroppedWhileRendering(t *testing.T) {
	c := New(1 << 20)
	render := func() (*Page, error) {
		c.Drop("item:a")
		return page(10, "item:a"), nil
	}
	if _, err := c.Render("/a", render); err != nil {
		t.Fatal(err)
	}
	if c.Get("/a") != nil {
		t.Error("a page from before the change was kept")
	}
	if _, err := c.Render("/b", func() (*Page, error) { c.Drop("item:z"); return page(10, "item:a"), nil }); err != nil {
		t.Fatal(err)
	}
	if c.Get("/b") == nil {
		t.Error("a page was not kept although nothing on it changed")
	}
}

// TestAskedAfterADrop: who asks when a change is known gets a page that was made
// after it, and does not wait for one that was begun before.
func TestAskedAfterADrop(t *testing.T) {
	for _, tt := range []struct {
		tag  string
		kept int // size of what is kept: what was begun before the change of its item is not
	}{{"item:a", 20}, {"item:z", 10}} {
		c := New(1 << 20)
		fresh, n := made(page(20, "item:a"))
		old, err := c.Render("/a", func() (*Page, error) {
			c.Drop(tt.tag)
			if p, err := c.Render("/a", fresh); err != nil || *n != 1 || len(p.plain.bytes) != 20 {
				t.Errorf("%s: asked after the drop: rendered %d times, %v", tt.tag, *n, err)
			}
			return page(10, "item:a"), nil
		})
		if err != nil || len(old.plain.bytes) != 10 {
			t.Errorf("%s: who asked before got another page, %v", tt.tag, err)
		}
		p := c.Get("/a")
		if p == nil || len(p.plain.bytes) != tt.kept || c.Len() != 1 || c.Bytes() != p.size() || len(c.ring) != 1 {
			t.Errorf("%s: %d pages of %d bytes are kept, %d in the ring", tt.tag, c.Len(), c.Bytes(), len(c.ring))
		}
		if len(c.works)+len(c.all) != 0 {
			t.Errorf("%s: work is left behind", tt.tag)
		}
	}
}

// TestIdle: a page that is being made could be dropped, as one that is kept.
func TestIdle(t *testing.T) {
	c := New(1 << 20)
	if !c.Idle() {
		t.Error("a new cache is busy")
	}
	if _, err := c.Render("/a", func() (*Page, error) {
		if c.Idle() {
			t.Error("idle while a page is made")
		}
		return page(10, "item:a"), nil
	}); err != nil {
		t.Fatal(err)
	}
	if c.Idle() {
		t.Error("idle while a page is kept")
	}
	c.Drop("item:a")
	if !c.Idle() {
		t.Error("busy when all is dropped")
	}
}

func TestOneRenderingForMany(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := New(1 << 20)
		finish := make(chan struct{})
		n, served := 0, 0
		var mu sync.Mutex
		for range 8 {
			go func() {
				p, err := c.Render("/a", func() (*Page, error) {
					n++
					<-finish
					return page(10), nil // kept for nobody but those who wait
				})
				mu.Lock()
				defer mu.Unlock()
				if p != nil && err == nil {
					served++
				}
			}()
		}
		synctest.Wait() // all of them are in it
		close(finish)
		synctest.Wait()
		if n != 1 || served != 8 {
			t.Errorf("rendered %d times for %d of 8", n, served)
		}
	})
}

func TestPanicFreesThoseWhoWait(t *testing.T) {
	c := New(1 << 20)
	func() {
		defer func() { _ = recover() }()
		c.Render("/a", func() (*Page, error) { panic("template") }) //nolint:errcheck
	}()
	if _, err := c.Render("/a", func() (*Page, error) { return page(1, "t"), nil }); err != nil {
		t.Errorf("after a panic: %v", err)
	}
}

func TestBounded(t *testing.T) {
	c := New(64 << 10)
	for i := range 500 {
		render, _ := made(page(3000, fmt.Sprint("item:", i)))
		c.Render(fmt.Sprint("/", i), render) //nolint:errcheck
		c.Get("/0")                          // stays in use
		if c.Bytes() > 64<<10 {
			t.Fatalf("%d bytes kept, limit %d", c.Bytes(), 64<<10)
		}
	}
	if c.Get("/0") == nil {
		t.Error("the page in use was pushed out")
	}
	if c.Get("/499") == nil {
		t.Error("the newest page was pushed out")
	}
	if len(c.ring) != c.Len() || len(c.tags) != c.Len() {
		t.Errorf("%d pages, %d in the ring, %d tags", c.Len(), len(c.ring), len(c.tags))
	}
	render, _ := made(page(60<<10, "big"))
	c.Render("/big", render) //nolint:errcheck
	if c.Get("/big") != nil {
		t.Error("one page took the place of all others")
	}
}

func TestConcurrentUse(t *testing.T) {
	c := New(32 << 10)
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			for i := range 500 {
				address := fmt.Sprint("/", (i*7+w)%40)
				render, _ := made(page(1000, "item:"+address, "list"))
				c.Render(address, render) //nolint:errcheck
				if i%50 == 0 {
					c.Drop("list")
				}
			}
		})
	}
	wg.Wait()
	if c.Bytes() > 32<<10 {
		t.Errorf("%d bytes", c.Bytes())
	}
}
