package main

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/doc"
)

// drafted are the papers of the season that the program writes, by the names that they have here.
var drafted = []struct {
	name string
	kind thidua.PaperKind
}{
	{"proposal letter", thidua.PaperProposal},
	{"minutes of the council", thidua.PaperMinutes},
	{"achievement report", thidua.PaperReport},
}

// measurePapers downloads every paper as Văn phòng does, beside the writer alone on the paper as it was read.
func measurePapers(ctx context.Context, s *sample, rounds int) (table, error) {
	t := table{head: []string{"Paper", "download p50 ms", "allocs", "KB", "writer alone p50 ms", "writer allocs", "writer KB", "file KB"}}
	actor, err := s.actor(ctx, "nttha")
	if err != nil {
		return t, err
	}
	register, err := s.core.PaperRegister(ctx, actor)
	if err != nil {
		return t, err
	}
	for _, d := range drafted {
		paper, err := firstOf(register, d.kind)
		if err != nil {
			return t, err
		}
		whole, err := s.core.Paper(ctx, actor, paper)
		if err != nil {
			return t, err
		}
		tree, err := app.DocumentOf(whole.Paper)
		if err != nil {
			return t, err
		}
		for _, f := range []struct {
			name, file string
			write      func(doc.Document, io.Writer) error
		}{{"DOCX", "van-ban.docx", doc.Document.DOCX}, {"PDF", "van-ban.pdf", doc.Document.PDF}} {
			var size bytes.Buffer
			if err := f.write(tree, &size); err != nil {
				return t, err
			}
			path := "/van-ban/" + paper + "/tep/" + f.file
			c, err := measure(rounds/3+1,
				func() error { return s.get("nttha", path, packed) },
				func() error { return f.write(tree, io.Discard) })
			if err != nil {
				return t, err
			}
			t.add(d.name+", "+f.name, ms(c[0].p50), count(c[0].allocs), kb(c[0].bytes), ms(c[1].p50), count(c[1].allocs), kb(c[1].bytes), kb(size.Len()))
		}
	}
	return t, nil
}

func firstOf(r app.PaperRegister, kind thidua.PaperKind) (string, error) {
	for _, p := range append(r.Waiting, r.Issued...) {
		if p.Kind == kind {
			return p.ID, nil
		}
	}
	return "", fmt.Errorf("the sample has no paper of kind %s", kind)
}

func (s *sample) actor(ctx context.Context, user string) (thidua.Actor, error) {
	if err := s.signIn(user); err != nil {
		return thidua.Actor{}, err
	}
	return s.core.Session(ctx, s.cookies[user].Value)
}
