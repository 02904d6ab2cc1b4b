// Package bucket is the shelf of kept files in an S3-compatible store that the operator named.
package bucket

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"net/url"
	"path"
	"regexp"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"

	"thidua/internal/file"
	"thidua/internal/outbound"
)

// Settings is how the store is reached. Endpoint is https://HOST[:PORT], or http:// for a store on the same machine or line; Secret comes from
// a file and is never shown.
type Settings struct{ Endpoint, Bucket, Region, Key, Secret string }

// String names the place without the secret.
func (s Settings) String() string { return s.Endpoint + "/" + s.Bucket }

// GoString is String: no way of printing shows the secret.
func (s Settings) GoString() string { return s.String() }

// ErrSettings is an endpoint, a bucket or a key that cannot be used.
var ErrSettings = errors.New("bucket: endpoint, bucket, key and secret are all needed")

// tries bounds how often a request is sent again; a person waits for it.
const tries = 2

// Bucket is an open store.
type Bucket struct {
	client *minio.Client
	name   string
}

// Open makes the client; nothing is asked yet, so that a store that is down does not keep the server from starting.
func Open(s Settings) (*Bucket, error) {
	u, err := url.Parse(s.Endpoint)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || s.Bucket == "" || s.Key == "" || s.Secret == "" {
		return nil, ErrSettings
	}
	client, err := minio.New(u.Host, &minio.Options{
		Creds: credentials.NewStaticV4(s.Key, s.Secret, ""), Secure: u.Scheme == "https", Region: s.Region,
		Transport: outbound.Client(u.Hostname()).Transport, BucketLookup: minio.BucketLookupPath, MaxRetries: tries,
	})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrSettings, err)
	}
	return &Bucket{client, s.Bucket}, nil
}

// missing turns the store's word for a missing file into fs.ErrNotExist.
func missing(err error) error {
	if minio.ToErrorResponse(err).Code == minio.NoSuchKey {
		return fs.ErrNotExist
	}
	return err
}

func keyOf(address string) string { return path.Join(address[:2], address) }

// Put sends the file in one request that never replaces another.
func (b *Bucket) Put(ctx context.Context, address string, staged file.Staged) (err error) {
	in, err := staged.Root.Open(staged.Name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	how := minio.PutObjectOptions{ContentType: "application/octet-stream", DisableMultipart: true}
	how.SetMatchETagExcept("*")
	_, err = b.client.PutObject(ctx, b.name, keyOf(address), in, staged.Size, how)
	if minio.ToErrorResponse(err).Code == minio.PreconditionFailed {
		return nil // it stands there already; the address is that of the content
	}
	return err
}

// Open gives the bytes as they come.
func (b *Bucket) Open(ctx context.Context, address string) (io.ReadCloser, error) {
	o, err := b.client.GetObject(ctx, b.name, keyOf(address), minio.GetObjectOptions{})
	if err != nil {
		return nil, missing(err)
	}
	if _, err := o.Stat(); err != nil {
		return nil, errors.Join(missing(err), o.Close())
	}
	return o, nil
}

// Stat asks for the head alone.
func (b *Bucket) Stat(ctx context.Context, address string) (file.About, error) {
	o, err := b.client.StatObject(ctx, b.name, keyOf(address), minio.StatObjectOptions{})
	if err != nil {
		return file.About{}, missing(err)
	}
	return file.About{Address: address, Size: o.Size, At: o.LastModified}, nil
}

// Delete takes the object away.
func (b *Bucket) Delete(ctx context.Context, address string) error {
	if err := missing(b.client.RemoveObject(ctx, b.name, keyOf(address), minio.RemoveObjectOptions{})); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

var ours = regexp.MustCompile(`^[0-9a-f]{2}/([0-9a-f]{64})$`)

// List gives the objects that bear an address.
func (b *Bucket) List(ctx context.Context) iter.Seq2[file.About, error] {
	return func(yield func(file.About, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		for o := range b.client.ListObjects(ctx, b.name, minio.ListObjectsOptions{Recursive: true}) {
			m := ours.FindStringSubmatch(o.Key)
			if o.Err == nil && m == nil {
				continue
			}
			about := file.About{Size: o.Size, At: o.LastModified}
			if m != nil {
				about.Address = m[1]
			}
			if !yield(about, o.Err) || o.Err != nil {
				return
			}
		}
	}
}
