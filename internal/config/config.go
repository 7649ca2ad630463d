// Package config is everything that can be set: one struct, filled from
// defaults, a file, the environment and flags, in this order, and checked.
package config

import (
	"bytes"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"dateline"
)

// Config is all configuration. Each key can stand in the file under the name of
// its toml tag and in the environment under that of its env tag.
type Config struct {
	Listen string `toml:"listen" env:"DATELINE_LISTEN" comment:"Address on which the site is served."`
	Data   string `toml:"data" env:"DATELINE_DIR" comment:"Folder for items, raw copy and the control socket."`
	Store  string `toml:"store" env:"DATELINE_STORE" comment:"\"sqlite\" in the data folder, or an address such as postgres://user@host/name."`

	Log         Log         `toml:"log" comment:"What is logged to standard error."`
	Intake      Intake      `toml:"intake" comment:"How sources are polled. A source's own settings stand over these."`
	Stages      Stages      `toml:"stages" comment:"What is found out of items beyond taking them in. What is switched off stands still, and goes on from there when it is switched on again."`
	Morgue      Morgue      `toml:"morgue" comment:"Raw copy."`
	Publication Publication `toml:"publication" comment:"The wire that goes out."`
}

// Log says what is logged.
type Log struct {
	Level  string `toml:"level" env:"DATELINE_LOG_LEVEL" comment:"debug, info, warn or error."`
	Format string `toml:"format" env:"DATELINE_LOG_FORMAT" comment:"text or json."`
}

// Intake says how sources are polled.
type Intake struct {
	Workers     int      `toml:"workers" env:"DATELINE_INTAKE_WORKERS" comment:"Sources polled at once."`
	PerHost     int      `toml:"per_host" env:"DATELINE_INTAKE_PER_HOST" comment:"Connections to one host at once."`
	Delay       Duration `toml:"delay" env:"DATELINE_INTAKE_DELAY" comment:"Between two requests to one host."`
	MinInterval Duration `toml:"min_interval" env:"DATELINE_INTAKE_MIN_INTERVAL" comment:"A source is never polled more often."`
	MaxInterval Duration `toml:"max_interval" env:"DATELINE_INTAKE_MAX_INTERVAL" comment:"A source is never polled less often."`
	LookAgain   Duration `toml:"look_again" env:"DATELINE_INTAKE_LOOK_AGAIN" comment:"A page is looked at again after this time, 24 times and 168 times as long; 0 never."`
	MaxBody     int64    `toml:"max_body" env:"DATELINE_INTAKE_MAX_BODY" comment:"Bytes of one page or feed, unpacked; of a larger feed the entries before that count, a larger page is refused."`
	Contact     string   `toml:"contact" env:"DATELINE_INTAKE_CONTACT" comment:"Address or page that sources see in the user agent; \"\" is the publication's."`
}

// Stages says what is found out of items. Each costs a small machine more than
// taking in does.
type Stages struct {
	Matches    bool `toml:"matches" env:"DATELINE_STAGES_MATCHES" comment:"Copies, rewrites, translations, earliest known, stories."`
	Statements bool `toml:"statements" env:"DATELINE_STAGES_STATEMENTS" comment:"Marks who said what in new items. Without it orders about persons are still obeyed."`
}

// Morgue says how long raw copy is kept.
type Morgue struct {
	Keep Duration `toml:"keep" env:"DATELINE_MORGUE_KEEP" comment:"Raw copy is removed after this time; 0 keeps none."`
}

// Publication is the name, credit and editions of the wire.
type Publication struct {
	Names    map[string]string `toml:"names" comment:"By language of the edition."`
	Credits  map[string]string `toml:"credits" comment:"Credit line of own items, by language; the name when missing."`
	About    map[string]string `toml:"about" comment:"A paragraph for the about page, by language."`
	Mail     string            `toml:"mail" env:"DATELINE_MAIL" comment:"Mail address to which readers report errors; \"\" offers none."`
	Base     string            `toml:"base" env:"DATELINE_BASE" comment:"Public address of the site; \"\" is http:// and the listen address, or localhost where that is any."`
	Editions []Edition         `toml:"editions"`
}

// Edition is the publication in one language.
type Edition struct {
	Language string `toml:"language" comment:"en or ar."`
	Region   string `toml:"region" comment:"ISO 3166-1 code, such as LB."`
	Zone     string `toml:"zone" comment:"IANA name, such as Asia/Beirut."`
	Digits   string `toml:"digits" comment:"latn (0-9) or arab (٠-٩)."`
	Months   string `toml:"months" comment:"Arabic month names: levant, egypt, maghreb or both."`
}

// Default is the configuration when nothing is set.
// It serves on this machine alone, and keeps no copy for longer than 90 days: whoever
// wants to be seen, or to keep more, says so.
func Default() Config {
	return Config{
		Listen: "127.0.0.1:8080", Data: ".dateline", Store: "sqlite",
		Log: Log{Level: "info", Format: "text"},
		Intake: Intake{
			Workers: 16, PerHost: 2, Delay: Duration(second), MinInterval: Duration(minute),
			MaxInterval: Duration(day), LookAgain: Duration(60 * minute), MaxBody: 16 << 20,
		},
		Stages: Stages{Matches: true, Statements: true},
		Morgue: Morgue{Keep: Duration(90 * day)},
		Publication: Publication{
			Names: map[string]string{"en": "Dateline", "ar": "ديتلاين"},
			Editions: []Edition{
				{Language: "en", Zone: "UTC", Digits: "latn"},
				{Language: "ar", Zone: "UTC", Digits: "latn", Months: "both"},
			},
		},
	}
}

// File is where the configuration is read from when no other file is named.
const File = "dateline.toml"

// Load reads the configuration: defaults, then the file, then the environment.
// A file that is named must exist; File need not. The caller sets what flags say
// and calls Check.
func Load(path string, getenv func(string) string) (cfg Config, err error) {
	// The defaults first, so that a file need only say what differs.
	cfg = Default()
	body, err := readFile(path)
	if err != nil {
		return cfg, err
	}
	// The decoder would put the names of the file among those of the defaults.
	usual := cfg.Publication.Names
	cfg.Publication.Names = nil
	if err := decode(body, &cfg); err != nil {
		return cfg, fmt.Errorf("configuration %s: %w", named(path), err)
	}
	if cfg.Publication.Names == nil {
		cfg.Publication.Names = usual
	}
	if err := fromEnvironment(&cfg, getenv); err != nil {
		return cfg, err
	}
	return cfg, nil
}

func named(path string) string {
	if path == "" {
		return File
	}
	return path
}

func readFile(path string) ([]byte, error) {
	body, err := os.ReadFile(named(path))
	// Only the usual file may be missing: one that is named and is not there is a slip.
	// Only the usual file may be missing: one that was named and is not there is a slip, and
	// its settings would be missed without a word.
	if path == "" && errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read configuration: %w", err)
	}
	return body, nil
}

// decode refuses keys that there are not: a misspelt key is no key.
func decode(body []byte, cfg *Config) error {
	d := toml.NewDecoder(bytes.NewReader(body)).DisallowUnknownFields()
	if err := d.Decode(cfg); err != nil {
		var strict *toml.StrictMissingError
		if errors.As(err, &strict) {
			var keys []string
			for _, e := range strict.Errors {
				row, _ := e.Position()
				keys = append(keys, fmt.Sprintf("%s (line %d)", strings.Join(e.Key(), "."), row))
			}
			return fmt.Errorf("there is no such key: %s: %w", strings.Join(keys, ", "), dateline.ErrInvalid)
		}
		// With its line, for the decoder's own message quotes the file over several.
		var at *toml.DecodeError
		if errors.As(err, &at) {
			row, _ := at.Position()
			key := ""
			if len(at.Key()) > 0 {
				key = ", " + strings.Join(at.Key(), ".")
			}
			return fmt.Errorf("line %d%s: %w: %w", row, key, err, dateline.ErrInvalid)
		}
		return fmt.Errorf("%w: %w", err, dateline.ErrInvalid)
	}
	return nil
}

// Sample is the configuration as a documented file.
func Sample(cfg Config) (string, error) {
	var b bytes.Buffer
	e := toml.NewEncoder(&b)
	e.SetIndentTables(false)
	if err := e.Encode(cfg); err != nil {
		return "", fmt.Errorf("write configuration: %w", err)
	}
	return b.String(), nil
}

// reachable is the address on which the site is served as one that can be followed:
// to listen on all addresses of a machine is not to have one.
func (c *Config) reachable() string {
	host, port, err := net.SplitHostPort(c.Listen)
	if ip := net.ParseIP(host); err == nil && (host == "" || ip != nil && ip.IsUnspecified()) {
		return net.JoinHostPort("localhost", port)
	}
	return c.Listen
}

// Public is the publication as everything else knows it.
func (c *Config) Public() dateline.Publication {
	p := dateline.Publication{
		Names: c.Publication.Names, Credits: c.Publication.Credits, About: c.Publication.About, Mail: c.Publication.Mail,
		Base: strings.TrimRight(c.Publication.Base, "/"),
	}
	if p.Base == "" {
		p.Base = "http://" + c.reachable()
	}
	// Before there are credits the name is one: no item goes out without.
	if len(p.Credits) == 0 {
		p.Credits = p.Names
	}
	for _, e := range c.Publication.Editions {
		p.Editions = append(p.Editions, dateline.Edition(e))
	}
	return p
}
