package main

import (
	"thidua"
	"thidua/internal/audit"
	"thidua/internal/demo"
)

// english holds the sentences of --lang en for those who run the machine; the pages speak Vietnamese only.
var english = map[thidua.Code]string{
	CodeUsage: `Usage: thidua COMMAND [--data DIR | --database-url URL] [--lang en]
  demo [--addr …] [--data ./thidua-demo] [--today dd/mm/yyyy]   a sample agency with the real plan; prints its accounts
  user add NAME [--role admin,office,…] [--agency NAME]   add an account; the first one also founds the agency
       [--person CODE] [--password-stdin] [--parent …] [--place …] [--symbol …] [--leader …]
  user passwd NAME                                        give an account a new first password
  user disable NAME                                       close an account and end its sessions
  serve [--addr …] [--base-url …] [--tls-cert FILE --tls-key FILE | --tls-self-signed | --allow-http]   run the server
  import units|people FILE.xlsx [--dry-run]               import units or people; --dry-run only shows what would change
  export units|people FILE.xlsx                           write a list, which is the template as well
  plan read FILE [--format json|text]                     read a plan
  audit verify [--checkpoint FILE]                        prove the log
  version`,
	CodeFlag:                 "Wrong flag: %s",
	CodeFailed:               "Failed: %s",
	CodeAgencyNeeded:         "There is no agency yet: name it with --agency.",
	CodeAgencyUnclear:        "There are several agencies: name one with --agency.",
	CodeAccountMade:          "Account %s was added. First password, to be changed at sign-in: %s",
	CodeListening:            "Thi Dua is running at %s",
	CodeDemoMade:             "Sample data without any value. The sample stands on %s. Accounts (user name, password, person, role):",
	CodeDemoAccount:          "- %s, password %s: %s, %s",
	CodeDemoDay:              "This is no day: %s. Write it as 14/01/2025.",
	demo.CodeOtherData:       "The folder %s holds other data: name another one with --data.",
	demo.CodeOtherDay:        "The sample in %s stands on %s: leave --today out, or name another folder with --data.",
	demo.CodeDayBefore:       "The sample begins on %s.",
	CodeTLSFlags:             "These flags exclude each other: --tls-cert needs --tls-key; choose one of --tls-cert, --tls-self-signed, --allow-http.",
	CodeTLSNeeded:            "This address is open beyond this machine: use --tls-cert and --tls-key, --tls-self-signed, or --allow-http.",
	CodeFileMissing:          "The file %s cannot be opened.",
	CodeImportWrong:          "Nothing was imported: %d cells have to be corrected, see above.",
	CodeImportDry:            "It would add %d, change %d, keep %d. Nothing was changed.",
	CodeImportDone:           "Added %d, changed %d, kept %d.",
	CodeImportAdded:          "Row %d: adds %s",
	CodeImportChanged:        "Row %d: changes %s",
	CodeExported:             "The file %s was written.",
	"sheet.damaged":          "This file cannot be read as .xlsx.",
	"sheet.empty":            "The file has no rows of data.",
	"sheet.column":           "The column %q is missing.",
	CodePasswordTyped:        "as typed",
	CodePasswordGiven:        "Account %s has a new first password: %s",
	CodeAccountClosed:        "Account %s is closed.",
	CodeOperator:             "Operator at the server",
	CodeLogGood:              "%s: %d events are as they were, %d of them signed; %d wait for their place, %d details erased.",
	CodeLogBroken:            "%s: the log is broken at entry %d (%s).",
	"store.no-data":          "There are no data in %s.",
	"store.in-use":           "Another program is working on %s: stop it first.",
	"store.outdated":         "The data were written by another version of the program.",
	"store.unreachable":      "The database at %s cannot be opened.",
	"not-found":              "There is no such object.",
	"taken":                  "This name is already taken.",
	"auth.password-short":    "The password has fewer than %d characters.",
	"auth.password-long":     "The password has more than %d characters.",
	"auth.password-common":   "The password is one that everybody tries first.",
	"auth.password-name":     "The password contains the user name.",
	thidua.CodeUserNameWrong: "A user name has 3 to 40 letters without marks, digits, dots, dashes.",
	thidua.CodeRoleUnknown:   "This role cannot be given by hand.",
	thidua.CodeNameMissing:   "The name is missing.",
	audit.FlawGap:            "an entry is missing",
	audit.FlawGone:           "the event of this entry is gone",
	audit.FlawChanged:        "the event was changed",
	audit.FlawDetail:         "names, reason or values beside the event were changed",
	audit.FlawNode:           "the tree does not agree",
	audit.FlawCheckpoint:     "it is not the log that was signed before",
	audit.FlawSignature:      "a checkpoint is not signed by this key",
	audit.FlawShort:          "signed events are missing at the end",
}
