package browser

import (
	"context"
	"sync"
	"thidua/internal/plan/extract/pdf"

	"github.com/chromedp/chromedp"
)

var chromium struct {
	once sync.Once
	ctx  context.Context
	stop []context.CancelFunc
	err  error
}

// Main runs the tests of a package and then closes the browser; call it from TestMain with os.Exit.
func Main(m interface{ Run() int }) int {
	pdf.Child()
	code := m.Run()
	for i := len(chromium.stop) - 1; i >= 0; i-- {
		chromium.stop[i]()
	}
	return code
}

func start() {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	allocator, free := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stop := chromedp.NewContext(allocator)
	chromium.ctx, chromium.stop = ctx, []context.CancelFunc{free, stop}
	chromium.err = chromedp.Do(ctx, chromedp.Navigate("about:blank"))
}
