package app

import (
	"context"
	"errors"
	"io"
	"os"

	"thidua"
	"thidua/internal/file"
)

// CodeNoFiles is an upload to a program without a folder for files.
const CodeNoFiles thidua.Code = "file.no-folder"

// KeepFile looks at an uploaded file and keeps it for the actor's agency; what is wrong with it stands at the given field of the form.
// The file counts only once a use case has written it down.
func (a *App) KeepFile(ctx context.Context, actor thidua.Actor, field, name string, body io.Reader) (thidua.FileRef, error) {
	if a.files == nil {
		return thidua.FileRef{}, thidua.Refuse(thidua.Internal, CodeNoFiles)
	}
	kept, err := a.files.Put(ctx, actor.Tenant, name, body)
	var refusal *thidua.Error
	if errors.As(err, &refusal) && refusal.Kind == thidua.Invalid && len(refusal.Faults) == 0 {
		return thidua.FileRef{}, thidua.Faults{{Field: field, Code: refusal.Code, Args: refusal.Args}}.Err()
	}
	return thidua.FileRef{Hash: kept.Hash, Name: kept.Name, Type: kept.Type, Size: kept.Size}, err
}

// openFile gives a kept file of the agency; the use case has checked the right to it. The caller closes it.
func (a *App) openFile(actor thidua.Actor, ref thidua.FileRef) (*os.File, error) {
	if a.files == nil {
		return nil, thidua.Refuse(thidua.Internal, CodeNoFiles)
	}
	return a.files.Open(actor.Tenant, ref.Hash)
}

// checkMark refuses words that carry the mark of a state secret: such a document is not even named here (decision 13).
func checkMark(f *thidua.Faults, field, text string) {
	if mark := file.Marked(text); mark != "" {
		f.Add(field, file.CodeSecret, mark)
	}
}
