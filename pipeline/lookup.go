package pipeline

import (
	"cmp"
	"slices"
	"strings"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// writeLookup writes the pages that tell the sector of each organisation.
func (s *session) writeLookup(c *edition.Candidate, tables []edition.Table) error {
	var shells []site.Shell
	for _, language := range languages() {
		shells = append(shells, s.shell(language))
	}
	return site.WriteLookup(c.Write, shells, newRegister(s.vocabulary(), s.definitionOrder(), tables))
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
	words     vocabulary
	overrides map[[2]string][]Override // by provider and definition
	rulings   map[ruling]int           // how often each occurs
}

// A ruling is all that decides what a verdict says.
type ruling struct {
	definition, sector, basis, rule, reason, otherRules, evidence, decision string
	isContested                                                             bool
}

// newRegister tells what the tables classification, override and evidence say.
// What is said most often is said first.
func newRegister(words vocabulary, definitions []string, tables []edition.Table) site.Register {
	r := register{words: words, overrides: map[[2]string][]Override{}, rulings: map[ruling]int{}}
	by := map[string]edition.Table{}
	for _, t := range tables {
		by[t.Name] = t
	}
	r.readOverrides(by["override"])
	classification := by["classification"]
	rows := make([]ruling, len(classification.Rows))
	for i, row := range classification.Rows {
		rows[i] = r.ruling(classification, row)
		r.rulings[rows[i]]++
	}
	ordered := r.ordered()
	place := map[ruling]int{}
	view := site.Register{}
	for i, ruled := range ordered {
		place[ruled] = i
		view.Verdicts = append(view.Verdicts, r.verdict(ruled))
	}
	at := map[string]int{}
	for i, row := range classification.Rows {
		id := cell(classification, row, "provider_id")
		n, found := at[id]
		if !found {
			n = len(view.Organisations)
			at[id] = n
			view.Organisations = append(view.Organisations, organisation(id, cell(classification, row, "name")))
		}
		view.Organisations[n].Spells = append(view.Organisations[n].Spells, site.Spell{
			Verdict: place[rows[i]], From: cell(classification, row, "from_date"), To: cell(classification, row, "to_date"),
		})
	}
	r.addSightings(&view, at, by["evidence"])
	order := func(s site.Spell) int { return slices.Index(definitions, ordered[s.Verdict].definition) }
	for _, o := range view.Organisations {
		slices.SortStableFunc(o.Spells, func(a, b site.Spell) int { return order(a) - order(b) })
	}
	return view
}

// organisation names a provider. One that is known by its name only has no
// number that people could write.
func organisation(id, name string) site.Organisation {
	o := site.Organisation{ID: id, Number: writtenID(id), Name: name}
	if source, rest, found := strings.Cut(id, ":"); found && source != "se" {
		o.Number = rest
		if strings.HasPrefix(rest, "name:") {
			o.Number = ""
		}
	}
	return o
}

// ordered has the rulings that occur most often first.
func (r *register) ordered() (list []ruling) {
	for ruled := range r.rulings {
		list = append(list, ruled)
	}
	slices.SortFunc(list, func(a, b ruling) int {
		return cmp.Or(
			cmp.Compare(r.rulings[b], r.rulings[a]), cmp.Compare(a.definition, b.definition), cmp.Compare(a.rule, b.rule),
			cmp.Compare(a.evidence, b.evidence), cmp.Compare(a.otherRules, b.otherRules), cmp.Compare(a.decision, b.decision),
			cmp.Compare(a.sector, b.sector), cmp.Compare(a.basis, b.basis), cmp.Compare(a.reason, b.reason),
			cmp.Compare(boolean01(a.isContested), boolean01(b.isContested)),
		)
	})
	return list
}

func boolean01(is bool) int {
	if is {
		return 1
	}
	return 0
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
