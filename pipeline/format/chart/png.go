package chart

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// density is how many pixels of the image a unit has; vg has 72 units an inch.
const density = 2

// PNG writes the chart as an image with two pixels for each of CSS, in a palette.
func (c *Chart) PNG(w io.Writer) error {
	canvas := vgimg.NewWith(vgimg.UseWH(vg.Length(c.Width), vg.Length(c.Height)), vgimg.UseDPI(72*density))
	c.draw(draw.New(canvas))
	out := png.Encoder{CompressionLevel: png.DefaultCompression}
	if err := out.Encode(w, indexed(canvas.Image())); err != nil {
		return fmt.Errorf("png: %w", err)
	}
	return nil
}

// indexed gives every pixel the nearest colour of the palette.
func indexed(from image.Image) *image.Paletted {
	palette, known := palette(), map[color.RGBA]uint8{}
	out := image.NewPaletted(from.Bounds(), palette)
	source := from.(*image.RGBA)
	last, index := paper(), uint8(0)
	for i := range out.Pix {
		p := source.Pix[4*i : 4*i+4]
		at := color.RGBA{p[0], p[1], p[2], p[3]}
		if at != last {
			found := false
			if index, found = known[at]; !found {
				index = uint8(palette.Index(at))
				known[at] = index
			}
			last = at
		}
		out.Pix[i] = index
	}
	return out
}

// palette is every colour on paper in steps, as the edges of letters need them.
func palette() (all color.Palette) {
	const steps = 8
	all = append(all, paper())
	for _, c := range colours() {
		for n := 1; n <= steps; n++ {
			all = append(all, color.RGBA{mixed(c.R, n, steps), mixed(c.G, n, steps), mixed(c.B, n, steps), 0xff})
		}
	}
	return all
}

func mixed(c uint8, n, steps int) uint8 { return uint8((int(c)*n + 0xff*(steps-n)) / steps) }
