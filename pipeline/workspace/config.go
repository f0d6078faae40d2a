package workspace

import (
	"math/big"

	"tresektor/pipeline/bidi"
)

// A Text is what the public reads, in both languages of an edition.
type Text struct {
	SV string `yaml:"sv,required" json:"sv"`
	EN string `yaml:"en,required" json:"en"`
}

// In gives the text in a language, "sv" or "en", for use beside others.
func (t Text) In(language string) string {
	if language == "en" {
		return bidi.Isolated(t.EN)
	}
	return bidi.Isolated(t.SV)
}

// A Phrase is a text in both languages, or in Swedish alone: it is written as a
// text, or as one for each language.
type Phrase struct {
	SV string `yaml:"sv,required" json:"sv"`
	EN string `yaml:"en,required" json:"en,omitempty"`
}

// In gives the text for a page in a language, for use beside others, and the
// language that it is in.
func (p Phrase) In(language string) (text, of string) {
	if language == "en" && p.EN != "" {
		return bidi.Isolated(p.EN), language
	}
	return bidi.Isolated(p.SV), "sv"
}

// A Decimal is a number as it was written, without sign or exponent: "1",
// "0.5". It is text so that no limit is ever rounded to a floating-point
// number.
type Decimal string

// Rat gives the exact number; 0 for an empty Decimal.
func (d Decimal) Rat() *big.Rat {
	r, ok := new(big.Rat).SetString(string(d))
	if !ok {
		return new(big.Rat)
	}
	return r
}

// Config is tresektor.yaml: what the edition is called, and what it leads with.
type Config struct {
	Where     Where  `json:"-"`
	Title     Text   `yaml:"title,required"`
	Publisher Text   `yaml:"publisher,required"`
	Contact   string `yaml:"contact,required"`
	Banner    *Text  `yaml:"banner"`
	BaseURL   string `yaml:"base_url"` // where editions/current is served
	Licence   string `yaml:"licence"`  // its address

	// PublisherType is what ADMS calls the kind of publisher: "LocalAuthority".
	PublisherType string `yaml:"publisher_type"`

	// Releases is the release calendar: the days on which an edition is due.
	Releases []string `yaml:"releases"`
	// Publish says when a candidate becomes the current edition: at once, on
	// the days of the release calendar, or when somebody says so.
	Publish string `yaml:"publish" default:"immediately"`
	// Keep is how many editions stay in full; 0 for all.
	Keep int `yaml:"keep"`

	// YearsFromMonths are measures whose months are summed to years, besides
	// those whose own file says so.
	YearsFromMonths []string `yaml:"years_from_months"`

	Definition string `yaml:"definition" default:"snav"`
	Headline   []Card `yaml:"headline"`
	Limits     Limits `yaml:"limits"`
	Gates      Gates  `yaml:"gates"`
}

// When a candidate is published.
const (
	PublishImmediately = "immediately"
	PublishOnRelease   = "on_release"
	PublishByHand      = "by_hand"
)

// A Card is one sentence of the headline with its number: a share of one
// measure in one place and area. Subject, Verb and Others are the parts of the
// sentence around the number; they, Title and Note may hold the placeholders
// {period}, {private} and {public}. Period is "" for the latest. Stacked is
// false where a bar of all sectors would mislead: as the card says, and always
// where the measure is no whole.
type Card struct {
	Where      Where  `json:"-"`
	ID         string `yaml:"id,required"`
	Measure    string `yaml:"measure,required"`
	Place      string `yaml:"place,required"`
	Area       string `yaml:"area,required"`
	Agreement  string `yaml:"agreement" default:"none"`
	Definition string `yaml:"definition"`
	Period     string `yaml:"period"`
	Title      Text   `yaml:"title,required"`
	Subject    Text   `yaml:"subject,required"`
	Verb       Text   `yaml:"verb,required"`
	Others     Text   `yaml:"others,required"`
	Note       *Text  `yaml:"note"`
	Stacked    bool   `yaml:"stacked" default:"true"`

	// Earlier is another measure whose periods are shown before this one's,
	// across a break: two measures in one picture, never in one series.
	Earlier *Earlier `yaml:"earlier"`

	// Target is a share that somebody has decided on, drawn beside the card's own.
	Target *Target `yaml:"target"`
}

// An Earlier names the measure, and its area, that a card shows before its own.
type Earlier struct {
	Where   Where  `json:"-"`
	Measure string `yaml:"measure,required"`
	Area    string `yaml:"area" default:"none"`
}

// Limits are the bounds beyond which a load fails or a definition says nothing.
type Limits struct {
	Where Where `json:"-"`
	// RejectPercent is the share of rows of a load that may be unreadable, in percent.
	RejectPercent Decimal `yaml:"reject_percent" default:"1"`
	// RemainderRatio is the largest remainder, as a multiple of the idéburen
	// amount, with which a definition is applicable (method 2).
	RemainderRatio Decimal `yaml:"remainder_ratio" default:"1"`
}
