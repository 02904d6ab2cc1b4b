package group

import "time"

// Patient lets groups grow however slow the machine is.
func Patient(w *Writer) *Writer {
	w.old = time.Hour
	return w
}

// Waiting counts who stands in the queue for the turn.
func Waiting(w *Writer) int {
	w.turn.mu.Lock()
	defer w.turn.mu.Unlock()
	return len(w.turn.queue)
}
