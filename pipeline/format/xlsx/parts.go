package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"maps"
	"regexp"
	"slices"

	"github.com/xuri/excelize/v2"
)

// contentTypes is the part that tells what the others are.
const contentTypes = "[Content_Types].xml"

// parts collects the parts of a workbook and packs them sorted and without
// times: excelize hands them over, and writes the kinds of image that there
// could be, in the order of a map.
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
		content := p.made[name].Bytes()
		if name == contentTypes {
			content = sortedDefaults(content)
		}
		if _, err := part.Write(content); err != nil {
			return err
		}
	}
	return archive.Close()
}

// sortedDefaults puts the defaults for file extensions in order.
func sortedDefaults(content []byte) []byte {
	defaults := regexp.MustCompile(`<Default [^>]*></Default>`)
	found := defaults.FindAll(content, -1)
	slices.SortFunc(found, bytes.Compare)
	rest := defaults.ReplaceAll(content, nil)
	before, after, _ := bytes.Cut(rest, []byte("<Override "))
	return bytes.Join([][]byte{before, bytes.Join(found, nil), []byte("<Override "), after}, nil)
}
