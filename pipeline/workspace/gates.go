package workspace

// Gates are the limits of method 5: a new edition that goes beyond one of them,
// compared with the last that was published, is not published until somebody
// has looked. Points are percentage points of a share; percent is of what is
// compared with.
type Gates struct {
	Where Where `json:"-"`
	// A share's development between two periods, in points and of its level;
	// beyond both it blocks, unless a single cause explains CausePercent of it.
	DevelopmentPoints  Decimal `yaml:"development_points" default:"0.3"`
	DevelopmentPercent Decimal `yaml:"development_percent" default:"10"`
	CausePercent       Decimal `yaml:"cause_percent" default:"50"`
	// A published share that is now another, in points or of its level; beyond
	// either it blocks, unless a correction is filed.
	RevisionPoints  Decimal `yaml:"revision_points" default:"0.1"`
	RevisionPercent Decimal `yaml:"revision_percent" default:"3"`
	// What is not decided of a headline, as a multiple of the lowest possible
	// share, and how much it may have grown.
	RemainderRatio         Decimal `yaml:"remainder_ratio" default:"1"`
	RemainderGrowthPercent Decimal `yaml:"remainder_growth_percent" default:"25"`
	// The volume and the providers of a source in a period.
	SourceFallPercent Decimal `yaml:"source_fall_percent" default:"30"`
	SourceRisePercent Decimal `yaml:"source_rise_percent" default:"50"`
	// How near 10, 100 or 1000 times as much is taken for another unit.
	UnitPercent Decimal `yaml:"unit_percent" default:"20"`
	// What one provider may move of a sector's volume, or of a share in points.
	ProviderPercent Decimal `yaml:"provider_percent" default:"20"`
	ProviderPoints  Decimal `yaml:"provider_points" default:"0.1"`
	// Below so many providers a finding only warns.
	FewProviders int `yaml:"few_providers" default:"20"`
}

// checkGates holds that a share of something is one.
func (w *Workspace) checkGates(found *problems) {
	g := w.Config.Gates
	percent(g.CausePercent, "gates.cause_percent", g.Where.At("cause_percent"), found)
	percent(g.SourceFallPercent, "gates.source_fall_percent", g.Where.At("source_fall_percent"), found)
	percent(g.UnitPercent, "gates.unit_percent", g.Where.At("unit_percent"), found)
	if g.FewProviders < 0 {
		found.add(g.Where.At("few_providers"), "\"gates.few_providers\" is %d, expected 0 or more", g.FewProviders)
	}
}
