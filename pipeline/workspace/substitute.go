package workspace

import (
	"maps"
	"slices"
)

// A Substitution replaces what belongs to one cause of a revision.
type Substitution struct {
	Cause   string // a code of the list revision_cause
	differs func(s *substituting) bool
	replace func(s *substituting)
}

// Substitutions are the causes of revisions that lie in the workspace, in the
// order in which they are replaced: first how things are read and counted, then
// data, then who is what, and last what is shown.
func Substitutions() []Substitution {
	return []Substitution{
		{"method", methodDiffers, replaceMethod},
		{"new_period", deliveryDiffers(isNewPeriod), replaceDeliveries(isNewPeriod)},
		{"source_data", deliveryDiffers(isSourceData), replaceDeliveries(isSourceData)},
		{"new_source", sourcesDiffer, replaceSources},
		{"definition", definitionDiffers, func(s *substituting) {
			s.mixed.Definitions, s.mixed.Kinds = s.after.Definitions, s.after.Kinds
		}},
		{"override", overrideDiffers, func(s *substituting) {
			s.mixed.Overrides, s.day = s.after.Overrides, s.dayAfter
		}},
		{"evidence", deliveryDiffers(isEvidence), replaceDeliveries(isEvidence)},
		{"linking", linkingDiffers, func(s *substituting) { s.mixed.Links = s.after.Links }},
		{"protection", protectionDiffers, func(s *substituting) {
			s.mixed.Measures, s.mixed.Config = s.after.Measures, s.after.Config
		}},
	}
}

// A Substituted is the workspace of an edition before, after one more cause
// has been replaced by what it is today.
type Substituted struct {
	Cause string
	Day   string // the clock of the run: decisions are due for review on a day
	Space *Workspace
}

// Substitute replaces one cause after the other, of those that differ between
// two editions made on two days. The last workspace has all that after has.
func Substitute(before, after *Workspace, dayBefore, dayAfter string) (steps []Substituted, err error) {
	s := &substituting{before: before, after: after, dayBefore: dayBefore, dayAfter: dayAfter, day: dayBefore}
	if s.old, err = before.all(); err != nil {
		return nil, err
	}
	if s.new, err = after.all(); err != nil {
		return nil, err
	}
	s.now = maps.Clone(s.old)
	s.mixed = *before
	for _, each := range Substitutions() {
		if !each.differs(s) {
			continue
		}
		each.replace(s)
		steps = append(steps, Substituted{each.Cause, s.day, s.step()})
	}
	return steps, nil
}

type substituting struct {
	before, after       *Workspace
	dayBefore, dayAfter string
	day                 string
	old, new, now       map[string][]Snapshot
	mixed               Workspace
}

// step is the workspace as it is now, which later replacements leave alone.
func (s *substituting) step() *Workspace {
	space := s.mixed
	space.Dir, space.library = s.after.Dir, s.after.library
	space.pin(maps.Clone(s.now))
	return &space
}

// same are the sources that both workspaces have, as one of them has them.
func same(of, other *Workspace) []Source {
	return slices.DeleteFunc(slices.Clone(of.Sources), func(s Source) bool {
		_, found := other.Source(s.ID)
		return !found
	})
}

// counted is what a measure counts, without how it is protected.
func counted(measures []Measure, among *Workspace) []Measure {
	all := slices.DeleteFunc(slices.Clone(measures), func(m Measure) bool {
		_, found := among.Measure(m.ID)
		return !found
	})
	for i := range all {
		all[i].Protect = ""
	}
	return all
}

func methodDiffers(s *substituting) bool {
	return hashOf(s.before.Lists) != hashOf(s.after.Lists) ||
		hashOf(counted(s.before.Measures, s.before)) != hashOf(counted(s.after.Measures, s.after)) ||
		hashOf(same(s.before, s.after)) != hashOf(same(s.after, s.before))
}

// replaceMethod keeps what old sources still need: their measures, and those
// sources themselves.
func replaceMethod(s *substituting) {
	s.mixed.Lists = s.after.Lists
	s.mixed.Measures = nil
	for _, m := range s.after.Measures {
		if before, found := s.before.Measure(m.ID); found {
			m.Protect = before.Protect
		}
		s.mixed.Measures = append(s.mixed.Measures, m)
	}
	for _, m := range s.before.Measures {
		if _, found := s.after.Measure(m.ID); !found {
			s.mixed.Measures = append(s.mixed.Measures, m)
		}
	}
	s.mixed.Sources = nil
	for _, source := range s.before.Sources {
		if now, found := s.after.Source(source.ID); found {
			source = now
		}
		source.lists = hashOf(s.after.Lists)
		s.mixed.Sources = append(s.mixed.Sources, source)
	}
}

// A delivered part is told by the source and the partition.
type isPart func(s *substituting, source Source, before, after *Snapshot) bool

func isNewPeriod(_ *substituting, source Source, before, _ *Snapshot) bool {
	return before == nil && !source.isEvidence()
}

func isSourceData(_ *substituting, source Source, before, _ *Snapshot) bool {
	return before != nil && !source.isEvidence()
}

func isEvidence(_ *substituting, source Source, _, _ *Snapshot) bool { return source.isEvidence() }

// isEvidence tells whether a source says only who is what, and counts nothing.
func (s Source) isEvidence() bool { return s.VolumeSQL == "" }

// replaced are a source's snapshots after the parts of one kind are replaced.
func (s *substituting) replaced(source Source, is isPart) []Snapshot {
	parts := map[string]*Snapshot{}
	for _, list := range [][]Snapshot{s.now[source.ID], s.new[source.ID]} {
		for _, each := range list {
			parts[each.Partition] = nil
		}
	}
	find := func(in []Snapshot, partition string) *Snapshot {
		if i := slices.IndexFunc(in, func(x Snapshot) bool { return x.Partition == partition }); i >= 0 {
			return &in[i]
		}
		return nil
	}
	var all []Snapshot
	for _, partition := range slices.Sorted(maps.Keys(parts)) {
		snapshot, after := find(s.now[source.ID], partition), find(s.new[source.ID], partition)
		if is(s, source, find(s.old[source.ID], partition), after) {
			snapshot = after
		}
		if snapshot != nil {
			all = append(all, *snapshot)
		}
	}
	return all
}

func deliveryDiffers(is isPart) func(s *substituting) bool {
	return func(s *substituting) bool {
		for _, source := range same(s.after, s.before) {
			if !slices.EqualFunc(s.now[source.ID], s.replaced(source, is), sameBytes) {
				return true
			}
		}
		return false
	}
}

func sameBytes(a, b Snapshot) bool {
	return a.Name == b.Name && a.Partition == b.Partition && a.SHA256 == b.SHA256
}

func replaceDeliveries(is isPart) func(s *substituting) {
	return func(s *substituting) {
		for _, source := range same(s.after, s.before) {
			s.now[source.ID] = s.replaced(source, is)
		}
	}
}

func sourcesDiffer(s *substituting) bool {
	return len(same(s.before, s.after)) != len(s.before.Sources) || len(same(s.after, s.before)) != len(s.after.Sources)
}

// replaceSources lets the sources be those of today. What known sources have
// delivered as evidence is still that of the edition before.
func replaceSources(s *substituting) {
	s.mixed.Sources = s.after.Sources
	now := map[string][]Snapshot{}
	for _, source := range s.after.Sources {
		if _, known := s.before.Source(source.ID); known {
			now[source.ID] = s.now[source.ID]
		} else {
			now[source.ID] = s.new[source.ID]
		}
	}
	s.now = now
}

func definitionDiffers(s *substituting) bool {
	return hashOf(s.before.Definitions) != hashOf(s.after.Definitions) || hashOf(s.before.Kinds) != hashOf(s.after.Kinds)
}

// overrideDiffers holds also when the same decisions are due for review.
func overrideDiffers(s *substituting) bool {
	return hashOf(applied(s.before.Overrides, s.dayBefore)) != hashOf(applied(s.after.Overrides, s.dayAfter))
}

func applied(overrides []Override, day string) []Override {
	return slices.DeleteFunc(slices.Clone(overrides), func(o Override) bool { return o.ReviewBy <= day })
}

func linkingDiffers(s *substituting) bool {
	plain := func(links []Link) []Link {
		all := slices.Clone(links)
		for i := range all {
			all[i].Position = Position{}
		}
		return all
	}
	return hashOf(plain(s.before.Links)) != hashOf(plain(s.after.Links))
}

func protectionDiffers(s *substituting) bool {
	for _, m := range s.after.Measures {
		if before, found := s.before.Measure(m.ID); found && before.Protect != m.Protect {
			return true
		}
	}
	return false
}
