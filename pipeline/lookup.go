package pipeline

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// writeLookup writes the pages that tell the sector of each organisation.
func (s *session) writeLookup(c *edition.Candidate, v siteTables) error {
	var shells []site.Shell
	for _, language := range languages() {
		shells = append(shells, s.shell(language))
	}
	register, err := newRegister(s.vocabulary(), s.definitionOrder(), v)
	if err != nil {
		return err
	}
	return site.WriteLookup(c.Write, shells, register)
}

// definitionOrder has the definitions of the front page first, then the others.
func (s *session) definitionOrder() (ids []string) {
	for _, c := range s.space.Config.Headline {
		ids = withText(ids, cmp.Or(c.Definition, s.space.Config.Definition))
	}
	for _, d := range s.space.Definitions {
		ids = withText(ids, d.ID)
	}
	return ids
}

// A register fills the lookup's view from published tables.
type register struct {
	site.Register
	words     vocabulary
	overrides map[[2]string][]Override // by provider and definition
	at        map[string]int           // where the view has a provider
}

// A ruling is all that decides what a verdict says.
type ruling struct {
	definition, sector, basis, rule, reason, otherRules, evidence, decision string
	isContested                                                             bool
}

// newRegister tells what the tables classification, override and evidence say.
func newRegister(words vocabulary, definitions []string, v siteTables) (site.Register, error) {
	r := register{words: words, overrides: map[[2]string][]Override{}, at: map[string]int{}}
	r.readOverrides(v.byName["override"])
	classification, err := v.whole("classification")
	if err != nil {
		return r.Register, err
	}
	r.addSpells(classification, definitions)
	evidence, err := v.whole("evidence")
	r.addSightings(evidence)
	return r.Register, err
}

// addSpells reads the table classification. Verdicts that are given most often
// come first, and an organisation's in the order of the definitions.
func (r *register) addSpells(t edition.Table, definitions []string) {
	rows, count := make([]ruling, len(t.Rows)), map[ruling]int{}
	for i, row := range t.Rows {
		rows[i] = r.ruling(t, row)
		count[rows[i]]++
	}
	rulings, place := ordered(count), map[ruling]int{}
	for i, ruled := range rulings {
		place[ruled] = i
		r.Verdicts = append(r.Verdicts, r.verdict(ruled))
	}
	for i, row := range t.Rows {
		o := r.organisation(cell(t, row, "provider_id"), cell(t, row, "name"))
		o.Spells = append(o.Spells, site.Spell{Verdict: place[rows[i]], From: cell(t, row, "from_date"), To: cell(t, row, "to_date")})
	}
	order := func(s site.Spell) int { return slices.Index(definitions, rulings[s.Verdict].definition) }
	for _, o := range r.Organisations {
		slices.SortStableFunc(o.Spells, func(a, b site.Spell) int { return order(a) - order(b) })
	}
}

// organisation is a provider's place in the view.
func (r *register) organisation(id, name string) *site.Organisation {
	n, found := r.at[id]
	if !found {
		n = len(r.Organisations)
		r.at[id] = n
		r.Organisations = append(r.Organisations, site.Organisation{ID: id, Number: spokenNumber(id), Name: name})
	}
	return &r.Organisations[n]
}

// spokenNumber is the number that people know a provider by, "" for one that is
// known by its name only.
func spokenNumber(id string) string {
	source, rest, found := strings.Cut(id, ":")
	switch {
	case !found || source == "se":
		return writtenID(id)
	case strings.HasPrefix(rest, "name:"):
		return ""
	}
	return rest
}

// ordered has the rulings that occur most often first.
func ordered(count map[ruling]int) (list []ruling) {
	for ruled := range count {
		list = append(list, ruled)
	}
	slices.SortFunc(list, func(a, b ruling) int {
		return cmp.Or(
			cmp.Compare(count[b], count[a]), cmp.Compare(a.definition, b.definition), cmp.Compare(a.rule, b.rule),
			cmp.Compare(a.evidence, b.evidence), cmp.Compare(a.otherRules, b.otherRules), cmp.Compare(a.decision, b.decision),
			cmp.Compare(a.sector, b.sector), cmp.Compare(a.basis, b.basis), cmp.Compare(a.reason, b.reason),
			cmp.Compare(strconv.FormatBool(a.isContested), strconv.FormatBool(b.isContested)),
		)
	})
	return list
}

func (r *register) ruling(t edition.Table, row []any) ruling {
	ruled := ruling{
		definition: cell(t, row, "definition"), sector: cell(t, row, "sector"), basis: cell(t, row, "basis"),
		rule: cell(t, row, "rule"), reason: cell(t, row, "reason"), otherRules: cell(t, row, "other_rules"),
		evidence: cell(t, row, "evidence"), isContested: cell(t, row, "is_contested") == "true",
	}
	if ruled.basis == "override" {
		ruled.decision = r.decision(cell(t, row, "provider_id"), ruled.definition, ruled.sector, cell(t, row, "from_date"))
	}
	return ruled
}

// decision is the latest override that was in force and gives the sector, ""
// where the table has none.
func (r *register) decision(provider, definition, sector, date string) string {
	found := Override{}
	for _, o := range r.overrides[[2]string{provider, definition}] {
		if o.Sector == sector && o.From <= date && (o.To == "" || date < o.To) && o.From >= found.From {
			found = o
		}
	}
	return found.ID
}

// readOverrides reads the table override, each decision once a definition.
func (r *register) readOverrides(t edition.Table) {
	for _, row := range t.Rows {
		key := [2]string{cell(t, row, "provider_id"), cell(t, row, "definition")}
		o := Override{
			ID: cell(t, row, "decision_id"), Sector: cell(t, row, "sector"), Reason: cell(t, row, "reason_code"),
			Explanation: cell(t, row, "explanation"), Evidence: cell(t, row, "evidence_url"), EvidenceDate: cell(t, row, "evidence_date"),
			From: cell(t, row, "valid_from"), To: cell(t, row, "valid_to"), ReviewBy: cell(t, row, "review_by"),
		}
		if cell(t, row, "status") == "applied" && !slices.Contains(r.overrides[key], o) {
			r.overrides[key] = append(r.overrides[key], o)
		}
	}
}
