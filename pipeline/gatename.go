package pipeline

import "strings"

// gateName says in words what a gate watches.
func (w wording) gateName(gate string) string {
	switch strings.TrimPrefix(gate, "gate_") {
	case "development":
		return w.say("utveckling", "development")
	case "revision":
		return w.say("ändrad uppgift", "revision")
	case "remainder":
		return w.say("inte avgjort", "not decided")
	case "source":
		return w.say("en källas mängd", "volume of a source")
	case "unit":
		return w.say("enhet", "unit")
	case "provider":
		return w.say("en utförare", "one provider")
	case "zero":
		return w.say("noll", "nought")
	case "twice":
		return w.say("samma tal två gånger", "the same numbers twice")
	case "total":
		return w.say("stillastående summa", "a total that stands still")
	case "figure":
		return w.say("publicerad siffra", "published figure")
	}
	return gate
}
