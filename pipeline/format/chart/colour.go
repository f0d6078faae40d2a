package chart

import (
	"image/color"

	"gonum.org/v1/plot/vg"
)

// The colours are those of the page's style.
func paper() color.RGBA { return color.RGBA{0xff, 0xff, 0xff, 0xff} }
func ink() color.RGBA   { return color.RGBA{0x1b, 0x1b, 0x1b, 0xff} }
func soft() color.RGBA  { return color.RGBA{0x5a, 0x5a, 0x5a, 0xff} }
func rule() color.RGBA  { return color.RGBA{0xd5, 0xd2, 0xcc, 0xff} }
func hull() color.RGBA  { return color.RGBA{0xec, 0xdf, 0xe8, 0xff} }

// dotted is the line of what somebody has decided on.
func dotted() []vg.Length { return []vg.Length{2, 3} }

// colourOf is a sector's colour; remainders have none, they are hatched in ink.
func colourOf(sector string) color.RGBA {
	switch sector {
	case public:
		return color.RGBA{0x2a, 0x66, 0x9f, 0xff}
	case private:
		return color.RGBA{0xb5, 0x7f, 0x00, 0xff}
	case ideburen:
		return color.RGBA{0x6d, 0x14, 0x50, 0xff}
	}
	return ink()
}

// textColourOf is dark enough to be read as text.
func textColourOf(sector string) color.RGBA {
	switch sector {
	case public:
		return color.RGBA{0x21, 0x5b, 0x91, 0xff}
	case private:
		return color.RGBA{0x76, 0x53, 0x00, 0xff}
	}
	return colourOf(sector)
}

// colours are all that a picture is made of.
func colours() []color.RGBA {
	all := []color.RGBA{ink(), soft(), rule(), hull()}
	for _, sector := range []string{public, private, ideburen} {
		all = append(all, colourOf(sector), textColourOf(sector))
	}
	return all
}
