package vi

import "thidua"

// Amount writes a value with its unit of measure: "96,4%", "12 bài".
func Amount(q thidua.Quantity, measure string) string {
	switch measure {
	case "%":
		return Percent(q)
	case "":
		return Number(q)
	}
	return Number(q) + " " + measure
}

// FileSize writes a size in bytes as people read it: "412 KB", "2,5 MB".
func FileSize(bytes int64) string {
	const kilo, mega = 1 << 10, 1 << 20
	if bytes < mega {
		return Whole(int((bytes+kilo-1)/kilo)) + " KB"
	}
	return Number((bytes*10/mega)*10) + " MB"
}
