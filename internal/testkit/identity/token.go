package identity

import (
	"crypto"
	"crypto/hmac"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/json"
	"sync"
)

const keyID = "khoa-1"

// Token is an identity as it is about to be signed.
type Token struct {
	Alg    string // RS256, HS256 or none
	Key    *rsa.PrivateKey
	Claims map[string]any
}

// AnotherKey signs with a key that is not the provider's, under the name of its key.
func AnotherKey(t *Token) { t.Key = strangeKey() }

// Keys are made once: that takes longer than a whole test.
var ownKey, strangeKey = sync.OnceValue(makeKey), sync.OnceValue(makeKey)

func makeKey() *rsa.PrivateKey {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		panic(err)
	}
	return key
}

// sign gives the token as it is sent.
func (t *Token) sign() string {
	head, _ := json.Marshal(map[string]string{"alg": t.Alg, "kid": keyID, "typ": "JWT"})
	body, _ := json.Marshal(t.Claims)
	signed := text(head) + "." + text(body)
	sum := sha256.Sum256([]byte(signed))
	switch t.Alg {
	case "none":
		return signed + "."
	case "HS256": // with the public key as the shared one, as a known attack does
		mac := hmac.New(sha256.New, t.Key.N.Bytes())
		mac.Write([]byte(signed))
		return signed + "." + text(mac.Sum(nil))
	}
	signature, err := rsa.SignPKCS1v15(rand.Reader, t.Key, crypto.SHA256, sum[:])
	if err != nil {
		panic(err)
	}
	return signed + "." + text(signature)
}
