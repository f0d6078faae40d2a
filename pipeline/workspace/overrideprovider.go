package workspace

import (
	"fmt"
	"strings"

	"tresektor/pipeline/orgnr"
)

// providerID reads whom an override is about: an organisation number in any
// form, a foreign number, or an identifier of a source: <source>:name:…,
// <source>:group:… or <source>:<the publisher's own id>. What is wrong is told
// without the text where it may be a natural person's number or name.
func providerID(text string) (id, wrong string) {
	const person = "the provider (withheld) is a natural person; only organisations, names and groups can be decided"
	if source, rest, found := strings.Cut(text, ":"); found && source != "se" {
		if source == "person" || orgnr.HoldsPersonal(text) {
			return "", person
		}
		return identifier(text, source, rest)
	}
	n := orgnr.Parse(strings.TrimPrefix(text, "se:"))
	switch {
	case n.Kind == orgnr.Organisation:
		return "se:" + n.Digits, ""
	case n.Personal || n.Kind == orgnr.Person:
		return "", person
	case n.Kind == orgnr.Foreign:
		return "foreign:" + n.Text, ""
	case n.Kind == orgnr.Masked:
		return "", mask
	}
	return "", fmt.Sprintf("%s is not an organisation number (its last digit is a check digit) and not an identifier such as source:name:… or source:group:…", number(text))
}

// number shows a text that has digits; one that has none may be a person's name.
func number(text string) string {
	if strings.ContainsAny(text, "0123456789") {
		return fmt.Sprintf("%q", text)
	}
	return "the text"
}

const mask = "the provider is a mask, which stands for many; only organisations, names and groups can be decided"

func identifier(text, source, rest string) (id, wrong string) {
	form, name, two := strings.Cut(rest, ":")
	switch {
	case !idForm.MatchString(source) || rest == "" || two && (form == "name" || form == "group") && name == "":
		return "", "the text is not an identifier such as source:name:… or source:group:…"
	case form == "masked":
		return "", mask
	}
	return text, ""
}
