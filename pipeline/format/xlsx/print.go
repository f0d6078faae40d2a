package xlsx

import (
	"fmt"
	"math"

	"github.com/xuri/excelize/v2"
)

// Sizes of paper, as workbooks number them, and how many characters a line of
// them has in full size.
const (
	a3, a3Width = 8, 210.0
	a4, a4Width = 9, 145.0
)

// print sets up a sheet that is so many characters wide, for pages that have
// its name and number.
func (b *book) print(sheet string, width float64) error {
	fit, high, orientation, order := true, 0, "landscape", "overThenDown"
	if err := b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	size, wide := pages(width)
	err := b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high, PageOrder: &order,
	})
	if err != nil {
		return err
	}
	return b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{
		OddFooter: fmt.Sprintf("&L%s, %s&C&A&R%s", inFooter(b.report.Title), b.report.Date, b.words.Page),
	})
}

// pages is the size of paper, and how many of it stand side by side, that let
// characters keep two thirds of their size on A4 and half of it on A3.
func pages(width float64) (size, wide int) {
	if width <= 1.5*a4Width {
		return a4, 1
	}
	return a3, int(math.Ceil(width / (2 * a3Width)))
}

func total(widths []float64) (sum float64) {
	for _, width := range widths {
		sum += width
	}
	return sum
}
