package pipeline

import (
	"cmp"
	"context"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"tresektor/pipeline/edition"
)

// cell lists the providers behind a published cell and compares, and only
// then withholds what is protected.
func (t *tracer) cell(ctx context.Context, asked Cell) (e CellExplanation, err error) {
	chosen, rows, err := t.choose(asked)
	if err != nil {
		return e, err
	}
	e = CellExplanation{Edition: t.id, Cell: chosen, Sectors: []CellSector{}, words: t.words}
	decimals, _ := strconv.Atoi(t.words.measures[chosen.Measure]["decimals"])
	providers, err := t.cellProviders(ctx, chosen)
	if err != nil {
		return e, err
	}
	for _, row := range rows {
		e.Total = row.total
		if row.amount == "" {
			e.Silence = row.note
			continue
		}
		s := CellSector{Sector: row.Sector, Amount: row.amount, Share: row.share, Providers: providers[row.Sector]}
		if s, err = t.compared(s, decimals); err != nil {
			return e, err
		}
		e.Sectors = append(e.Sectors, s)
	}
	e.withhold(t.protection(chosen.Measure))
	return e, nil
}

// compared sums the providers and compares the sum with what is published.
func (t *tracer) compared(s CellSector, decimals int) (CellSector, error) {
	if s.Providers == nil {
		s.Providers = []CellProvider{}
	}
	sum := new(big.Int)
	for _, p := range s.Providers {
		sum.Add(sum, big.NewInt(p.amount))
	}
	s.Sum = new(big.Rat).SetFrac(sum, power(decimals)).FloatString(decimals)
	if s.Sum != s.Amount {
		return s, &MismatchError{Edition: t.id, Sector: s.Sector, Published: s.Amount, Sum: s.Sum}
	}
	return s, nil
}

// cellProviders lists who is behind a cell, by sector, the largest first.
func (t *tracer) cellProviders(ctx context.Context, c Cell) (map[string][]CellProvider, error) {
	err := t.make(ctx, "cell_volume", c.Measure, c.Period, c.Place, c.Area, c.Agreement, c.Definition)
	if err != nil {
		return nil, err
	}
	persons, err := t.persons(ctx)
	if err != nil {
		return nil, err
	}
	decimals := 0
	sectors := map[string][]CellProvider{}
	err = t.each(ctx, "cell_provider", nil, func(scan func(...any) error) error {
		var p CellProvider
		var f CellFile
		var sector string
		err := scan(&sector, &p.Basis, &p.Rule, &p.Reason, &p.Carried, &p.Contested, &p.Kind, &p.Mask, &p.Provider,
			&p.Name, &p.amount, &p.HiddenUnits, &decimals, &f.File, &f.SHA256, &f.Lines)
		p.Files = []CellFile{f}
		if p.Provider == "" {
			p.Persons = persons[[2]string{sector, p.Rule}]
		}
		if _, name, found := strings.Cut(p.Provider, ":name:"); found && p.Name == "" {
			p.Name = name
		}
		sectors[sector] = added(sectors[sector], p)
		return err
	})
	for _, list := range sectors {
		for i, p := range list {
			list[i].Amount = fixed(p.amount, decimals)
		}
		slices.SortStableFunc(list, func(a, b CellProvider) int { return cmp.Compare(b.amount, a.amount) })
	}
	return sectors, err
}

// added adds a provider, or one more file of the last one.
func added(list []CellProvider, p CellProvider) []CellProvider {
	if n := len(list); n > 0 && list[n-1].Provider == p.Provider && list[n-1].Rule == p.Rule {
		last := &list[n-1]
		last.amount, last.HiddenUnits = last.amount+p.amount, last.HiddenUnits+p.HiddenUnits
		last.Files = append(last.Files, p.Files...)
		return list
	}
	return append(list, p)
}

// persons counts natural persons by sector and rule.
func (t *tracer) persons(ctx context.Context) (map[[2]string]string, error) {
	persons := map[[2]string]string{}
	err := t.each(ctx, "cell_person", nil, func(scan func(...any) error) error {
		var key [2]string
		var n int64
		err := scan(&key[0], &key[1], &n)
		persons[key] = counted(n)
		return err
	})
	return persons, err
}

// Natural persons are told as a number from three (method 6).
const (
	leastPersons = 3
	fewPersons   = "<3"
)

func counted(persons int64) string {
	if persons < leastPersons {
		return fewPersons
	}
	return number(persons)
}

// withhold leaves the volumes out that the measure protects.
func (e *CellExplanation) withhold(protection string) {
	for i, s := range e.Sectors {
		if protection != protectSecrecy && (protection != protectFrequency || !isSmall(s.Amount)) {
			continue
		}
		e.Sectors[i].Withheld = true
		for j := range s.Providers {
			s.Providers[j].Amount = edition.Suppressed
		}
	}
}

// isSmall tells a number of people that is above zero and below the minimum.
func isSmall(amount string) bool {
	n, ok := new(big.Rat).SetString(amount)
	return ok && n.Sign() > 0 && n.Cmp(new(big.Rat).SetInt64(leastPeople)) < 0
}
