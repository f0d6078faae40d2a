package chart

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgsvg"
)

// fonts are set alike: Arial and Helvetica are as wide as Liberation Sans, with
// which the texts were measured.
const fonts = "Liberation Sans, Arial, Helvetica, sans-serif"

// SVG writes the chart as SVG with its title, its description and its
// language. It asks for nothing else.
func (c *Chart) SVG(w io.Writer) error {
	canvas := vgsvg.New(vg.Length(c.Width), vg.Length(c.Height))
	c.draw(draw.New(canvas))
	var raw bytes.Buffer
	if _, err := canvas.WriteTo(&raw); err != nil {
		return fmt.Errorf("svg: %w", err)
	}
	_, body, found := strings.Cut(raw.String(), `xlink">`)
	if !found {
		return fmt.Errorf("svg: the library's file does not begin as it used to")
	}
	_, err := io.WriteString(w, c.head()+leaner().Replace(body))
	return err
}

// head is the root element, in place of the library's, which has no name.
func (c *Chart) head() string {
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" lang="%s" xml:lang="%s" role="img" aria-labelledby="t d" font-family="%s">`+
		"\n<title id=\"t\">%s</title>\n<desc id=\"d\">%s</desc>",
		c.Width*c.scale, c.Height*c.scale, c.Width, c.Height, c.language, c.language, fonts, escaped(c.title), escaped(c.desc))
}

// leaner takes out of every text what the root element says of all, and line
// ends that nobody reads. Quotes are escaped in texts, so that no label can
// hold what it looks for.
func leaner() *strings.Replacer {
	const common = "font-family:Liberation Sans;font-variant:normal;"
	return strings.NewReplacer(
		"\n\tstyle=\""+common+"font-weight:normal;font-style:normal;", ` style="`,
		"\n\tstyle=\""+common+"font-weight:bold;font-style:normal;", ` style="font-weight:bold;`,
	)
}

func escaped(text string) string {
	var out bytes.Buffer
	_ = xml.EscapeText(&out, []byte(text)) // a buffer takes all
	return out.String()
}
