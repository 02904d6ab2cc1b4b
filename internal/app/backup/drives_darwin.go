package backup

func drives() []string { return mounted("/Volumes") }
