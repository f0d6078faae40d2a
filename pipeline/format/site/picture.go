package site

import "fmt"

// A Picture is a chart in files of the edition, in two sizes: the page shows
// the narrow one where the wide one could not be read. Paths are relative to the
// page, lengths in pixels.
type Picture struct {
	Path, Narrow              string
	Width, Height             int
	NarrowWidth, NarrowHeight int
	Title, Shown              string // what it says, and what is shown; "" for none
	Caption                   string // "" for none
	Text                      string // what the chart shows, for those who do not see it
}

// Until is the widest page, in rem, on which the narrow picture is shown: on a
// wider one text of 14 pixels in the wide picture is never smaller than 11.
func (p Picture) Until() string { return fmt.Sprint((p.Width*85/100 + bodyPadding + 15) / 16) }

// IsLarge tells whether the picture takes the whole page, so that the narrow
// one is not to be as wide as the page where it is shown.
func (p Picture) IsLarge() bool { return p.Width > 600 }

// bodyPadding is what style.css leaves beside the page, on both sides together.
const bodyPadding = 32
