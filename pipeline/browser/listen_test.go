package browser

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A listener hears what a tab asks for and complains of.
type listener struct {
	sync.Mutex
	asked    []string // addresses
	faults   []string // errors and warnings of the console, dialogs
	received float64  // bytes, as they were sent
}

// listen begins to hear. It must be called before a page is opened.
func listen(t *testing.T, ctx context.Context) *listener {
	t.Helper()
	l := new(listener)
	if err := chromedp.Listen(ctx, l.hear(ctx)); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	return l
}

func (l *listener) hear(ctx context.Context) func(any) {
	return func(event any) {
		l.Lock()
		defer l.Unlock()
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			l.asked = append(l.asked, e.Request.URL)
		case *network.EventLoadingFinished:
			l.received += e.EncodedDataLength
		case *runtime.EventExceptionThrown:
			l.faults = append(l.faults, e.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			l.faults = append(l.faults, fmt.Sprintf("console.%s", e.Type))
		case *log.EventEntryAdded:
			if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
				l.faults = append(l.faults, e.Entry.Text+" "+e.Entry.URL)
			}
		case *page.EventJavascriptDialogOpening:
			l.faults = append(l.faults, "a dialog says "+e.Message)
			go chromedp.Call(ctx, page.HandleJavaScriptDialog, page.HandleJavaScriptDialogParams{})
		}
	}
}

// sent is how many bytes have come.
func (l *listener) sent() float64 {
	l.Lock()
	defer l.Unlock()
	return l.received
}

// outside are the addresses asked for that do not begin with a prefix.
func (l *listener) outside(prefix string) []string {
	l.Lock()
	defer l.Unlock()
	return slices.DeleteFunc(slices.Clone(l.asked), func(address string) bool {
		return strings.HasPrefix(address, prefix) || address == "about:blank"
	})
}

// quiet holds that a page asked for nothing outside and complained of nothing,
// and begins anew.
func (l *listener) quiet(t *testing.T, where, prefix string) {
	t.Helper()
	if asked := l.outside(prefix); len(asked) > 0 {
		t.Errorf("%s asks for %q", where, asked)
	}
	l.Lock()
	defer l.Unlock()
	if len(l.faults) > 0 {
		t.Errorf("%s: the browser complains: %q", where, l.faults)
	}
	l.asked, l.faults = nil, nil
}
