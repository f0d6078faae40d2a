package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// phone is the window of a phone whose screen has three pixels for each.
func phone() window { return window{390, 844, 3} }

// How much of a front page is sent, in bytes. A phone with a bad connection gets
// the first in a few seconds.
const (
	mostBeforeChart = 150_000
	mostInAll       = 600_000
)

// beforeChart is what must have come before the first chart is shown: the page,
// what it waits for, and the chart.
const beforeChart = `(() => {
	const chart = document.querySelector("article img, article svg[role=img]");
	const size = (entries) => entries.reduce((sum, entry) => sum + entry.transferSize, 0);
	const waited = (entry) => entry.name === chart.currentSrc || entry.renderBlockingStatus === "blocking";
	return { Chart: chart.getBoundingClientRect().height, Sent: size(performance.getEntriesByType("navigation")) + size(performance.getEntriesByType("resource").filter(waited)) };
})()`

func TestTheFrontPageIsLight(t *testing.T) {
	p, ctx := publishedExample(t), browse(t)
	url := served(t, p)
	for _, asked := range []struct {
		name   string
		screen window
	}{{"index.html", wide()}, {"en.html", wide()}, {"index.html", phone()}, {"en.html", phone()}} {
		name := fmt.Sprintf("%s at %d pixels", asked.name, asked.screen.width)
		if _, err := chromedp.Call(ctx, network.ClearBrowserCache, cdp.Empty{}); err != nil {
			t.Fatal(err)
		}
		do(t, ctx, chromedp.Navigate("about:blank"))
		heard := listen(t, ctx)
		open(t, ctx, url+p.id+"/"+asked.name, asked.screen)
		settled(t, ctx)
		type sent struct{ Chart, Sent float64 }
		first, all := told[sent](t, ctx, beforeChart), heard.sent()
		t.Logf("%s: %.0f bytes before the first chart, %.0f in all", name, first.Sent, all)
		if first.Chart <= 0 || first.Sent <= 0 || first.Sent > mostBeforeChart {
			t.Errorf("%s: %.0f bytes before a chart of %.0f pixels; %d are allowed", name, first.Sent, first.Chart, mostBeforeChart)
		}
		if all < first.Sent || all > mostInAll {
			t.Errorf("%s: %.0f bytes in all; %d are allowed", name, all, mostInAll)
		}
	}
}
