package pipeline

import (
	"cmp"
	"context"
	"slices"
	"strings"
)

// cellProviders lists who is behind a cell, by sector, the largest first, and
// the files that they stand in.
func (t *tracer) cellProviders(ctx context.Context, c Cell, decimals int) (map[string][]CellProvider, []CellFile, error) {
	files, err := t.cellFiles(ctx)
	if err != nil {
		return nil, nil, err
	}
	if err := t.make(ctx, "cell_volume", c.Measure, c.Period, c.Place, c.Area, c.Agreement); err != nil {
		return nil, nil, err
	}
	sectors, err := t.cellSectors(ctx, c, files)
	for _, list := range sectors {
		inOrder(list, decimals)
	}
	return sectors, files.used(), err
}

// cellSectors reads the providers of each sector, natural persons pooled.
func (t *tracer) cellSectors(ctx context.Context, c Cell, files *cellFiles) (map[string][]CellProvider, error) {
	sectors, pools := map[string][]CellProvider{}, map[[2]string]*pool{}
	err := t.each(ctx, "cell_provider", []any{c.Measure, c.Period, c.Definition}, func(scan func(...any) error) error {
		var p CellProvider
		var sector, lines string
		err := scan(&p.Provider, &p.Kind, &p.Mask, &p.Name, &p.amount, &p.HiddenUnits, &lines,
			&sector, &p.Basis, &p.Rule, &p.Reason, &p.Carried, &p.Contested)
		if p.Kind == "person" && p.Mask == "" {
			pooled(pools, sector, p, lines)
			return err
		}
		if _, name, found := strings.Cut(p.Provider, ":name:"); found && p.Name == "" {
			p.Name = name
		}
		p.Files = files.of(lines)
		sectors[sector] = append(sectors[sector], p)
		return err
	})
	for sector, list := range merged(pools) {
		for _, one := range list {
			sectors[sector] = append(sectors[sector], one.provider(files))
		}
	}
	return sectors, err
}

// inOrder puts the largest first, and writes the amounts.
func inOrder(list []CellProvider, decimals int) {
	slices.SortStableFunc(list, func(a, b CellProvider) int {
		return cmp.Or(cmp.Compare(b.amount, a.amount), strings.Compare(a.Provider, b.Provider), strings.Compare(a.Rule, b.Rule))
	})
	for i := range list {
		list[i].Amount = fixed(list[i].amount, decimals)
	}
}
