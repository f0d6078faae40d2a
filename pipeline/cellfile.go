package pipeline

import (
	"context"
	"slices"
	"strconv"
)

// lineBits is how far a file's number stands above a line in cell_volume.
const lineBits = 40

// cellFiles are the files of an edition by their numbers in cell_load, and
// which of them a cell stands in.
type cellFiles struct {
	all    []CellFile
	isUsed []bool
	spots  []int64 // of the provider that is read: lines with their files' numbers
}

// cellFiles numbers the files of the edition.
func (t *tracer) cellFiles(ctx context.Context) (*cellFiles, error) {
	if err := t.make(ctx, "cell_load"); err != nil {
		return nil, err
	}
	c := &cellFiles{}
	err := t.rows(ctx, "cell_load", "select file, sha256 from cell_load order by load_key", nil, func(scan func(...any) error) error {
		var f CellFile
		err := scan(&f.File, &f.SHA256)
		c.all = append(c.all, f)
		return err
	})
	c.isUsed = make([]bool, len(c.all))
	return c, err
}

// of opens lines as cell_volume writes them.
func (c *cellFiles) of(lines string) []CellFile {
	c.spots = spots(c.spots[:0], lines)
	return c.at(c.spots)
}

// spots adds the numbers of a text to a list.
func spots(list []int64, text string) []int64 {
	n := int64(0)
	for i := range len(text) {
		if text[i] == ' ' {
			list, n = append(list, n), 0
			continue
		}
		n = n*10 + int64(text[i]-'0')
	}
	return append(list, n)
}

// at writes each file's lines as ranges. The spots are in order.
func (c *cellFiles) at(spots []int64) []CellFile {
	files := make([]CellFile, 0, len(c.all))
	for len(spots) > 0 {
		key := spots[0] >> lineBits
		n := 1
		for n < len(spots) && spots[n]>>lineBits == key {
			n++
		}
		f := c.all[key]
		f.Lines = ranges(spots[:n], key<<lineBits)
		c.isUsed[key] = true
		files, spots = append(files, f), spots[n:]
	}
	return slices.Clip(files)
}

// ranges writes lines in order, each once and less what stands before them:
// "3-4 7".
func ranges(lines []int64, before int64) string {
	var text []byte
	for i := 0; i < len(lines); {
		last := i
		for last+1 < len(lines) && lines[last+1] <= lines[last]+1 {
			last++
		}
		if i > 0 {
			text = append(text, ' ')
		}
		text = strconv.AppendInt(text, lines[i]-before, 10)
		if lines[last] > lines[i] {
			text = strconv.AppendInt(append(text, '-'), lines[last]-before, 10)
		}
		i = last + 1
	}
	return string(text)
}

// used are the files that a cell stands in, in the edition's order.
func (c *cellFiles) used() (files []CellFile) {
	for i, f := range c.all {
		if c.isUsed[i] {
			files = append(files, f)
		}
	}
	return files
}
