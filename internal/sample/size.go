package sample

import "slices"

// Size is how much data a sample has: in each province so many agencies with their units and people, besides Sở Nội vụ and UBND tỉnh.
type Size struct {
	Name      string
	Provinces int
	Agencies  int // of each province
	Units     int // of each province
	People    int // of each province
	Above     bool
}

// Sizes are those of the command line. A nation has as many provinces as the country, each scaled down to ten agencies.
var Sizes = []Size{
	{Name: "agency", Provinces: 1, Agencies: 1, Units: 10, People: 120},
	{Name: "province", Provinces: 1, Agencies: 160, Units: 1500, People: 30000, Above: true},
	{Name: "nation", Provinces: 34, Agencies: 10, Units: 94, People: 1000, Above: true},
}

// SizeNamed finds a size by the name that the command line gives it.
func SizeNamed(name string) (Size, bool) {
	at := slices.IndexFunc(Sizes, func(s Size) bool { return s.Name == name })
	if at < 0 {
		return Size{}, false
	}
	return Sizes[at], true
}

// shares spreads a number over so many as evenly as whole numbers allow.
func shares(whole, among int) []int {
	out := make([]int, among)
	for i := range out {
		out[i] = whole*(i+1)/among - whole*i/among
	}
	return out
}
