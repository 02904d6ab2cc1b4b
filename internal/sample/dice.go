package sample

import (
	"encoding/binary"
	"encoding/hex"
	"math/rand/v2"
	"strings"
	"time"

	"thidua"
)

// dice are the chances of one agency: the same seed and place give the same agency, whatever stands around it.
type dice struct{ *rand.Rand }

func newDice(seed uint64, place int) dice {
	return dice{rand.New(rand.NewPCG(seed, uint64(place)*0x9e3779b97f4a7c15+1))}
}

// chance is true in so many of a hundred cases.
func (d dice) chance(percent int) bool { return d.IntN(100) < percent }

// between gives a number from low to high, both included.
func (d dice) between(low, high int) int { return low + d.IntN(high-low+1) }

func pick[T any](d dice, all []T) T { return all[d.IntN(len(all))] }

// id makes an id that sorts by a moment, as those of the store do.
func (d dice) id(at time.Time) string {
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], uint64(at.UnixMilli())<<16|d.Uint64()&0xffff)
	binary.BigEndian.PutUint64(b[8:], d.Uint64())
	b[6], b[8] = b[6]&0x0f|0x70, b[8]&0x3f|0x80
	h := hex.EncodeToString(b[:])
	return strings.Join([]string{h[:8], h[8:12], h[12:16], h[16:20], h[20:]}, "-")
}

// moment is a time of a day of the sample.
func moment(day thidua.Date, hour, minute int) time.Time {
	return day.Time().Add(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute)
}
