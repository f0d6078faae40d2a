package owner

import (
	"cmp"
	"slices"
	"strings"
)

// graph holds the facts in one order, whatever order they came in, with the
// organisations numbered by their names.
type graph struct {
	nodes  []node
	number map[string]int32
}

// node is an organisation.
type node struct {
	id       string
	holdings []holding // who owns it, by owner
	own      []standing
	ring     int32  // the ring that it is in,
	place    int32  // and where in it
	spans    []span // all of time, once evaluated
}

// holding is all that is said of one owner's part.
type holding struct {
	owner  int32
	claims []claim
}

type claim struct {
	period
	*Link
}

type standing struct {
	period
	*Standing
}

func newGraph(links []Link, own []Standing) *graph {
	links, own = slices.Clone(links), slices.Clone(own)
	slices.SortFunc(links, compareLinks)
	slices.SortFunc(own, compareStandings)
	g := &graph{number: map[string]int32{}}
	g.addNodes(links, own)
	for i := range links {
		if i == 0 || compareLinks(links[i-1], links[i]) != 0 {
			g.addLink(&links[i])
		}
	}
	for i := range own {
		n := &g.nodes[g.number[own[i].ID]]
		n.own = append(n.own, standing{newPeriod(own[i].From, own[i].To), &own[i]})
	}
	return g
}

// addNodes numbers the organisations by their names.
func (g *graph) addNodes(links []Link, own []Standing) {
	for i := range links {
		g.number[links[i].Owned], g.number[links[i].Owner] = 0, 0
	}
	for i := range own {
		g.number[own[i].ID] = 0
	}
	for id := range g.number {
		g.nodes = append(g.nodes, node{id: id})
	}
	slices.SortFunc(g.nodes, func(a, b node) int { return strings.Compare(a.id, b.id) })
	for i := range g.nodes {
		g.number[g.nodes[i].id] = int32(i)
	}
}

// addLink expects links sorted by owned and owner.
func (g *graph) addLink(l *Link) {
	n, owner := &g.nodes[g.number[l.Owned]], g.number[l.Owner]
	last := len(n.holdings) - 1
	if last < 0 || n.holdings[last].owner != owner {
		n.holdings = append(n.holdings, holding{owner: owner})
		last++
	}
	h := &n.holdings[last]
	h.claims = append(h.claims, claim{newPeriod(l.From, l.To), l})
}

func compareLinks(a, b Link) int {
	return cmp.Or(
		strings.Compare(a.Owned, b.Owned),
		strings.Compare(a.Owner, b.Owner),
		comparePeriods(newPeriod(a.From, a.To), newPeriod(b.From, b.To)),
		strings.Compare(a.Source, b.Source),
		cmp.Compare(a.Line, b.Line),
		comparePercents(a.Votes, b.Votes),
		comparePercents(a.Share, b.Share),
	)
}

// compareStandings puts first what counts where standings contradict each
// other: what people decided, then public before idéburen before private, as
// the definitions' rules do.
func compareStandings(a, b Standing) int {
	return cmp.Or(
		strings.Compare(a.ID, b.ID),
		decidedFirst(a, b),
		cmp.Compare(a.Is, b.Is),
		strings.Compare(a.Source, b.Source),
		cmp.Compare(a.Line, b.Line),
		comparePeriods(newPeriod(a.From, a.To), newPeriod(b.From, b.To)),
	)
}

func decidedFirst(a, b Standing) int {
	switch {
	case a.Decided == b.Decided:
		return 0
	case a.Decided:
		return -1
	}
	return 1
}

func comparePeriods(a, b period) int {
	return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
}

func comparePercents(a, b Percent) int {
	switch {
	case a == b:
		return 0
	case !a.Stated:
		return -1
	case !b.Stated:
		return 1
	}
	return cmp.Compare(a.Units, b.Units)
}
