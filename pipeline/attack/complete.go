package attack

// A scene is a measure and period under a definition.
type scene struct{ definition, measure, period string }

func (r *reckoning) scene(i at) scene {
	return scene{r.whats[i.what].definition, r.spots[i.spot].measure, r.spots[i.spot].period}
}

// complete adds what has rows only where it is shown: the parts of a sector that
// is not shown, or shown without them, may be any that its definition knows.
func (r *reckoning) complete() {
	parts := r.shownParts()
	for _, i := range r.now() {
		r.completeWith(i, parts[r.scene(i)], func(string) bool { return true })
	}
	for i, state := range r.all {
		if r.asked[i.spot] && state == shown && r.isSector(i.what) && r.value(i) > 0 {
			list := parts[r.scene(i)]
			r.completeWith(i, list, isKind)
			r.completeWith(i, list, isReason)
		}
	}
}

// completeWith adds a sector's parts of a sort, unless some of them are shown.
func (r *reckoning) completeWith(sector at, list []int32, isOfSort func(part string) bool) {
	isOf := func(w int32) bool { return r.made[w].sector == sector.what && isOfSort(r.made[w].part) }
	for _, w := range list {
		if isOf(w) && r.state(at{sector.spot, w}).isShown() {
			return
		}
	}
	for _, w := range list {
		if isOf(w) {
			r.add(at{sector.spot, w})
		}
	}
}

// shownParts are the parts of sectors that are shown somewhere.
func (r *reckoning) shownParts() map[scene][]int32 {
	type once struct {
		scene
		what int32
	}
	parts, isThere := map[scene][]int32{}, map[once]bool{}
	for o, states := range r.states {
		if !r.asked[o] {
			continue
		}
		for w, state := range states {
			i := at{int32(o), int32(w)}
			if !state.isShown() || r.made[w].part == "" {
				continue
			}
			if key := (once{r.scene(i), i.what}); !isThere[key] {
				isThere[key] = true
				parts[key.scene] = append(parts[key.scene], i.what)
			}
		}
	}
	return parts
}
