package owner

import (
	"fmt"
	"strings"
)

// Words are the words of a language for a chain.
type Words struct {
	Part     string // owned, percentage, owner, votes or shares, source, line
	NoPart   string // owned, owner, votes or shares, source, line
	Votes    string
	Shares   string
	Standing string // source, line
	Through  string // what an owner is through its own owners
	Against  string // what it is, source, line
	More     string // how many steps
	Decimal  string
	Kinds    [kinds]string
}

// Swedish gives the words of a chain in Swedish.
func Swedish() Words {
	return Words{
		Part:     "%s ägs till %s %% av %s (%s, %s rad %d)",
		NoPart:   "%s ägs av %s till en del som inte är känd (%s, %s rad %d)",
		Votes:    "röster",
		Shares:   "andelar",
		Standing: " (%s rad %d)",
		Through:  " genom sina ägare",
		Against:  ", men %s enligt %s rad %d",
		More:     "fler uppgifter: %d",
		Decimal:  ",",
		Kinds: [kinds]string{"inte känt vad", "offentlig", "idéburen", "privat", "utländsk, inte känt vad",
			"varken idéburen eller privat till mer än hälften", "inte offentlig"},
	}
}

// English gives the words of a chain in English.
func English() Words {
	return Words{
		Part:     "%s is owned to %s %% by %s (%s, %s line %d)",
		NoPart:   "%s is owned by %s to a part that is not known (%s, %s line %d)",
		Votes:    "votes",
		Shares:   "shares",
		Standing: " (%s line %d)",
		Through:  " through its owners",
		Against:  ", but %s according to %s line %d",
		More:     "more facts: %d",
		Decimal:  ".",
		Kinds: [kinds]string{"not known what", "public", "idéburen", "private", "foreign, not known what",
			"neither idéburen nor private to more than half", "not public"},
	}
}

// atMost is how many steps about one organisation are printed, and about how
// many organisations.
const atMost = 5

// Text prints the chain as one line, so many of its steps as can be read; the
// last says how many there are besides.
func (m *Majority) Text(w Words) string {
	var parts []string
	about, organisations := map[string]int{}, 0
	for _, s := range m.Chain {
		if about[s.Link.Owned] == 0 {
			organisations++
		}
		about[s.Link.Owned]++
		if about[s.Link.Owned] <= atMost && organisations <= 4*atMost {
			parts = append(parts, s.Text(w))
		}
	}
	if left := len(m.Chain) - len(parts); left > 0 {
		parts = append(parts, fmt.Sprintf(w.More, left))
	}
	return strings.Join(parts, "; ")
}

// Text prints the step.
func (s Step) Text(w Words) string {
	text := s.part(w) + ": " + w.Kinds[s.Is]
	if s.Standing != nil {
		text += fmt.Sprintf(w.Standing, s.Standing.Source, s.Standing.Line)
	} else if s.Is != Unknown {
		text += w.Through
	}
	if s.Against != nil {
		text += fmt.Sprintf(w.Against, w.Kinds[s.Against.Is], s.Against.Source, s.Against.Line)
	}
	return text
}

func (s Step) part(w Words) string {
	l, by := s.Link, w.Shares
	if s.ByVotes {
		by = w.Votes
	}
	if !s.Percent().Stated {
		return fmt.Sprintf(w.NoPart, l.Owned, l.Owner, by, l.Source, l.Line)
	}
	percent := strings.Replace(s.Percent().String(), ".", w.Decimal, 1)
	return fmt.Sprintf(w.Part, l.Owned, percent, l.Owner, by, l.Source, l.Line)
}
