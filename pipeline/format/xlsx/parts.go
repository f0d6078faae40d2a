package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"
)

// parts collects the parts of a workbook and packs them sorted and without
// times: excelize hands them over in the order of a map.
type parts struct {
	w    io.Writer
	made map[string]*bytes.Buffer
}

func newParts(w io.Writer) excelize.ZipWriter {
	return &parts{w: w, made: map[string]*bytes.Buffer{}}
}

func (p *parts) Create(name string) (io.Writer, error) {
	p.made[name] = new(bytes.Buffer)
	return p.made[name], nil
}

func (p *parts) AddFS(fs.FS) error { return fs.ErrInvalid }

func (p *parts) Close() error {
	archive := zip.NewWriter(p.w)
	for _, name := range slices.Sorted(maps.Keys(p.made)) {
		part, err := archive.Create(name)
		if err != nil {
			return err
		}
		if _, err := p.made[name].WriteTo(part); err != nil {
			return err
		}
	}
	return archive.Close()
}
