package main

import (
	"fmt"
	"os"
	"os/user"
	"strings"
	"time"

	"dateline"
	"dateline/internal/desk"
	"dateline/internal/wire"
)

type deskCmd struct {
	List    deskListCmd    `cmd:"" help:"List the newest items with what was decided."`
	File    deskFileCmd    `cmd:"" help:"Write an own item and release it."`
	Release deskDecideCmd  `cmd:"" help:"Release an item."`
	Hold    deskDecideCmd  `cmd:"" help:"Hold an item back."`
	Spike   deskDecideCmd  `cmd:"" help:"Set an item aside for good, without a notice."`
	Kill    deskKillCmd    `cmd:"" help:"Kill an item: hides all of it, for good, with a notice."`
	Pull    deskKillCmd    `cmd:"" name:"withdraw" help:"Withdraw an item, with a notice."`
	Correct deskNoticeCmd  `cmd:"" help:"Add a correction notice to an item."`
	Clarify deskNoticeCmd  `cmd:"" help:"Add a clarification to an item."`
	Embargo deskEmbargoCmd `cmd:"" help:"Hold an item until a time."`
	Lift    deskLiftCmd    `cmd:"" help:"End the embargo on an item now."`
	Erase   deskEraseCmd   `cmd:"" help:"Erase an item everywhere, raw copy and old versions included."`
	Persons deskPersonsCmd `cmd:"" help:"List persons by name, or those who spoke most."`
	Join    deskJoinCmd    `cmd:"" help:"Say that two persons are one."`
	Split   deskSplitCmd   `cmd:"" help:"Say that a spelling of a person is somebody else."`
	Confirm deskOrderCmd   `cmd:"" help:"Confirm a person: a public figure, for search engines as well."`
	Undo    deskOrderCmd   `cmd:"" name:"unconfirm" help:"Take back what was said of a person: neither confirmed nor hidden."`
	Hide    deskOrderCmd   `cmd:"" help:"Hide a person everywhere: minors, victims, private persons."`
	Link    deskLinkCmd    `cmd:"" help:"Print a one-time link to the desk page of the running server."`
}

type deskDecideCmd struct {
	ID     string `arg:"" help:"Item."`
	Reason string `help:"Why; for the desk."`
	By     string `help:"Who decides (default: you)."`
}

type deskKillCmd struct {
	deskDecideCmd
	Notice string `help:"What readers are told. Must not repeat what is withdrawn."`
}

type deskNoticeCmd struct {
	ID     string `arg:"" help:"Item."`
	Notice string `required:"" help:"What readers are told."`
	By     string `help:"Who decides (default: you)."`
}

type deskEmbargoCmd struct {
	ID    string    `arg:"" help:"Item."`
	Until time.Time `required:"" format:"2006-01-02T15:04:05Z07:00" help:"End of the embargo, such as 2027-01-31T12:00:00+02:00."`
	By    string    `help:"Who decides (default: you)."`
}

// decide records a person's decision.
// It is printed what was recorded, and not what came of it: the stages do that next.
func decide(env *Env, d dateline.Decision) error {
	app, err := env.app()
	if err != nil {
		return err
	}
	d.By = env.person(d.By)
	if err := app.Desk.Decide(env.Context, d); err != nil {
		return err
	}
	_, err = fmt.Fprintf(env.Stdout, "%s: %s\n", d.Item, d.Kind)
	return err
}

// Run decides; the kind is the command's own name.
func (c deskDecideCmd) Run(env *Env) error {
	return decide(env, dateline.Decision{Item: dateline.ItemID(c.ID), Kind: env.verb(), Reason: c.Reason, By: c.By})
}

// Run kills or withdraws.
func (c deskKillCmd) Run(env *Env) error {
	return decide(env, dateline.Decision{
		Item: dateline.ItemID(c.ID), Kind: env.verb(), Reason: c.Reason, Notice: c.Notice, By: c.By,
	})
}

// Run adds a notice.
func (c deskNoticeCmd) Run(env *Env) error {
	return decide(env, dateline.Decision{Item: dateline.ItemID(c.ID), Kind: env.verb(), Notice: c.Notice, By: c.By})
}

// Run sets an embargo.
func (c deskEmbargoCmd) Run(env *Env) error {
	return decide(env, dateline.Decision{Item: dateline.ItemID(c.ID), Kind: dateline.Embargo, Until: c.Until, By: c.By})
}

type deskLiftCmd struct {
	ID string `arg:"" help:"Item."`
	By string `help:"Who decides (default: you)."`
}

// Run ends an embargo.
func (c deskLiftCmd) Run(env *Env) error {
	app, err := env.app()
	if err != nil {
		return err
	}
	if err := app.Desk.Lift(env.Context, dateline.ItemID(c.ID), env.person(c.By)); err != nil {
		return err
	}
	_, err = fmt.Fprintf(env.Stdout, "%s: embargo lifted\n", c.ID)
	return err
}

type deskFileCmd struct {
	Headline string   `required:"" help:"Headline."`
	Text     *string  `help:"Text, blank lines between paragraphs (## subhead, - point, > quotation, | cell |); @FILE reads a file, - standard input; a new version without it keeps the text."`
	Lang     string   `help:"Language (default: that of the text, or of the version before)."`
	Byline   []string `help:"Who wrote it."`
	Urgency  int      `help:"1 (flash) to 8 (default: 5, or that of the version before)."`
	ID       string   `name:"id" help:"Own item that this is a new version of."`
	Notice   string   `help:"For a new version: what was corrected."`
	Hold     bool     `help:"Hold the new item, which else is released at once."`
	By       string   `help:"Who files it (default: you)."`
}

// Run files an own item.
func (c deskFileCmd) Run(env *Env) error {
	if err := desk.CheckLanguage(c.Lang); err != nil {
		return err
	}
	if c.Hold && c.ID != "" { // else the new version of an item that is out would be out, too
		return fmt.Errorf("--hold is for a new item; hold this one first, with desk hold %s: %w", c.ID, dateline.ErrInvalid)
	}
	draft := desk.Draft{
		ID: dateline.ItemID(c.ID), Headline: c.Headline, Language: c.Lang, Byline: c.Byline, KeepText: c.Text == nil,
		Urgency: dateline.Urgency(c.Urgency), Notice: c.Notice, Held: c.Hold, By: env.person(c.By),
	}
	if c.Text != nil {
		var err error
		if draft.Text, err = env.text(*c.Text); err != nil {
			return err
		}
	}
	if c.ID == "" && c.Urgency == 0 {
		draft.Urgency = 5
	}
	app, err := env.app()
	if err != nil {
		return err
	}
	id, err := app.Desk.File(env.Context, draft)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(env.Stdout, id)
	return err
}

// text is a flag's value, or what the file or the input holds that it names.
func (e *Env) text(value string) (string, error) {
	var body []byte
	var err error
	switch {
	case value == "-":
		body, err = e.all()
	case strings.HasPrefix(value, "@"):
		body, err = os.ReadFile(e.path(value[1:]))
	default:
		return value, nil
	}
	if err != nil {
		return "", fmt.Errorf("read the text: %w", err)
	}
	return string(body), nil
}

type deskListCmd struct {
	Status []string `enum:"usable,withheld,canceled" help:"Only these: usable, withheld, canceled."`
	Source string   `help:"Only this source."`
	Limit  uint     `default:"20" help:"How many."`
	JSON   bool     `help:"One JSON line each."`
}

// Run lists items.
func (c deskListCmd) Run(env *Env) error {
	app, err := env.app()
	if err != nil {
		return err
	}
	q := dateline.FilingQuery{Source: dateline.SourceID(c.Source), Limit: most(c.Limit)}
	for _, s := range c.Status {
		q.Statuses = append(q.Statuses, dateline.PubStatus(s))
	}
	lines, err := app.Desk.Lines(env.Context, q)
	if err != nil {
		return err
	}
	enc := jsonTo(env.Stdout)
	for _, l := range lines {
		if c.JSON {
			err = enc.Encode(map[string]any{
				"id": l.Item.ID, "version": l.Item.Version, "status": l.Filing.Status, "decided": l.Filing.Decided,
				"source": l.Item.Source, "language": l.Item.Language, "headline": l.Item.Headline, "url": l.Item.URL,
				"when": l.Filing.When,
			})
		} else {
			_, err = fmt.Fprintf(env.Stdout, "%s  %s  %-8s  %-20s %s\n", l.Item.ID,
				l.Filing.When.UTC().Format("2006-01-02 15:04Z"), l.Filing.Status, l.Item.Source, wire.Headline(&l.Item))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

type deskEraseCmd struct {
	ID  string `arg:"" help:"Item."`
	Yes bool   `help:"Erase without asking: it cannot be undone."`
}

// Run erases.
func (c deskEraseCmd) Run(env *Env) error {
	// A flag and not a question: commands run in scripts and through a socket, where nobody
	// answers.
	if !c.Yes {
		return fmt.Errorf("erasing cannot be undone; add --yes: %w", dateline.ErrInvalid)
	}
	app, err := env.app()
	if err != nil {
		return err
	}
	if err := app.erase(env.Context, dateline.ItemID(c.ID)); err != nil {
		return err
	}
	_, err = fmt.Fprintf(env.Stdout, "%s: erased\n", c.ID)
	return err
}

type deskLinkCmd struct{}

// Run prints a link. Only a running server can let somebody in.
func (deskLinkCmd) Run(env *Env) error {
	app, err := env.app()
	if err != nil {
		return err
	}
	// A command that has opened the folder itself serves no page.
	if env.shared == nil || app.deskLink == nil {
		return fmt.Errorf("no server runs on this folder; start dateline serve: %w", dateline.ErrUnavailable)
	}
	_, err = fmt.Fprintln(env.Stdout, app.deskLink())
	return err
}

// person is who decides when no name is given: the user of this machine.
func (e *Env) person(name string) string {
	if name != "" {
		return name
	}
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "desk"
}
