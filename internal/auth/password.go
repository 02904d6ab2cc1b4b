// Package auth is what signing in stands on, without a database: passwords, session tokens, the lock-out after wrong tries and the
// life of a session.
package auth

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/alexedwards/argon2id"
)

// params cost about 22 ms and 19 MiB for each try, the floor that OWASP names.
var params = &argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// turns bounds the memory that many tries at once can take.
var turns = make(chan struct{}, runtime.GOMAXPROCS(0))

// Hash gives the Argon2id hash of a password in PHC form. It waits for its turn; the error is the context's.
func Hash(ctx context.Context, password string) (string, error) {
	if err := turn(ctx); err != nil {
		return "", err
	}
	defer done()
	runs.Add(1)
	return argon2id.CreateHash(password, params)
}

// Verify tells whether the password belongs to the hash, and whether the hash is weaker than today's and should be made anew. An empty
// hash (no such account) costs the same time and is never right.
func Verify(ctx context.Context, password, hash string) (right, renew bool, err error) {
	if err := turn(ctx); err != nil {
		return false, false, err
	}
	defer done()
	known := hash != ""
	if !known {
		if hash, err = nobody(); err != nil {
			return false, false, err
		}
	}
	runs.Add(1)
	right, used, err := argon2id.CheckHash(password, hash)
	if err != nil {
		return false, false, fmt.Errorf("check password: %w", err)
	}
	return right && known, *used != *params, nil
}

// nobody is the hash against which the password of a missing account is tried.
var nobody = sync.OnceValues(func() (string, error) { return argon2id.CreateHash("", params) })

// runs counts the hashes that were computed, busy those under way, peak the most that were: a test tells by them, and by no clock, that a missing
// account costs the same and that a crowd takes no more memory.
var runs, busy, peak atomic.Int64

// Runs tells how many hashes were computed since the program started.
func Runs() int64 { return runs.Load() }

// Peak tells how many hashes were computed at the same time at most; each takes 19 MiB.
func Peak() int64 { return peak.Load() }

func turn(ctx context.Context) error {
	select {
	case turns <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	now := busy.Add(1)
	for most := peak.Load(); now > most && !peak.CompareAndSwap(most, now); most = peak.Load() {
	}
	return nil
}

func done() {
	busy.Add(-1)
	<-turns
}
