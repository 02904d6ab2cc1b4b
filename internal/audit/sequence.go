package audit

import "context"

// batch is how many events get their place in one transaction.
const batch = 500

// Sequencer is the log as the store keeps it: it places up to n waiting events of each agency and counts them.
type Sequencer interface {
	Sequence(ctx context.Context, n int) (int, error)
}

// Sequence places events in batches until none waits, and counts them.
func Sequence(ctx context.Context, log Sequencer) (int, error) {
	total := 0
	for {
		n, err := log.Sequence(ctx, batch)
		total += n
		if err != nil || n == 0 {
			return total, err
		}
	}
}
