package pipeline

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"tresektor/pipeline/orgnr"
)

// ExplainProvider tells all that an edition rests on about one provider, from
// its trace and files: the current edition for "". asked is an organisation
// number in any written form, an identifier, or a name or part of one. Where
// several providers may be meant the explanation has only Matches: see Unclear.
func ExplainProvider(ctx context.Context, o Options, id, asked string) (e Explanation, err error) {
	if strings.TrimSpace(asked) == "" {
		return e, &NotFoundError{Provider: `""`, Edition: id}
	}
	t, err := openTrace(ctx, o, id)
	if err != nil {
		return e, err
	}
	defer func() { err = errors.Join(err, t.close()) }()
	return t.provider(ctx, asked)
}

// ExplainCell lists the providers behind a published number and compares
// their sum with it; the error is a *MismatchError where they differ.
func ExplainCell(ctx context.Context, o Options, id string, asked Cell) (e CellExplanation, err error) {
	t, err := openTrace(ctx, o, id)
	if err != nil {
		return e, err
	}
	defer func() { err = errors.Join(err, t.close()) }()
	return t.cell(ctx, asked)
}

// A NotFoundError says that a provider has no volume or evidence in an edition.
type NotFoundError struct{ Provider, Edition string }

func (e *NotFoundError) Error() string {
	return fmt.Sprintf("provider %s is not in edition %s", e.Provider, e.Edition)
}

// Hint says what to do about it.
func (e *NotFoundError) Hint() string {
	return "write an organisation number (212000-0142), part of a name, or an identifier from tables/classification.csv"
}

// A SeveralError says that a name fits more than one provider.
type SeveralError struct {
	Asked  string
	Count  int
	Choice string // a command that chooses one of them
}

func (e *SeveralError) Error() string {
	return fmt.Sprintf("%q fits %d providers, and only one can be explained", e.Asked, e.Count)
}

// Hint says what to do about it.
func (e *SeveralError) Hint() string {
	return "choose one of the list by its number or identifier, for instance: " + e.Choice
}

// Unclear is a *SeveralError where there are only Matches, and else nil.
func (e Explanation) Unclear(asked string) error {
	if len(e.Matches) == 0 {
		return nil
	}
	return &SeveralError{Asked: asked, Count: len(e.Matches), Choice: e.choice()}
}

// identifier makes the identifier of an organisation number; anything else is
// an identifier already.
func identifier(text string) string {
	if n := orgnr.Parse(text); n.Kind == orgnr.Organisation {
		return "se:" + n.Digits
	}
	return text
}

// isPerson tells whether a natural person is asked for: they are never
// explained one by one.
func isPerson(text string) bool {
	n := orgnr.Parse(text)
	return n.Kind == orgnr.Person || n.Personal || strings.HasPrefix(text, "person:")
}

// written is an identifier as people write it.
func writtenID(id string) string {
	if digits, found := strings.CutPrefix(id, "se:"); found && len(digits) == 10 {
		return digits[:6] + "-" + digits[6:]
	}
	return id
}
