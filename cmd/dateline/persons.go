package main

import (
	"fmt"
	"strings"

	"dateline"
)

type deskPersonsCmd struct {
	Name []string `arg:"" optional:"" help:"Family name, or more of it, in any spelling; or an id."`
	JSON bool     `help:"One JSON line each."`
}

// Run lists persons.
func (c deskPersonsCmd) Run(env *Env) error {
	app, err := env.app()
	if err != nil {
		return err
	}
	if err := app.settle(env.Context); err != nil { // who spoke in what came last may not be known yet
		return err
	}
	found, err := app.Desk.Persons(env.Context, strings.Join(c.Name, " "))
	if err != nil {
		return err
	}
	enc := jsonTo(env.Stdout)
	for i := range found {
		if c.JSON {
			err = enc.Encode(&found[i])
		} else {
			_, err = fmt.Fprintln(env.Stdout, personText(&found[i]))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// personText is a person in a line: who, how much, how spelled, and what the desk
// said.
func personText(p *dateline.Person) string {
	var names []string
	for _, s := range p.Spellings {
		names = append(names, s.Name)
	}
	line := fmt.Sprintf("%s  %s  %s", p.ID, count(p.Statements, "statement"), strings.Join(names, " · "))
	// One state alone is said: who was joined has no page, whatever else was said before.
	switch {
	case p.Into != "":
		return line + "  (joined into " + string(p.Into) + ")"
	case p.Private:
		return line + "  (hidden)"
	case p.Confirmed:
		return line + "  (confirmed)"
	}
	return line
}

type deskOrderCmd struct {
	ID     string `arg:"" help:"Person."`
	Reason string `help:"Why; for the desk. Hiding needs one."`
	By     string `help:"Who orders (default: you)."`
}

type deskJoinCmd struct {
	ID     string `arg:"" help:"Person."`
	Into   string `arg:"" help:"The one that stays."`
	Reason string `required:"" help:"Why; for the desk."`
	By     string `help:"Who orders (default: you)."`
}

type deskSplitCmd struct {
	ID     string `arg:"" help:"Person."`
	Name   string `arg:"" help:"The spelling that is somebody else."`
	Reason string `required:"" help:"Why; for the desk."`
	By     string `help:"Who orders (default: you)."`
}

// order records an order; the server, or the next command, carries it out.
func order(env *Env, o dateline.PersonOrder) error {
	app, err := env.app()
	if err != nil {
		return err
	}
	o.By = env.person(o.By)
	if err := app.Desk.Order(env.Context, o); err != nil {
		return err
	}
	_, err = fmt.Fprintf(env.Stdout, "%s: %s\n", o.Person, o.Kind)
	return err
}

// Run orders; the kind is the command's own name.
func (c deskOrderCmd) Run(env *Env) error {
	return order(env, dateline.PersonOrder{
		Kind: dateline.PersonOrderKind(env.verb()), Person: dateline.PersonID(c.ID), Reason: c.Reason, By: c.By,
	})
}

// Run joins.
func (c deskJoinCmd) Run(env *Env) error {
	return order(env, dateline.PersonOrder{
		Kind: dateline.PersonJoin, Person: dateline.PersonID(c.ID), Into: dateline.PersonID(c.Into), Reason: c.Reason, By: c.By,
	})
}

// Run splits.
func (c deskSplitCmd) Run(env *Env) error {
	return order(env, dateline.PersonOrder{
		Kind: dateline.PersonSplit, Person: dateline.PersonID(c.ID), Name: c.Name, Reason: c.Reason, By: c.By,
	})
}
