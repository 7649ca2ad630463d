package config

import (
	"fmt"
	"net"
	netmail "net/mail"
	"net/url"
	"slices"
	"strings"
	"time"

	"dateline"
)

// Check says what is wrong with a configuration, and how to mend it.
func (c *Config) Check() error {
	checks := []error{
		c.checkListen(), c.checkStore(), c.checkBase(), c.checkMail(),
		oneOf("log.level", c.Log.Level, "debug", "info", "warn", "error"),
		oneOf("log.format", c.Log.Format, "text", "json"),
		atLeast("intake.workers", int64(c.Intake.Workers), 1),
		atLeast("intake.per_host", int64(c.Intake.PerHost), 1),
		atLeast("intake.look_again", int64(c.Intake.LookAgain), 0),
		// Less is a number without its unit, and would refuse every page.
		atLeast("intake.max_body", c.Intake.MaxBody, 1024),
		atLeast("morgue.keep", int64(c.Morgue.Keep), 0),
		c.checkIntervals(), c.checkEditions(),
	}
	// The first is enough: one that is mended often mends the next.
	for _, err := range checks {
		if err != nil {
			return err
		}
	}
	return nil
}

// invalid names the key as it stands in the file, so that it can be found there.
func invalid(key, format string, args ...any) error {
	return fmt.Errorf("configuration %s: %s: %w", key, fmt.Sprintf(format, args...), dateline.ErrInvalid)
}

// oneOf lists what there is: most wrong words are misspelt ones.
func oneOf(key, value string, allowed ...string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	return invalid(key, "%q is none of %s", value, strings.Join(allowed, ", "))
}

func atLeast(key string, value, least int64) error {
	if value >= least {
		return nil
	}
	return invalid(key, "must be at least %d", least)
}

// checkMail takes the address alone: it stands in links, in which a name beside it
// would be a part of the address.
func (c *Config) checkMail() error {
	mail := c.Publication.Mail
	if mail == "" {
		return nil
	}
	if a, err := netmail.ParseAddress(mail); err != nil || a.Address != mail {
		return invalid("publication.mail", "%q is no mail address, such as desk@example.org", mail)
	}
	return nil
}

func (c *Config) checkListen() error {
	// The port may be 0, for any that is free: what listens then counts.
	if _, _, err := net.SplitHostPort(c.Listen); err != nil {
		return invalid("listen", "%q is not HOST:PORT, such as 127.0.0.1:8080", c.Listen)
	}
	// An empty one would be the folder in which the program was started.
	if c.Data == "" {
		return invalid("data", "a folder is needed")
	}
	return nil
}

// Only the kind of store is looked at: the database itself says what is wrong with the
// rest of its address.
func (c *Config) checkStore() error {
	if c.Store == "sqlite" || strings.HasPrefix(c.Store, "postgres://") || strings.HasPrefix(c.Store, "postgresql://") {
		return nil
	}
	return invalid("store", "%q is neither sqlite nor postgres://…", c.Store)
}

func (c *Config) checkBase() error {
	// Then it is made of the listen address.
	if c.Publication.Base == "" {
		return nil
	}
	u, err := url.Parse(c.Publication.Base)
	switch {
	case err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https":
		return invalid("publication.base", "%q is not an address such as https://wire.example.org", c.Publication.Base)
	// Sign-in before the site is its proxy's, and no part of what it calls itself.
	case u.User != nil:
		return invalid("publication.base", "it stands in every page and feed: leave the password out")
	case u.RawQuery != "" || u.Fragment != "":
		return invalid("publication.base", "%q has a ? or # to which no path of a page can be added", c.Publication.Base)
	}
	return nil
}

// An interval of 0 would ask a source without a pause.
func (c *Config) checkIntervals() error {
	if c.Intake.MinInterval <= 0 || c.Intake.MaxInterval < c.Intake.MinInterval {
		return invalid("intake.min_interval", "must be above 0 and not above intake.max_interval")
	}
	return nil
}

// The first edition is the one that names the publication where no language is asked for.
func (c *Config) checkEditions() error {
	if len(c.Publication.Editions) == 0 {
		return invalid("publication.editions", "at least one is needed")
	}
	seen := map[string]bool{}
	for i, e := range c.Publication.Editions {
		key := fmt.Sprintf("publication.editions[%d].", i)
		// Editions have their addresses by their languages.
		if seen[e.Language] {
			return invalid(key+"language", "%q stands twice", e.Language)
		}
		seen[e.Language] = true
		// "Local" is a zone to Go: that of the machine, which is nobody's to print.
		if _, err := time.LoadLocation(e.Zone); err != nil || e.Zone == "" || e.Zone == "Local" {
			return invalid(key+"zone", "%q is no zone such as Asia/Beirut", e.Zone)
		}
		if r := e.Region; r != "" && (len(r) != 2 || strings.Trim(r, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "") {
			return invalid(key+"region", "%q is no code of two capitals, such as LB", r)
		}
		for _, err := range []error{
			oneOf(key+"language", e.Language, "en", "ar"),
			oneOf(key+"digits", e.Digits, "", "latn", "arab"),
			oneOf(key+"months", e.Months, "", "levant", "egypt", "maghreb", "both"),
		} {
			if err != nil {
				return err
			}
		}
		if c.Publication.Names[e.Language] == "" {
			return invalid("publication.names."+e.Language, "the edition needs a name")
		}
	}
	return nil
}
