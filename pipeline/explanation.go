package pipeline

import "tresektor/pipeline/edition"

// An Explanation tells everything an edition rests on about one provider.
type Explanation struct {
	Edition   string          `json:"edition"`
	Provider  string          `json:"provider_id"`
	Kind      string          `json:"provider_kind"`
	Mask      string          `json:"mask"`
	Name      string          `json:"name"`
	Matches   []ProviderMatch `json:"matches"` // who may be meant, where several may
	Evidence  []Evidence      `json:"evidence"`
	Owners    []Owner         `json:"owners"`
	Link      *Link           `json:"link"` // nil where nothing was linked
	Overrides []Override      `json:"overrides"`
	Kinds     []Decision      `json:"kinds"` // their sector is a kind of organisation
	Decisions []Decision      `json:"decisions"`
	Volumes   []Volume        `json:"volumes"`
	Totals    []ProviderTotal `json:"totals"`

	words vocabulary
}

// A ProviderMatch is a provider that fits what was asked for.
type ProviderMatch struct {
	Provider string `json:"provider_id"`
	Name     string `json:"name"`

	kind, mask string
	nearness   int
}

// Evidence is one dated fact and where it stands.
type Evidence struct {
	Attribute string `json:"attribute"`
	Value     string `json:"value"`
	OtherID   string `json:"other_id,omitempty"` // the owner, or the number before
	OtherName string `json:"other_name,omitempty"`
	Source    string `json:"source"`
	Observed  string `json:"observed_date"` // "" where a validity is stated
	From      string `json:"from_date"`
	To        string `json:"to_date"`
	File      string `json:"file"`
	SHA256    string `json:"sha256"`
	Line      int64  `json:"line"`
}

// A Decision is the provider's sector in one period under one definition.
type Decision struct {
	Definition string       `json:"definition"`
	Measure    string       `json:"measure"`
	Period     string       `json:"period"`
	From       string       `json:"from_date"` // of the period
	To         string       `json:"to_date"`
	Date       string       `json:"reference_date"`
	Sector     string       `json:"sector"`
	Basis      string       `json:"basis"`
	Rule       string       `json:"rule"`
	Reason     string       `json:"reason"`
	Carried    bool         `json:"is_carried"`
	Contested  bool         `json:"is_contested"`
	OtherRules string       `json:"other_rules"`
	DecisionID string       `json:"decision_id"` // of the override that decided, "" for none
	Silence    string       `json:"silence"`     // why the definition is not applicable; "" where it is
	Words      edition.Text `json:"explanation"` // the rule in words, from the edition
}

// A Volume is the provider's part of one cell in one file.
type Volume struct {
	Measure     string `json:"measure"`
	Period      string `json:"period"`
	Place       string `json:"place"`
	Area        string `json:"area"`
	Agreement   string `json:"agreement"`
	Amount      string `json:"amount"` // "..." where it is protected
	HiddenUnits int64  `json:"hidden_units"`
	File        string `json:"file"`
	SHA256      string `json:"sha256"`
	Lines       string `json:"lines"`
}

// A ProviderTotal is the provider's part of all that a measure reports in a period
// under one root of places, areas and agreements.
type ProviderTotal struct {
	Measure   string `json:"measure"`
	Period    string `json:"period"`
	Place     string `json:"place"`
	Area      string `json:"area"`
	Agreement string `json:"agreement"`
	Amount    string `json:"amount"`
	Total     string `json:"total"`
	Share     string `json:"share"` // six decimals, "." where the total is not above zero

	share percentage
}
