package owner

// A Kind is what an owner counts as, or which owners have the majority.
type Kind uint8

const (
	// Unknown is the kind of an owner of which nothing decides.
	Unknown Kind = iota
	Public
	Ideburen
	Private
	// Foreign is an owner abroad of which no more is known. It may be a
	// hospital of a foreign state, a foundation or a company, so it decides as
	// little as Unknown does.
	Foreign
	// Tie is known not to be public, where neither idéburna nor private owners
	// have more than half.
	Tie
	// NotPublic is known not to be public and no more.
	NotPublic

	kinds
)

// String is the word of data and evidence.
func (k Kind) String() string {
	words := [kinds]string{"unknown", "public", "ideburen", "private", "foreign", "tie", "nonpublic"}
	if k >= kinds {
		return "?"
	}
	return words[k]
}

// ParseKind reads what a Standing may say.
func ParseKind(text string) (Kind, bool) {
	for _, k := range []Kind{Public, Ideburen, Private, Foreign, NotPublic, Unknown} {
		if k.String() == text {
			return k, true
		}
	}
	return Unknown, false
}
