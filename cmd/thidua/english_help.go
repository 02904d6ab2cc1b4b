package main

import "thidua"

// englishHelp holds the texts of --help for --lang en.
var englishHelp = map[thidua.Code]string{
	CodeUsage: `Usage: thidua COMMAND [FLAGS]

  demo                      open a sample agency with the real plan; prints its accounts
  start                     run on this PC and open the browser, as a double click does
  serve                     run the server of an agency
  user add NAME             add an account; the first one also founds the agency
  user invite NAME          make a one-time link or code by which somebody chooses his password
  user passwd NAME          give an account a new first password
  user reset-factor NAME    take away a second factor whose telephone and codes are lost
  user disable NAME         close an account and end its sessions
  import units FILE.xlsx    import units from Excel
  import people FILE.xlsx   import people and their posts from Excel
  import registrations FILE.xlsx   bring back registrations changed in Excel
  import scores FILE.xlsx   bring back scores changed in Excel
  export units FILE.xlsx    write the list of units, which is the template as well
  export people FILE.xlsx   write the list of people, which is the template as well
  export registrations FILE.xlsx   write registrations, to be changed in Excel
  export scores FILE.xlsx   write scores, to be changed in Excel
  paper samples --out DIR   write one sample of every form, as DOCX and PDF
  plan read FILE            read a plan and print what was understood
  sample --size SIZE        make large sample data: agency, province or nation
  audit verify              prove the log
  database prepare          prepare PostgreSQL: the schema, the rights of the server
  files check               checks every kept file and looks for malware
  backup FILE.zip           write all data into one file
  restore FILE.zip          bring a backup back into an empty folder
  verify FILE               prove a paper, proof sheet, package, log or letter
  version                   print the version

The flags of a command: thidua COMMAND --help. Every command takes --lang en.`,

	CodeHelpDemo: `Usage: thidua demo [FLAGS]
Makes a sample agency (about a minute the first time), prints its accounts and serves it.

  --data DIR           where the sample lives (default ./thidua-demo); a sample that is there is opened again
  --today dd/mm/yyyy   the day on which it stands (default 14/01/2025, 10/08/2021 at the earliest)
  --province           with the home affairs department, the provincial committee and more senders (accounts sonoivu, ubndtinh)
  --addr HOST:PORT     the address for the browser (default localhost:8080)
The other flags of a connection are those of thidua serve.`,

	CodeHelpServe: `Usage: thidua serve [FLAGS]
Runs the server on the data of an agency until Ctrl+C.

  --data DIR              the data folder (default ./thidua-data)
  --database-url URL      PostgreSQL (postgres://…); files and the key of the log stay in --data
  --addr HOST:PORT        where to listen (default localhost:8080: this machine only)
  --tls-cert FILE --tls-key FILE   encrypt with the agency's certificate
  --tls-self-signed       encrypt with a certificate of our own, kept in the data folder
  --allow-http            answer other machines without encryption; the log keeps it
  --base-url URL          the address that people type, when it is another one
  --trusted-proxies NETS  networks of a proxy in front, for instance 10.0.0.0/8
  --backup-dir DIR        where backups are kept (default thidua-sao-luu beside the data folder)
  --signature-roots FILE  certificates of the authorities that the agency trusts for digital signatures (PEM)
  --help-line TEXT        who helps, on the sign-in page
  --log-format FORM       form of the technical log: text (default) or json
  --unconfined            do not let the system refuse what the server does not need (Linux); only to look for a fault
  --second-factor WHICH   required or offered, for administrators and all who approve (default required
                          when reached from other machines, else offered)
  --oidc-issuer URL       sign in through a provider of identities too (OpenID Connect, https://…), such as that of
                          the province; needs --base-url; or THIDUA_OIDC_ISSUER
  --oidc-client-id ID --oidc-secret-file FILE    the name of this server there, and the file with its secret
  --oidc-name NAME        what people know its accounts by, on the button (THIDUA_OIDC_NAME)
  --oidc-hosts HOST,…     further hosts on which its endpoints lie (THIDUA_OIDC_HOSTS)
  --smtp-host HOST:PORT   the agency's mail server; without it no mail is sent
  --smtp-from ADDRESS     the address that reminders come from; goes with --smtp-host
  --smtp-user NAME        name at the mail server, if it asks for one
  --smtp-password-file FILE  the file with the password of that name
  --smtp-tls              TLS from the first byte (port 465); STARTTLS otherwise
  --anchor-to ADDRESS,…   who gets a checkpoint of the log every day, besides leaders and inspectors
  --s3-endpoint URL       a store of files in place of the data folder (https://…); or THIDUA_S3_ENDPOINT
  --s3-bucket NAME --s3-region REGION --s3-key KEY    where in it, and the access key (THIDUA_S3_BUCKET, …)
  --s3-secret-file FILE   the file with the secret key
  --clamd ADDRESS         the ClamAV scanner: tcp://HOST:PORT or unix:/PATH (THIDUA_CLAMD)
  --clamd-accept-unscanned  take files while the scanner does not answer, marked as not scanned`,

	CodeHelpUserAdd: `Usage: thidua user add NAME [FLAGS]
Adds an account and prints its first password. A name has 3 to 32 small letters without marks, digits, dots, dashes.

  --agency NAME        the agency: to found it, or when there are several
  --role ROLE,…        admin (default), office, leader, clerk, helper, inspector
  --admin              add the role of administrator
  --person CODE        bind it to the person with this code
  --password-stdin     read the password from standard input instead of making one
What is printed on papers, when the agency is founded:
  --parent NAME  --place PLACE  --symbol LETTERS  --leader "title of the head"
  --kind co-quan|so-noi-vu|ubnd-tinh
  --data DIR           the data folder (default ./thidua-data), or --database-url URL
Stop the server before running this on a data folder.`,

	CodeHelpUserInvite: `Usage: thidua user invite NAME [FLAGS]
Makes a code by which the owner of the account chooses the password: it works once, for 7 days; an earlier one is void.

  --base-url URL       the address that people use: prints a link; without it the code, and where to type it
  --new                add the account first; with
  --role ROLE,…        office, leader, clerk, helper, inspector, admin (default none)
  --person CODE        bind it to the person with this code
  --agency NAME        the agency, when there are several
  --data DIR           the data folder (default ./thidua-data), or --database-url URL
Stop the server before running this on a data folder.`,

	CodeHelpUser: `Usage: thidua user passwd NAME | thidua user reset-factor NAME | thidua user disable NAME
passwd gives a new first password; reset-factor takes the second factor away; disable closes the account. All end its open sessions at once.

  --agency NAME   the agency, when there are several
  --data DIR      the data folder (default ./thidua-data), or --database-url URL
Stop the server before running this on a data folder.`,

	CodeHelpImport: `Usage: thidua import units FILE.xlsx | thidua import people FILE.xlsx
Imports a list: a known code changes, a new one is added. With one wrong cell nothing is imported and each cell is named.

  --dry-run       only show what would change
  --agency NAME   the agency, when there are several
  --data DIR      the data folder (default ./thidua-data), or --database-url URL
Templates: thidua export units FILE.xlsx, thidua export people FILE.xlsx.
Stop the server before running this on a data folder.`,

	CodeHelpExport: `Usage: thidua export units FILE.xlsx | thidua export people FILE.xlsx
Writes the units or the people, which is the template for an import as well. The list of people holds years of birth: that it was written stands
in the log, so with the embedded database the server has to be stopped first, or the list is taken from its page.

  --agency NAME   the agency, when there are several
  --data DIR      the data folder (default ./thidua-data), or --database-url URL`,

	CodeHelpImportYear: `Usage: thidua import registrations FILE.xlsx --as NAME | thidua import scores FILE.xlsx --as NAME
Brings back a list that thidua export has written and somebody has changed in Excel: says each difference, then keeps it. With one wrong row
nothing is kept and each cell is named.

  --as NAME       the account that does it: nothing changes that this account may not change
  --dry-run       only show what would change
  --agency NAME   the agency, when there are several
  --data DIR      the data folder (default ./thidua-data), or --database-url URL
Stop the server before running this on a data folder.`,

	CodeHelpExportYear: `Usage: thidua export registrations FILE.xlsx --as NAME | thidua export scores FILE.xlsx --as NAME
Writes the registrations or the score sheets of a year, to be changed in Excel and brought back.

  --as NAME       the account that does it: the list holds what this account may see
  --year YEAR     the year (default: the one that takes registrations)
  --agency NAME   the agency, when there are several
  --data DIR      the data folder (default ./thidua-data), or --database-url URL`,

	CodeHelpPaper: `Usage: thidua paper samples --out DIR
Writes one document of every form, NAME.docx and NAME.pdf (sets of papers, certificates and their test sheet as PDF alone), each marked as a sample without value. The sample season is played in a
temporary folder; forms of a stage that it does not have are filled from sample values of their own.

  --out DIR    where the files go; the folder is made, and files of the same name in it are replaced`,

	CodeHelpPlan: `Usage: thidua plan read FILE [--format text|json]
Reads a plan (.docx, .doc, .txt) and prints what was understood; writes nothing.

  --format text|json   an outline (default), or JSON with the place of everything in the text`,

	CodeHelpAudit: `Usage: thidua audit verify [FLAGS]
Proves the log of every agency; reads only, also while the server runs.

  --save FILE         writes the last signed checkpoint, to be kept elsewhere
  --checkpoint FILE   a checkpoint that was kept before, or a saved letter with one, which the log must agree with
  --key FILE          the public key (audit.pub) that was kept before, in place of that of the data folder
  --data DIR          the data folder (default ./thidua-data), or --database-url URL`,

	CodeHelpDatabase: `Usage: thidua database prepare --database-url URL --role ROLE
Run with the owner's address: brings the schema up to date and gives the role of the server its rights. In the log that role may only
read and add. Make the role first (CREATE ROLE … LOGIN PASSWORD …); run this again after each upgrade.

  --database-url URL   the owner's address, for this command alone
  --role ROLE          the role in the address that the server uses`,

	CodeHelpVerify: `Usage: thidua verify FILE [FLAGS]
Proves offline, without any data: a sealed package, the file of proof of a proof sheet (.json), the signed copy itself (PDF, Word, scan; the proof lies
beside it), the hashes of a log (.jsonl), or a saved letter with a checkpoint. Sample data are never valid.

  --paper FILE     the signed copy, to be compared with the proof
  --against OLDER  an earlier export or letter, out of which the log must have grown
  --key FILE       the published key: audit.pub, one key a line; for a package seal.pub or the line of the page of partners: another key is refused
  --data DIR       the data folder of the agency, for its key; for a package also --database-url URL`,

	CodeHelpSample: `Usage: thidua sample --size agency|province|nation [FLAGS]
Makes large sample data of the years 2021 to 2025 in an empty folder and prints a few accounts. The same seed gives the same data; passwords and the
times of the log are new each time. Ctrl+C breaks it off and leaves nothing behind.

  --size agency        one agency with 10 units and 120 people
  --size province      160 agencies, 1,500 units, 30,000 people, and the two bodies of the province above them
  --size nation        34 provinces of 10 agencies, 94 units and 1,000 people each
  --seed N             another number gives other data (default 1)
  --data DIR           where the data go (default ./thidua-data); the folder must be empty or not there
  --database-url URL   an empty PostgreSQL database (postgres://…) instead`,

	CodeHelpVersion: `Usage: thidua version
Prints the version of the program.`,

	CodeHelpBackup: `Usage: thidua backup FILE.zip | thidua backup DIR
Writes all data (database, evidence, signed copies, keys) into one file, also beside a running server. In DIR (a USB stick, say) the file
is named after the moment. It holds personal data and keys: guard it like the data themselves.

  --data DIR           the data folder (default ./thidua-data)
  --database-url URL   data in PostgreSQL; files and keys are in --data
  --s3-endpoint, --s3-bucket, --s3-region, --s3-key, --s3-secret-file   a store of files, as of thidua serve
A missing or changed file does not spoil the backup: the command names each one and ends with exit code 1.`,

	CodeHelpFiles: `Usage: thidua files check [FLAGS]
Reads every kept file, compares it with its address and lets the scanner look, as the nightly check does. Missing or changed files and
malware are named and give exit code 1. Beside a running server it only reads and notes nothing.

  --data DIR           the data folder (default ./thidua-data)
  --database-url URL   data in PostgreSQL; files and keys are in --data
  --clamd ADDRESS      the ClamAV scanner: tcp://HOST:PORT or unix:/PATH
  --s3-endpoint, --s3-bucket, --s3-region, --s3-key, --s3-secret-file   a store of files, as of thidua serve`,

	CodeHelpRestore: `Usage: thidua restore FILE.zip --data DIR
Checks every file of a backup and brings it back into a folder that is empty or not there. Everybody has to sign in again.

  --dry-run            only check the backup
  --data DIR           where to restore (default ./thidua-data)
  --database-url URL   restore the database into an empty PostgreSQL; files and keys go to --data
  --s3-endpoint, --s3-bucket, --s3-region, --s3-key, --s3-secret-file   a store of files, as of thidua serve`,

	CodeHelpStart: `Usage: thidua start [FLAGS]
Runs Thi Dua on this PC and opens the browser, as a double click does. No rights of an administrator are needed.

  --data DIR           the data folder (default thidua-data beside the program)
  --network            answer other machines of the network too, encrypted with a certificate of our own
  --restore FILE.zip   bring a backup back first; so does a file that is dropped on the program
  --no-browser         open no browser
  --addr HOST:PORT     another address (default the first free port from localhost:8080)`,
}
