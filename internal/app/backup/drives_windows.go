package backup

import "golang.org/x/sys/windows"

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
