package pipeline

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
)

// cellProviders lists who is behind a cell, by sector, the largest first.
func (t *tracer) cellProviders(ctx context.Context, c Cell, decimals int) (map[string][]CellProvider, error) {
	if err := t.make(ctx, "cell_load"); err != nil {
		return nil, err
	}
	if err := t.make(ctx, "cell_volume", c.Measure, c.Period, c.Place, c.Area, c.Agreement); err != nil {
		return nil, err
	}
	lines, err := t.cellLines(ctx)
	if err != nil {
		return nil, err
	}
	sectors, pools := map[string][]CellProvider{}, map[[2]string]*pool{}
	err = t.each(ctx, "cell_provider", []any{c.Measure, c.Period, c.Definition}, func(scan func(...any) error) error {
		var p CellProvider
		var sector string
		err := scan(&p.Provider, &p.Kind, &p.Mask, &p.Name, &p.amount, &p.HiddenUnits,
			&sector, &p.Basis, &p.Rule, &p.Reason, &p.Carried, &p.Contested)
		p.parts = lines.of(p.Provider)
		if p.Kind == "person" && p.Mask == "" {
			pooled(pools, sector, p)
			return err
		}
		if _, name, found := strings.Cut(p.Provider, ":name:"); found && p.Name == "" {
			p.Name = name
		}
		sectors[sector] = append(sectors[sector], p)
		return err
	})
	for key, one := range pools {
		sectors[key[0]] = append(sectors[key[0]], one.provider())
	}
	for _, list := range sectors {
		for i := range list {
			list[i].Amount = fixed(list[i].amount, decimals)
			list[i].Files = lines.files(list[i].parts)
		}
		slices.SortStableFunc(list, func(a, b CellProvider) int {
			return cmp.Or(cmp.Compare(b.amount, a.amount), strings.Compare(a.Provider, b.Provider), strings.Compare(a.Rule, b.Rule))
		})
	}
	return sectors, err
}

// A part is lines of one file, by the file's number.
type part struct {
	load  int
	lines []int64
}

// cellLines are the lines that a cell's providers stand on.
type cellLines struct {
	loads []CellFile
	text  map[string]string // by provider, as cell_line writes them
}

func (t *tracer) cellLines(ctx context.Context) (l cellLines, err error) {
	err = t.rows(ctx, "cell_load", "select file, sha256 from cell_load order by load_key", nil, func(scan func(...any) error) error {
		var f CellFile
		err := scan(&f.File, &f.SHA256)
		l.loads = append(l.loads, f)
		return err
	})
	if err != nil {
		return l, err
	}
	l.text = map[string]string{}
	return l, t.each(ctx, "cell_line", nil, func(scan func(...any) error) error {
		var provider, text string
		err := scan(&provider, &text)
		l.text[provider] = text
		return err
	})
}

// of parses a provider's lines: "0:3 4 7;2:9".
func (l cellLines) of(provider string) (parts []part) {
	for each := range strings.SplitSeq(l.text[provider], ";") {
		load, list, _ := strings.Cut(each, ":")
		p := part{}
		p.load, _ = strconv.Atoi(load)
		for text := range strings.SplitSeq(list, " ") {
			n, _ := strconv.ParseInt(text, 10, 64)
			p.lines = append(p.lines, n)
		}
		if n := len(parts); n > 0 && parts[n-1].load == p.load {
			parts[n-1].lines = append(parts[n-1].lines, p.lines...)
			continue
		}
		parts = append(parts, p)
	}
	return parts
}

// files writes each file's lines as ranges.
func (l cellLines) files(parts []part) []CellFile {
	files := make([]CellFile, 0, len(parts))
	for _, p := range parts {
		f := l.loads[p.load]
		f.Lines = ranges(p.lines)
		files = append(files, f)
	}
	return files
}

// ranges writes lines, each once: "3-4 7".
func ranges(lines []int64) string {
	slices.Sort(lines)
	var b strings.Builder
	for i := 0; i < len(lines); {
		last := i
		for last+1 < len(lines) && lines[last+1] <= lines[last]+1 {
			last++
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(number(lines[i]))
		if lines[last] > lines[i] {
			b.WriteString("-" + number(lines[last]))
		}
		i = last + 1
	}
	return b.String()
}
