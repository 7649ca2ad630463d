package dateline

import "time"

// A Decision says what the desk does with one item. Decisions are never
// changed; a later one stands over an earlier one, except that nothing stands
// over a kill.
type Decision struct {
	Seq  int64        `json:"seq"` // of its log entry; the store gives it
	Item ItemID       `json:"item"`
	Kind DecisionKind `json:"kind"`
	// By is who decided: "rule" for the rule of the source, "source" for what
	// the source's own copy orders (its kill of its own item), else a person.
	By   string    `json:"by"`
	Time time.Time `json:"time"`
	// Reason is for the desk; Notice is for readers and must not repeat what
	// was killed.
	Reason string    `json:"reason,omitempty"`
	Notice string    `json:"notice,omitempty"`
	Until  time.Time `json:"until,omitzero"` // end of an Embargo
	// Version is the one that was filed with it, which it corrects; 0 when none was.
	Version int `json:"version,omitempty"`
}

// A DecisionKind is one of the desk's decisions.
type DecisionKind string

// The decisions.
const (
	Release  DecisionKind = "release"
	Hold     DecisionKind = "hold"
	Spike    DecisionKind = "spike"
	Update   DecisionKind = "update"
	Refile   DecisionKind = "refile"
	Clarify  DecisionKind = "clarify"
	Correct  DecisionKind = "correct"
	Withdraw DecisionKind = "withdraw"
	Kill     DecisionKind = "kill"
	Embargo  DecisionKind = "embargo"
)

// Who decides when it is not a person.
const (
	ByRule   = "rule"
	BySource = "source"
)

// A Filing is what the wire publishes of one item: derived from the item, its
// source's rule and the decisions, and rebuilt from the log when asked.
type Filing struct {
	Item     ItemID    `json:"item"`
	Source   SourceID  `json:"source"`
	Language string    `json:"language"`
	Version  int       `json:"version"` // the item's version that is out
	Status   PubStatus `json:"status"`
	Urgency  Urgency   `json:"urgency,omitempty"`
	When     time.Time `json:"when"`              // Item.When
	Released time.Time `json:"released,omitzero"` // when it first became usable; zero while it never was
	Embargo  time.Time `json:"embargo,omitzero"`
	// Decided is the decision that stands: Release, Hold, Spike, Withdraw, Kill; "" is pending.
	Decided DecisionKind `json:"decided,omitempty"`
	// Decisions is how many decisions it follows.
	Decisions int `json:"decisions,omitempty"`
	// Notices of this item, oldest first, and the time of the last one.
	Notices []FiledNotice `json:"notices,omitempty"`
	Noticed time.Time     `json:"noticed,omitzero"`
	// Counterparts are the same item in other languages.
	Counterparts map[string]ItemID `json:"counterparts,omitempty"`
}

// A FiledNotice is a notice with its time. Own says that the desk wrote it;
// otherwise its text is the source's, and the source's usage binds it.
type FiledNotice struct {
	Notice
	Time time.Time `json:"time"`
	Own  bool      `json:"own,omitempty"`
}

// Out reports whether the item may stand on the public wire at a time. Every
// output asks, whether or not the clock stage has come by.
func (f *Filing) Out(now time.Time) bool {
	return f.Status == Usable && !now.Before(f.Embargo)
}
