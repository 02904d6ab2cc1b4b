// Package vi holds every Vietnamese word spoken by Go code: labels, sentences for error codes, dates and numbers in words,
// and the two keys that databases cannot make for Vietnamese: the search key and the sort key.
package vi
