package ui

import "context"

type doors struct{}

// WithDoors tells the components of a page which addresses its reader may open, so that no link leads to a refusal.
func WithDoors(ctx context.Context, open func(url string) bool) context.Context {
	return context.WithValue(ctx, doors{}, open)
}

// Opens tells whether the reader of the page may open an address; every address is open where nobody said otherwise.
func Opens(ctx context.Context, url string) bool {
	open, told := ctx.Value(doors{}).(func(string) bool)
	return !told || open(url)
}
