package backup

// DriveFolders lists the folders below which a drive appears that is plugged in while the server runs.
func DriveFolders() []string { return []string{"/Volumes"} }

func drives() []string { return mounted(DriveFolders()...) }
