package workspace

// Kinds are the ordered rules that say what kind of organisation a provider
// is: a dimension below the sector. The first rule that matches decides.
type Kinds struct {
	Where       Where      `json:"-"`
	Path        string     // the file that was read last; "" where there is none
	Version     int        `yaml:"version,required"`
	Label       Text       `yaml:"label,required"`
	Explanation Text       `yaml:"explanation,required"`
	Rules       []KindRule `yaml:"rules,required"`
}

// A KindRule is as a Rule, but gives a kind: a code of the list kind.
type KindRule struct {
	Where       Where               `json:"-"`
	ID          string              `yaml:"id,required"`
	When        map[string][]string `yaml:"when"`
	Unless      map[string][]string `yaml:"unless"`
	Kind        string              `yaml:"kind,required"`
	Explanation Text                `yaml:"explanation,required"`
}

// KindDefinition is the id of what Definition gives; no definition may have it.
const KindDefinition = "kind"

// Definition puts the rules in the shape of a definition whose sectors are
// kinds, so that the same relations can match them. Every rule is a fallback:
// two kinds never contradict each other. It is no definition of idéburen and
// stands outside spread and headline.
func (k Kinds) Definition() Definition {
	d := Definition{
		Where: k.Where, Path: k.Path, ID: KindDefinition, Version: k.Version,
		Label: k.Label, Explanation: k.Explanation, RemainderRatio: "1000000", Bounds: "both",
	}
	for _, r := range k.Rules {
		d.Rules = append(d.Rules, Rule{
			Where: r.Where, ID: r.ID, When: r.When, Unless: r.Unless,
			Sector: r.Kind, Basis: "derived", Fallback: true, Explanation: r.Explanation,
		})
	}
	return d
}

// kinds reads kind.yaml; the workspace's own replaces the keys that it gives.
func (r *reader) kinds() (k Kinds) {
	files := r.both("kind.yaml")
	if len(files) == 0 {
		return k
	}
	decodeYAML(&k, r.found, files...)
	k.Path = files[len(files)-1].path
	return k
}

// checkKinds holds that the rules use known codes and are exhaustive.
func (w *Workspace) checkKinds(found *problems) {
	if w.Kinds.Path == "" {
		return
	}
	d := w.Kinds.Definition()
	d.checkVersion(found)
	d.checkRuleIDs(found)
	for _, r := range d.Rules {
		isID(r.ID, r.Where.At("id"), found)
		w.inList(r.Sector, "kind", r.Where.At("kind"), found)
		w.checkConditions(r, "when", r.When, found)
		w.checkConditions(r, "unless", r.Unless, found)
	}
	if n := len(d.Rules); n > 0 && len(d.Rules[n-1].When)+len(d.Rules[n-1].Unless) > 0 {
		found.add(d.Rules[n-1].Where.At(""), "the last rule must catch everything, without when and unless")
	}
	d.checkReach(found)
}
