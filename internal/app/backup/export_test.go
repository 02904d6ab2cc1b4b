package backup

// Wait waits for the work under way.
func (d *Desk) Wait() {
	d.mu.Lock()
	over := d.over
	d.mu.Unlock()
	<-over
}
