package backup

import "golang.org/x/sys/windows"

// DriveFolders is empty: a drive has a letter of its own.
func DriveFolders() []string { return nil }

// drives lists the drives that can be pulled out.
func drives() (out []string) {
	for letter := 'D'; letter <= 'Z'; letter++ {
		root := string(letter) + `:\`
		name, err := windows.UTF16PtrFromString(root)
		if err == nil && windows.GetDriveType(name) == windows.DRIVE_REMOVABLE {
			out = append(out, root)
		}
	}
	return out
}
