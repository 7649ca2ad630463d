package config

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"dateline"
)

func write(t *testing.T, body string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "dateline.toml")
	if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func none(string) string { return "" }

func TestDefaultIsSound(t *testing.T) {
	cfg := Default()
	if err := cfg.Check(); err != nil {
		t.Fatal(err)
	}
}

func TestLoadOrder(t *testing.T) {
	path := write(t, `
listen = "127.0.0.1:1"
[intake]
workers = 7
min_interval = "30s"
[morgue]
keep = "10d"
`)
	env := map[string]string{"DATELINE_LISTEN": "127.0.0.1:2", "DATELINE_INTAKE_MAX_INTERVAL": "2d"}
	cfg, err := Load(path, func(k string) string { return env[k] })
	if err != nil {
		t.Fatal(err)
	}
	if err := cfg.Check(); err != nil {
		t.Fatal(err)
	}
	if cfg.Listen != "127.0.0.1:2" {
		t.Errorf("listen %q: the environment stands over the file", cfg.Listen)
	}
	if cfg.Intake.Workers != 7 || time.Duration(cfg.Intake.MinInterval) != 30*time.Second {
		t.Errorf("intake %+v: the file stands over the defaults", cfg.Intake)
	}
	if time.Duration(cfg.Intake.MaxInterval) != 48*time.Hour || time.Duration(cfg.Morgue.Keep) != 240*time.Hour {
		t.Errorf("got %+v %+v", cfg.Intake, cfg.Morgue)
	}
	if len(cfg.Publication.Editions) != 2 {
		t.Errorf("editions %v: the defaults stay when the file names none", cfg.Publication.Editions)
	}
}

func TestLoadRefuses(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"unknown key", "lissten = \"x\"", "no such key: lissten (line 1): "},
		{"unknown keys below", "[intake]\nworker = 3\nxs = 1", "intake.worker (line 2), intake.xs (line 3)"},
		{"wrong type", "listen = 3", "listen"},
		{"not TOML", "listen", "line 1: "},
		{"bad duration", "[morgue]\nkeep = \"soon\"", "soon"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load(write(t, tt.body), none)
			if !errors.Is(err, dateline.ErrInvalid) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want ErrInvalid that names %q", err, tt.want)
			}
		})
	}
	if _, err := Load(filepath.Join(t.TempDir(), "none.toml"), none); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a named file that is missing: got %v", err)
	}
	bad := func(k string) string { return map[string]string{"DATELINE_INTAKE_WORKERS": "many"}[k] }
	if _, err := Load(write(t, ""), bad); !errors.Is(err, dateline.ErrInvalid) {
		t.Errorf("bad environment: got %v", err)
	}
}

func TestCheckNamesTheKey(t *testing.T) {
	tests := []struct {
		key    string
		change func(*Config)
	}{
		{"listen", func(c *Config) { c.Listen = "8080" }},
		{"data", func(c *Config) { c.Data = "" }},
		{"store", func(c *Config) { c.Store = "mysql://x" }},
		{"log.level", func(c *Config) { c.Log.Level = "loud" }},
		{"log.format", func(c *Config) { c.Log.Format = "xml" }},
		{"intake.workers", func(c *Config) { c.Intake.Workers = 0 }},
		{"intake.min_interval", func(c *Config) { c.Intake.MaxInterval = 1 }},
		{"publication.base", func(c *Config) { c.Publication.Base = "wire.example.org" }},
		{"publication.base", func(c *Config) { c.Publication.Base = "ftp://wire.example.org" }},
		{"publication.base", func(c *Config) { c.Publication.Base = "https:///desk" }},
		{"publication.base", func(c *Config) { c.Publication.Base = "https://wire.example.org/?from=mail" }},
		{"publication.base", func(c *Config) { c.Publication.Base = "https://wire.example.org/#top" }},
		{"publication.base", func(c *Config) { c.Publication.Base = "https://rania:secret@wire.example.org" }},
		{"publication.base", func(c *Config) { c.Publication.Base = "https://wire.example.org:port" }},
		{"intake.min_interval", func(c *Config) { c.Intake.MinInterval = 0 }},
		{"intake.per_host", func(c *Config) { c.Intake.PerHost = 0 }},
		{"intake.look_again", func(c *Config) { c.Intake.LookAgain = -1 }},
		{"intake.max_body", func(c *Config) { c.Intake.MaxBody = 1023 }},
		{"morgue.keep", func(c *Config) { c.Morgue.Keep = -1 }},
		{"editions[0].zone", func(c *Config) { c.Publication.Editions[0].Zone = "" }},
		{"editions[0].zone", func(c *Config) { c.Publication.Editions[0].Zone = "Local" }},
		{"editions[0].region", func(c *Config) { c.Publication.Editions[0].Region = "Lebanon" }},
		{"editions[1].region", func(c *Config) { c.Publication.Editions[1].Region = "lb" }},
		{"editions[0].language", func(c *Config) { c.Publication.Editions[0].Language = "fr" }},
		{"editions[1].digits", func(c *Config) { c.Publication.Editions[1].Digits = "roman" }},
		{"publication.mail", func(c *Config) { c.Publication.Mail = "The desk <desk@example.org>" }},
		{"publication.mail", func(c *Config) { c.Publication.Mail = "example.org" }},
		{"publication.editions", func(c *Config) { c.Publication.Editions = nil }},
		{"editions[1].language", func(c *Config) { c.Publication.Editions[1].Language = "en" }},
		{"editions[0].zone", func(c *Config) { c.Publication.Editions[0].Zone = "Mars/Base" }},
		{"editions[1].months", func(c *Config) { c.Publication.Editions[1].Months = "roman" }},
		{"names.ar", func(c *Config) { c.Publication.Names = map[string]string{"en": "Marsa"} }},
	}
	for _, tt := range tests {
		t.Run(tt.key, func(t *testing.T) {
			cfg := Default()
			tt.change(&cfg)
			if err := cfg.Check(); !errors.Is(err, dateline.ErrInvalid) || !strings.Contains(err.Error(), tt.key) {
				t.Errorf("got %v, want ErrInvalid that names %s", err, tt.key)
			}
		})
	}
}

// TestCheckTakes is the other side of each limit.
func TestCheckTakes(t *testing.T) {
	for name, change := range map[string]func(*Config){
		"one worker":        func(c *Config) { c.Intake.Workers, c.Intake.PerHost = 1, 1 },
		"never again":       func(c *Config) { c.Intake.LookAgain, c.Morgue.Keep = 0, 0 },
		"a small page":      func(c *Config) { c.Intake.MaxBody = 1024 },
		"one interval":      func(c *Config) { c.Intake.MinInterval, c.Intake.MaxInterval = 1, 1 },
		"PostgreSQL":        func(c *Config) { c.Store = "postgres://wire@127.0.0.1/wire" },
		"PostgreSQL's name": func(c *Config) { c.Store = "postgresql://wire@127.0.0.1/wire" },
		"http":              func(c *Config) { c.Publication.Base = "http://wire.example.org" },
		"https":             func(c *Config) { c.Publication.Base = "https://wire.example.org/desk" },
		"mail":              func(c *Config) { c.Publication.Mail = "desk@example.org" },
		"any address":       func(c *Config) { c.Listen = ":8080" },
		"one edition":       func(c *Config) { c.Publication.Editions = c.Publication.Editions[1:] },
		"a region":          func(c *Config) { c.Publication.Editions[1].Region = "LB" },
		"Arabic digits":     func(c *Config) { c.Publication.Editions[1].Digits = "arab" },
	} {
		cfg := Default()
		change(&cfg)
		if err := cfg.Check(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSwitches reads settings that are yes or no, or a number, off the environment.
func TestSwitches(t *testing.T) {
	env := map[string]string{}
	walked := 0
	cfg := Default()
	if err := walk(reflect.ValueOf(&cfg).Elem(), func(f reflect.Value, name string) error {
		if f.Kind() == reflect.Bool {
			env[name] = "false"
			walked++
		}
		return nil
	}); err != nil || walked != 2 {
		t.Fatalf("%d switches, %v", walked, err)
	}
	env["DATELINE_INTAKE_MAX_BODY"] = "5000000000"
	getenv := func(k string) string { return env[k] }
	cfg, err := Load(write(t, ""), getenv)
	if err != nil || cfg.Stages.Matches || cfg.Stages.Statements || cfg.Intake.MaxBody != 5e9 {
		t.Errorf("read %+v %+v, %v", cfg.Stages, cfg.Intake, err)
	}
	for name, value := range map[string]string{"DATELINE_INTAKE_WORKERS": "1x", "DATELINE_INTAKE_DELAY": "d", "DATELINE_INTAKE_MAX_BODY": "10000000000000000000"} {
		_, err := Load(write(t, ""), func(k string) string { return map[string]string{name: value}[k] })
		if !errors.Is(err, dateline.ErrInvalid) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s=%s: %v", name, value, err)
		}
	}
	if def := Default(); !def.Stages.Matches || !def.Stages.Statements {
		t.Error("a stage is off unless it is switched on")
	}
}

// TestEditionsOfTheFile: those of the file stand in place of the defaults, not
// beside them.
func TestEditionsOfTheFile(t *testing.T) {
	cfg, err := Load(write(t, "[[publication.editions]]\nlanguage = \"ar\"\nzone = \"Asia/Beirut\""), none)
	if err != nil || len(cfg.Publication.Editions) != 1 || cfg.Publication.Editions[0] != (Edition{Language: "ar", Zone: "Asia/Beirut"}) {
		t.Errorf("%+v, %v", cfg.Publication.Editions, err)
	}
}

// TestNamesOfTheFile: a wire that is given a name in one language is not called
// after this program in the other; it needs a name there as well, or no edition.
func TestNamesOfTheFile(t *testing.T) {
	cfg, err := Load(write(t, "[publication.names]\nen = \"Marsa\""), none)
	if err != nil {
		t.Fatal(err)
	}
	if err := cfg.Check(); !errors.Is(err, dateline.ErrInvalid) || !strings.Contains(err.Error(), "publication.names.ar") {
		t.Errorf("%v of %v", err, cfg.Publication.Names)
	}
	cfg, err = Load(write(t, "[publication.names]\nen = \"Marsa\"\n[[publication.editions]]\nlanguage = \"en\"\nzone = \"UTC\""), none)
	if err != nil || cfg.Check() != nil || len(cfg.Publication.Names) != 1 {
		t.Errorf("one edition: %v, %v, %v", cfg.Publication.Names, err, cfg.Check())
	}
	if cfg, err = Load(write(t, "[publication]\nmail = \"desk@marsa.example\""), none); err != nil || !reflect.DeepEqual(cfg.Publication.Names, Default().Publication.Names) {
		t.Errorf("no names: %v, %v", cfg.Publication.Names, err)
	}
}

// TestNoFile: the usual file may be missing, and is read where it is there.
func TestNoFile(t *testing.T) {
	t.Chdir(t.TempDir())
	if cfg, err := Load("", none); err != nil || !reflect.DeepEqual(cfg, Default()) {
		t.Errorf("without a file: %+v, %v", cfg, err)
	}
	if err := os.WriteFile(File, []byte("listen = \"127.0.0.1:7\"\nx"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Load("", none); !errors.Is(err, dateline.ErrInvalid) || !strings.Contains(err.Error(), File) {
		t.Errorf("a spoilt one: %v", err)
	}
	if _, err := Load(t.TempDir(), none); err == nil || errors.Is(err, os.ErrNotExist) {
		t.Errorf("a folder: %v", err)
	}
}

func TestDuration(t *testing.T) {
	for text, want := range map[string]struct {
		d       time.Duration
		written string
	}{
		"90d": {90 * day, "90d"}, "106751d": {106751 * day, "106751d"}, "0.25d": {6 * time.Hour, "6h0m0s"}, "1.5d": {36 * time.Hour, "36h0m0s"}, "48h": {2 * day, "2d"}, "1.5s": {1500 * time.Millisecond, "1.5s"}, "0": {0, "0s"}, "0d": {0, "0s"}, "-1d": {-day, "-1d"},
	} {
		var d Duration
		if err := d.UnmarshalText([]byte(text)); err != nil || time.Duration(d) != want.d {
			t.Errorf("%s is %v, %v", text, time.Duration(d), err)
		}
		if got, err := d.MarshalText(); err != nil || string(got) != want.written {
			t.Errorf("%s is written %s, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "d", "soon", "3", "3 d", "d3", "infd", "nand", "-infd", "1e300d", "106752d", "-106752d"} {
		var d Duration
		if err := d.UnmarshalText([]byte(text)); !errors.Is(err, dateline.ErrInvalid) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// TestSampleReadsBack also proves that every key of the sample is a key.
func TestSampleReadsBack(t *testing.T) {
	want := Default()
	want.Publication.Credits = map[string]string{"en": "Marsa"}
	sample, err := Sample(want)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Load(write(t, sample), none)
	if err != nil {
		t.Fatalf("%v in\n%s", err, sample)
	}
	if len(got.Publication.About) == 0 {
		got.Publication.About = nil
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v\nwant\n%+v", got, want)
	}
	if !strings.Contains(sample, "\n# Sources polled at once.\nworkers = 16\n") {
		t.Error("the sample does not explain its keys")
	}
}

func TestEveryLeafIsDocumented(t *testing.T) {
	var check func(reflect.Type)
	check = func(typ reflect.Type) {
		for i := range typ.NumField() {
			f := typ.Field(i)
			if f.Type.Kind() == reflect.Struct {
				check(f.Type)
				continue
			}
			if f.Tag.Get("toml") == "" || f.Tag.Get("comment") == "" && f.Name != "Editions" {
				t.Errorf("%s.%s has no key or no comment", typ.Name(), f.Name)
			}
		}
	}
	check(reflect.TypeFor[Config]())
	check(reflect.TypeFor[Edition]())
}

func TestPublic(t *testing.T) {
	cfg := Default()
	p := cfg.Public()
	if p.Base != "http://127.0.0.1:8080" || p.Credits["en"] != "Dateline" || len(p.Editions) != 2 {
		t.Errorf("got %+v", p)
	}
	// Nobody can follow an address that means "all of this machine's".
	for listen, base := range map[string]string{
		":8080": "http://localhost:8080", "0.0.0.0:80": "http://localhost:80", "[::]:8080": "http://localhost:8080",
		"[::1]:8080": "http://[::1]:8080", "wire.example.org:80": "http://wire.example.org:80", "192.0.2.7:8080": "http://192.0.2.7:8080",
	} {
		cfg.Listen = listen
		if p := cfg.Public(); p.Base != base {
			t.Errorf("listening on %s the base is %q, want %q", listen, p.Base, base)
		}
	}
	cfg.Publication.Base = "https://wire.example.org/"
	if p := cfg.Public(); p.Base != "https://wire.example.org" {
		t.Errorf("base %q", p.Base)
	}
}
