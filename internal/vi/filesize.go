package vi

// FileSize writes a size in bytes as people read it: "412 KB", "2,5 MB".
func FileSize(bytes int64) string {
	const kilo, mega = 1 << 10, 1 << 20
	if bytes < mega {
		return Whole(int((bytes+kilo-1)/kilo)) + " KB"
	}
	return Number((bytes*10/mega)*10) + " MB"
}
