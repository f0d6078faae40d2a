package xlsx

import (
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"tresektor/pipeline/edition"
)

// Sizes of a chart in pixels, of which a row of the sheet has twenty.
const (
	rowPixels   = 20
	chartWidth  = 620
	chartHeight = 380
	periodWidth = 20 // characters, for a period with what it lacks
	shareWidth  = 15
	chartsWidth = periodWidth + 11*shareWidth // of the columns that two charts cover
	ideburen    = "ideburen"
)

// charts writes a sheet with the shares of every card over time and, below
// them, two native charts: the three sectors together from 0 to 100 per cent,
// and the idéburen alone on a scale of its own that says so.
func (b *book) charts() error {
	if len(b.report.Cards) == 0 {
		return nil
	}
	d := &drawing{book: b}
	if err := d.open(); err != nil {
		return err
	}
	for i, card := range b.report.Cards {
		if d.row++; i > 0 {
			if err := b.file.InsertPageBreak(b.words.Charts, at(1, d.row+1)); err != nil {
				return err
			}
		}
		if err := d.card(card); err != nil {
			return fmt.Errorf("%s: %w", card.Title, err)
		}
	}
	return nil
}

// A drawing is the sheet of charts while it is written.
type drawing struct {
	*book
	row int
}

func (d *drawing) open() error {
	if _, err := d.file.NewSheet(d.words.Charts); err != nil {
		return err
	}
	if err := d.print(d.words.Charts, chartsWidth); err != nil {
		return err
	}
	err := d.file.SetColWidth(d.words.Charts, "A", "A", periodWidth)
	if err == nil {
		err = d.file.SetColWidth(d.words.Charts, "B", "P", shareWidth)
	}
	if err != nil {
		return err
	}
	if err := d.over("title", d.words.Charts); err != nil {
		return err
	}
	return d.over("text", d.words.ChartsText)
}

func (d *drawing) card(c Card) error {
	if err := d.over("heading", c.Title); err != nil {
		return err
	}
	for _, sentence := range c.Sentences {
		if err := d.over("text", sentence); err != nil {
			return err
		}
	}
	if len(c.measures()) > 1 {
		if err := d.over("text", d.words.TwoMeasures); err != nil {
			return err
		}
	}
	lines := c.seriesOf(d.words)
	header := d.row + 1
	if err := d.numbers(c, lines); err != nil {
		return err
	}
	d.row++
	if err := d.pair(c, lines, header); err != nil {
		return err
	}
	d.row += int(heightWith(lines))/rowPixels + 1
	return nil
}

// heightWith leaves room for a legend of all lines.
func heightWith(lines []series) uint {
	return chartHeight + rowPixels*uint(max(0, len(lines)-6))
}

// over writes the next row over all columns that the charts cover.
func (d *drawing) over(style, text string) error {
	d.row++
	sheet, id := d.words.Charts, 0
	var err error
	if id, err = d.style.words(style); err != nil {
		return err
	}
	if err := d.file.SetCellValue(sheet, at(1, d.row), d.held(text)); err != nil {
		return err
	}
	if err := d.file.SetCellStyle(sheet, at(1, d.row), at(1, d.row), id); err != nil {
		return err
	}
	if err := d.file.SetRowHeight(sheet, d.row, max(heightOf(text, 150), 18)); err != nil {
		return err
	}
	return d.file.MergeCell(sheet, at(1, d.row), at(11, d.row))
}

// numbers writes a table with a row for each period and a column for each
// line. A share that there is none of leaves its cell empty: a chart would
// draw a symbol as zero.
func (d *drawing) numbers(c Card, lines []series) error {
	if err := d.header(lines); err != nil {
		return err
	}
	percent, err := d.style.number(6, true)
	if err != nil {
		return err
	}
	for i, p := range c.Periods {
		cells := []any{p.Label}
		for _, line := range lines {
			share, err := shareOf(line.shares[i])
			if err != nil {
				return err
			}
			cells = append(cells, share)
		}
		if err := d.cells(cells, 2, percent); err != nil {
			return err
		}
	}
	return nil
}

func (d *drawing) header(lines []series) error {
	cells, height := []any{d.words.Period}, 2*lineHeight
	for _, line := range lines {
		cells, height = append(cells, line.name), max(height, heightOf(line.name, 10))
	}
	style, err := d.style.words("header")
	if err != nil {
		return err
	}
	if err := d.cells(cells, 1, style); err != nil {
		return err
	}
	return d.file.SetRowHeight(d.words.Charts, d.row, height)
}

// cells writes the next row, in a style from the column first.
func (d *drawing) cells(cells []any, first, style int) error {
	d.row++
	if err := d.file.SetSheetRow(d.words.Charts, at(1, d.row), &cells); err != nil {
		return err
	}
	return d.file.SetCellStyle(d.words.Charts, at(first, d.row), at(len(cells), d.row), style)
}

// shareOf is a share as a number, nil where there is none.
func shareOf(text string) (any, error) {
	if text == "" || edition.IsSymbol(text) {
		return nil, nil
	}
	return strconv.ParseFloat(text, 64)
}

// pair draws all sectors, and the idéburen beside them.
func (d *drawing) pair(c Card, lines []series, header int) error {
	all := d.chart(c, lines, header, func(series) bool { return true })
	all.Title = titled(d.words.AllSectors)
	setScale(all, 100, 20)
	own := d.chart(c, lines, header, func(s series) bool { return s.sector == ideburen })
	most, step := scale(lines)
	own.Title = titled(fmt.Sprintf(d.words.OwnScale, strconv.Itoa(most)))
	setScale(own, most, step)
	all.Format.AltText = c.Title + ": " + d.words.AllSectors
	own.Format.AltText = c.Title + ": " + fmt.Sprintf(d.words.OwnScale, strconv.Itoa(most))
	if err := d.file.AddChart(d.words.Charts, at(1, d.row), all); err != nil {
		return err
	}
	return d.file.AddChart(d.words.Charts, at(7, d.row), own)
}

// chart draws some lines of a card over its periods; one period is drawn as
// columns side by side, never stacked: the ranges of sectors do not add up.
func (d *drawing) chart(c Card, lines []series, header int, wanted func(series) bool) *excelize.Chart {
	oneColour, font := false, excelize.Font{Family: typeface, Size: 10, Color: ink}
	chart := &excelize.Chart{
		Type: excelize.Line, ShowBlanksAs: "gap",
		Dimension:  excelize.ChartDimension{Width: chartWidth, Height: heightWith(lines)},
		Legend:     excelize.ChartLegend{Position: "bottom"},
		VaryColors: &oneColour,
		XAxis:      excelize.ChartAxis{TickLabelPosition: excelize.ChartTickLabelLow, Font: font},
		YAxis:      excelize.ChartAxis{MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0%"}, Font: font},
	}
	if len(c.Periods) == 1 {
		chart.Type, chart.PlotArea.ShowVal = excelize.Col, true
		chart.PlotArea.NumFmt.CustomNumFmt = "0.0%"
	}
	first, last := header+1, header+len(c.Periods)
	for i, line := range lines {
		if wanted(line) {
			chart.Series = append(chart.Series, d.line(line, i+2, header, first, last))
		}
	}
	return chart
}

// line refers to a column of the sheet. A sector's least is drawn whole, its
// greatest dashed.
func (d *drawing) line(s series, column, header, first, last int) excelize.ChartSeries {
	fill := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colourOf(s.sector)}}
	out := excelize.ChartSeries{
		Name:       d.ref(column, header, column, header),
		Categories: d.ref(1, first, 1, last),
		Values:     d.ref(column, first, column, last),
		Fill:       fill,
		Line:       excelize.LineOptions{Type: excelize.LineSolid, Width: 2.25, Fill: fill},
		Marker:     excelize.ChartMarker{Symbol: "circle", Size: 6, Fill: fill},
	}
	if s.high {
		out.Line.Dash, out.Marker.Symbol = excelize.LineDashSysDash, "diamond"
		out.Fill.Transparency = 55
	}
	return out
}

func (d *drawing) ref(column, row, lastColumn, lastRow int) string {
	from, _ := excelize.CoordinatesToCellName(column, row, true)
	to, _ := excelize.CoordinatesToCellName(lastColumn, lastRow, true)
	if from == to {
		return "'" + d.words.Charts + "'!" + from
	}
	return "'" + d.words.Charts + "'!" + from + ":" + to
}

// colourOf gives the colours of the site.
func colourOf(sector string) string {
	switch sector {
	case "public":
		return "2A669F"
	case "private":
		return "B57F00"
	case ideburen:
		return "6D1450"
	}
	return soft
}

func titled(text string) excelize.ChartTitle {
	return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Size: 12, Bold: true, Color: ink}}}}
}

func setScale(c *excelize.Chart, most, step int) {
	low, high := 0.0, float64(most)/100
	c.YAxis.Minimum, c.YAxis.Maximum, c.YAxis.MajorUnit = &low, &high, float64(step)/100
}

// scale is a round number of per cent that holds all idéburen shares, and the
// distance between its lines.
func scale(lines []series) (most, step int) {
	highest := 0.0
	for _, line := range lines {
		for _, text := range line.shares {
			if share, _ := strconv.ParseFloat(text, 64); line.sector == ideburen {
				highest = max(highest, 100*share)
			}
		}
	}
	for _, s := range [][2]int{{1, 1}, {2, 1}, {5, 1}, {10, 2}, {20, 5}, {50, 10}} {
		if highest <= float64(s[0]) {
			return s[0], s[1]
		}
	}
	return 100, 20
}
