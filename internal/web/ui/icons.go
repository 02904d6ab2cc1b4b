package ui

// Icon names one line drawing of the set (Tabler Icons, outline, 24 grid).
type Icon string

// The icons that pages use; each is the name of the drawing in the set.
const (
	IconAlertCircle         Icon = "alert-circle"
	IconAlertTriangle       Icon = "alert-triangle"
	IconApps                Icon = "apps"
	IconArrowBack           Icon = "arrow-back"
	IconArrowBackUp         Icon = "arrow-back-up"
	IconArrowDown           Icon = "arrow-down"
	IconArrowLeft           Icon = "arrow-left"
	IconArrowRight          Icon = "arrow-right"
	IconArrowUp             Icon = "arrow-up"
	IconArrowsSort          Icon = "arrows-sort"
	IconBan                 Icon = "ban"
	IconBell                Icon = "bell"
	IconBuilding            Icon = "building"
	IconBuildingCommunity   Icon = "building-community"
	IconBulb                Icon = "bulb"
	IconCalendar            Icon = "calendar"
	IconCertificate         Icon = "certificate"
	IconChartArrowsVertical Icon = "chart-arrows-vertical"
	IconChartBar            Icon = "chart-bar"
	IconChartPie2           Icon = "chart-pie-2"
	IconCheck               Icon = "check"
	IconChecklist           Icon = "checklist"
	IconChevronDown         Icon = "chevron-down"
	IconChevronLeft         Icon = "chevron-left"
	IconChevronRight        Icon = "chevron-right"
	IconCircleCheck         Icon = "circle-check"
	IconCircleDashed        Icon = "circle-dashed"
	IconCircleMinus         Icon = "circle-minus"
	IconClipboardCheck      Icon = "clipboard-check"
	IconClipboardList       Icon = "clipboard-list"
	IconClock               Icon = "clock"
	IconCloudCheck          Icon = "cloud-check"
	IconColumns3            Icon = "columns-3"
	IconCopy                Icon = "copy"
	IconDatabase            Icon = "database"
	IconDeviceFloppy        Icon = "device-floppy"
	IconDeviceMobile        Icon = "device-mobile"
	IconDownload            Icon = "download"
	IconEdit                Icon = "edit"
	IconExternalLink        Icon = "external-link"
	IconEye                 Icon = "eye"
	IconEyeCheck            Icon = "eye-check"
	IconFileArrowRight      Icon = "file-arrow-right"
	IconFileCheck           Icon = "file-check"
	IconFileExport          Icon = "file-export"
	IconFileImport          Icon = "file-import"
	IconFileSpreadsheet     Icon = "file-spreadsheet"
	IconFileText            Icon = "file-text"
	IconFileTypeDocx        Icon = "file-type-docx"
	IconFileTypePdf         Icon = "file-type-pdf"
	IconFilter              Icon = "filter"
	IconFlag                Icon = "flag"
	IconFolderOpen          Icon = "folder-open"
	IconFolders             Icon = "folders"
	IconGavel               Icon = "gavel"
	IconHelpCircle          Icon = "help-circle"
	IconHistory             Icon = "history"
	IconHome                Icon = "home"
	IconIdBadge2            Icon = "id-badge-2"
	IconInbox               Icon = "inbox"
	IconInfoCircle          Icon = "info-circle"
	IconKey                 Icon = "key"
	IconLayoutGrid          Icon = "layout-grid"
	IconLink                Icon = "link"
	IconListCheck           Icon = "list-check"
	IconListNumbers         Icon = "list-numbers"
	IconLoader2             Icon = "loader-2"
	IconLock                Icon = "lock"
	IconLogout              Icon = "logout"
	IconMail                Icon = "mail"
	IconMailForward         Icon = "mail-forward"
	IconMailOpened          Icon = "mail-opened"
	IconMenu2               Icon = "menu-2"
	IconMessage             Icon = "message"
	IconMessageCircle       Icon = "message-circle"
	IconMinus               Icon = "minus"
	IconMoon                Icon = "moon"
	IconPaperclip           Icon = "paperclip"
	IconPencil              Icon = "pencil"
	IconPhone               Icon = "phone"
	IconPhoto               Icon = "photo"
	IconPlayerPause         Icon = "player-pause"
	IconPlus                Icon = "plus"
	IconPrinter             Icon = "printer"
	IconQrcode              Icon = "qrcode"
	IconRefresh             Icon = "refresh"
	IconRotateClockwise     Icon = "rotate-clockwise"
	IconScale               Icon = "scale"
	IconSearch              Icon = "search"
	IconSelector            Icon = "selector"
	IconSend                Icon = "send"
	IconServer              Icon = "server"
	IconSettings            Icon = "settings"
	IconShield              Icon = "shield"
	IconSpeakerphone        Icon = "speakerphone"
	IconSun                 Icon = "sun"
	IconTarget              Icon = "target"
	IconTargetArrow         Icon = "target-arrow"
	IconTrash               Icon = "trash"
	IconUpload              Icon = "upload"
	IconUser                Icon = "user"
	IconUserCheck           Icon = "user-check"
	IconUsers               Icon = "users"
	IconWriting             Icon = "writing"
	IconWritingSign         Icon = "writing-sign"
	IconX                   Icon = "x"
	IconZoom                Icon = "zoom"
	IconCircle              Icon = "circle"
	IconArchive             Icon = "archive"
	IconTrophy              Icon = "trophy"
	IconClipboard           Icon = "clipboard"
	IconReport              Icon = "report"
	IconStack2              Icon = "stack-2"
	IconUserCog             Icon = "user-cog"
	IconDatabaseExport      Icon = "database-export"
	IconDeviceDesktop       Icon = "device-desktop"
)

// strokes holds the paths of each drawing.
var strokes = map[Icon][]string{
	IconAlertCircle:         {"M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0", "M12 8v4", "M12 16h.01"},
	IconAlertTriangle:       {"M12 9v4", "M10.363 3.591l-8.106 13.534a1.914 1.914 0 0 0 1.636 2.871h16.214a1.914 1.914 0 0 0 1.636 -2.87l-8.106 -13.536a1.914 1.914 0 0 0 -3.274 0", "M12 16h.01"},
	IconApps:                {"M4 5a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1l0 -4", "M4 15a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1l0 -4", "M14 15a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1l0 -4", "M14 7l6 0", "M17 4l0 6"},
	IconArrowBack:           {"M9 11l-4 4l4 4m-4 -4h11a4 4 0 0 0 0 -8h-1"},
	IconArrowBackUp:         {"M9 14l-4 -4l4 -4", "M5 10h11a4 4 0 1 1 0 8h-1"},
	IconArrowDown:           {"M12 5l0 14", "M18 13l-6 6", "M6 13l6 6"},
	IconArrowLeft:           {"M5 12l14 0", "M5 12l6 6", "M5 12l6 -6"},
	IconArrowRight:          {"M5 12l14 0", "M13 18l6 -6", "M13 6l6 6"},
	IconArrowUp:             {"M12 5l0 14", "M18 11l-6 -6", "M6 11l6 -6"},
	IconArrowsSort:          {"M3 9l4 -4l4 4m-4 -4v14", "M21 15l-4 4l-4 -4m4 4v-14"},
	IconBan:                 {"M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0", "M5.7 5.7l12.6 12.6"},
	IconBell:                {"M10 5a2 2 0 1 1 4 0a7 7 0 0 1 4 6v3a4 4 0 0 0 2 3h-16a4 4 0 0 0 2 -3v-3a7 7 0 0 1 4 -6", "M9 17v1a3 3 0 0 0 6 0v-1"},
	IconBuilding:            {"M3 21l18 0", "M9 8l1 0", "M9 12l1 0", "M9 16l1 0", "M14 8l1 0", "M14 12l1 0", "M14 16l1 0", "M5 21v-16a2 2 0 0 1 2 -2h10a2 2 0 0 1 2 2v16"},
	IconBuildingCommunity:   {"M8 9l5 5v7h-5v-4m0 4h-5v-7l5 -5m1 1v-6a1 1 0 0 1 1 -1h10a1 1 0 0 1 1 1v17h-8", "M13 7l0 .01", "M17 7l0 .01", "M17 11l0 .01", "M17 15l0 .01"},
	IconBulb:                {"M3 12h1m8 -9v1m8 8h1m-15.4 -6.4l.7 .7m12.1 -.7l-.7 .7", "M9 16a5 5 0 1 1 6 0a3.5 3.5 0 0 0 -1 3a2 2 0 0 1 -4 0a3.5 3.5 0 0 0 -1 -3", "M9.7 17l4.6 0"},
	IconCalendar:            {"M4 7a2 2 0 0 1 2 -2h12a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-12a2 2 0 0 1 -2 -2v-12", "M16 3v4", "M8 3v4", "M4 11h16"},
	IconCertificate:         {"M12 15a3 3 0 1 0 6 0a3 3 0 1 0 -6 0", "M13 17.5v4.5l2 -1.5l2 1.5v-4.5", "M10 19h-5a2 2 0 0 1 -2 -2v-10c0 -1.1 .9 -2 2 -2h14a2 2 0 0 1 2 2v10a2 2 0 0 1 -1 1.73", "M6 9l12 0", "M6 12l3 0", "M6 15l2 0"},
	IconChartArrowsVertical: {"M18 21v-14", "M9 15l3 -3l3 3", "M15 10l3 -3l3 3", "M3 21l18 0", "M12 21l0 -9", "M3 6l3 -3l3 3", "M6 21v-18"},
	IconChartBar:            {"M3 13a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v6a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1l0 -6", "M15 9a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v10a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1l0 -10", "M9 5a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v14a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1l0 -14", "M4 20h14"},
	IconChartPie2:           {"M12 3v9h9", "M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0"},
	IconCheck:               {"M5 12l5 5l10 -10"},
	IconChecklist:           {"M9.615 20h-2.615a2 2 0 0 1 -2 -2v-12a2 2 0 0 1 2 -2h8a2 2 0 0 1 2 2v8", "M14 19l2 2l4 -4", "M9 8h4", "M9 12h2"},
	IconChevronDown:         {"M6 9l6 6l6 -6"},
	IconChevronLeft:         {"M15 6l-6 6l6 6"},
	IconChevronRight:        {"M9 6l6 6l-6 6"},
	IconCircleCheck:         {"M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0", "M9 12l2 2l4 -4"},
	IconCircleDashed:        {"M8.56 3.69a9 9 0 0 0 -2.92 1.95", "M3.69 8.56a9 9 0 0 0 -.69 3.44", "M3.69 15.44a9 9 0 0 0 1.95 2.92", "M8.56 20.31a9 9 0 0 0 3.44 .69", "M15.44 20.31a9 9 0 0 0 2.92 -1.95", "M20.31 15.44a9 9 0 0 0 .69 -3.44", "M20.31 8.56a9 9 0 0 0 -1.95 -2.92", "M15.44 3.69a9 9 0 0 0 -3.44 -.69"},
	IconCircleMinus:         {"M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0", "M9 12l6 0"},
	IconClipboardCheck:      {"M9 5h-2a2 2 0 0 0 -2 2v12a2 2 0 0 0 2 2h10a2 2 0 0 0 2 -2v-12a2 2 0 0 0 -2 -2h-2", "M9 5a2 2 0 0 1 2 -2h2a2 2 0 0 1 2 2a2 2 0 0 1 -2 2h-2a2 2 0 0 1 -2 -2", "M9 14l2 2l4 -4"},
	IconClipboardList:       {"M9 5h-2a2 2 0 0 0 -2 2v12a2 2 0 0 0 2 2h10a2 2 0 0 0 2 -2v-12a2 2 0 0 0 -2 -2h-2", "M9 5a2 2 0 0 1 2 -2h2a2 2 0 0 1 2 2a2 2 0 0 1 -2 2h-2a2 2 0 0 1 -2 -2", "M9 12l.01 0", "M13 12l2 0", "M9 16l.01 0", "M13 16l2 0"},
	IconClock:               {"M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0", "M12 7v5l3 3"},
	IconCloudCheck:          {"M11 18.004h-4.343c-2.572 -.004 -4.657 -2.011 -4.657 -4.487c0 -2.475 2.085 -4.482 4.657 -4.482c.393 -1.762 1.794 -3.2 3.675 -3.773c1.88 -.572 3.956 -.193 5.444 1c1.488 1.19 2.162 3.007 1.77 4.769h.99c1.388 0 2.585 .82 3.138 2.007", "M15 19l2 2l4 -4"},
	IconColumns3:            {"M3 4a1 1 0 0 1 1 -1h16a1 1 0 0 1 1 1v16a1 1 0 0 1 -1 1h-16a1 1 0 0 1 -1 -1v-16", "M9 3v18", "M15 3v18"},
	IconCopy:                {"M7 9.667a2.667 2.667 0 0 1 2.667 -2.667h8.666a2.667 2.667 0 0 1 2.667 2.667v8.666a2.667 2.667 0 0 1 -2.667 2.667h-8.666a2.667 2.667 0 0 1 -2.667 -2.667l0 -8.666", "M4.012 16.737a2.005 2.005 0 0 1 -1.012 -1.737v-10c0 -1.1 .9 -2 2 -2h10c.75 0 1.158 .385 1.5 1"},
	IconDatabase:            {"M4 6a8 3 0 1 0 16 0a8 3 0 1 0 -16 0", "M4 6v6a8 3 0 0 0 16 0v-6", "M4 12v6a8 3 0 0 0 16 0v-6"},
	IconDeviceFloppy:        {"M6 4h10l4 4v10a2 2 0 0 1 -2 2h-12a2 2 0 0 1 -2 -2v-12a2 2 0 0 1 2 -2", "M10 14a2 2 0 1 0 4 0a2 2 0 1 0 -4 0", "M14 4l0 4l-6 0l0 -4"},
	IconDeviceMobile:        {"M6 5a2 2 0 0 1 2 -2h8a2 2 0 0 1 2 2v14a2 2 0 0 1 -2 2h-8a2 2 0 0 1 -2 -2v-14", "M11 4h2", "M12 17v.01"},
	IconDownload:            {"M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2 -2v-2", "M7 11l5 5l5 -5", "M12 4l0 12"},
	IconEdit:                {"M7 7h-1a2 2 0 0 0 -2 2v9a2 2 0 0 0 2 2h9a2 2 0 0 0 2 -2v-1", "M20.385 6.585a2.1 2.1 0 0 0 -2.97 -2.97l-8.415 8.385v3h3l8.385 -8.415", "M16 5l3 3"},
	IconExternalLink:        {"M12 6h-6a2 2 0 0 0 -2 2v10a2 2 0 0 0 2 2h10a2 2 0 0 0 2 -2v-6", "M11 13l9 -9", "M15 4h5v5"},
	IconEye:                 {"M10 12a2 2 0 1 0 4 0a2 2 0 0 0 -4 0", "M21 12c-2.4 4 -5.4 6 -9 6c-3.6 0 -6.6 -2 -9 -6c2.4 -4 5.4 -6 9 -6c3.6 0 6.6 2 9 6"},
	IconEyeCheck:            {"M10 12a2 2 0 1 0 4 0a2 2 0 0 0 -4 0", "M11.102 17.957c-3.204 -.307 -5.904 -2.294 -8.102 -5.957c2.4 -4 5.4 -6 9 -6c3.6 0 6.6 2 9 6a19.5 19.5 0 0 1 -.663 1.032", "M15 19l2 2l4 -4"},
	IconFileArrowRight:      {"M14 3v4a1 1 0 0 0 1 1h4", "M17 21h-10a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2h7l5 5v11a2 2 0 0 1 -2 2", "M9 15h6", "M12.5 17.5l2.5 -2.5l-2.5 -2.5"},
	IconFileCheck:           {"M14 3v4a1 1 0 0 0 1 1h4", "M17 21h-10a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2h7l5 5v11a2 2 0 0 1 -2 2", "M9 15l2 2l4 -4"},
	IconFileExport:          {"M14 3v4a1 1 0 0 0 1 1h4", "M11.5 21h-4.5a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2h7l5 5v5m-5 6h7m-3 -3l3 3l-3 3"},
	IconFileImport:          {"M14 3v4a1 1 0 0 0 1 1h4", "M5 13v-8a2 2 0 0 1 2 -2h7l5 5v11a2 2 0 0 1 -2 2h-5.5m-9.5 -2h7m-3 -3l3 3l-3 3"},
	IconFileSpreadsheet:     {"M14 3v4a1 1 0 0 0 1 1h4", "M17 21h-10a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2h7l5 5v11a2 2 0 0 1 -2 2", "M8 11h8v7h-8l0 -7", "M8 15h8", "M11 11v7"},
	IconFileText:            {"M14 3v4a1 1 0 0 0 1 1h4", "M17 21h-10a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2h7l5 5v11a2 2 0 0 1 -2 2", "M9 9l1 0", "M9 13l6 0", "M9 17l6 0"},
	IconFileTypeDocx:        {"M14 3v4a1 1 0 0 0 1 1h4", "M5 12v-7a2 2 0 0 1 2 -2h7l5 5v4", "M2 15v6h1a2 2 0 0 0 2 -2v-2a2 2 0 0 0 -2 -2h-1", "M17 16.5a1.5 1.5 0 0 0 -3 0v3a1.5 1.5 0 0 0 3 0", "M9.5 15a1.5 1.5 0 0 1 1.5 1.5v3a1.5 1.5 0 0 1 -3 0v-3a1.5 1.5 0 0 1 1.5 -1.5", "M19.5 15l3 6", "M19.5 21l3 -6"},
	IconFileTypePdf:         {"M14 3v4a1 1 0 0 0 1 1h4", "M5 12v-7a2 2 0 0 1 2 -2h7l5 5v4", "M5 18h1.5a1.5 1.5 0 0 0 0 -3h-1.5v6", "M17 18h2", "M20 15h-3v6", "M11 15v6h1a2 2 0 0 0 2 -2v-2a2 2 0 0 0 -2 -2h-1"},
	IconFilter:              {"M4 4h16v2.172a2 2 0 0 1 -.586 1.414l-4.414 4.414v7l-6 2v-8.5l-4.48 -4.928a2 2 0 0 1 -.52 -1.345v-2.227"},
	IconFlag:                {"M5 5a5 5 0 0 1 7 0a5 5 0 0 0 7 0v9a5 5 0 0 1 -7 0a5 5 0 0 0 -7 0v-9", "M5 21v-7"},
	IconFolderOpen:          {"M5 19l2.757 -7.351a1 1 0 0 1 .936 -.649h12.307a1 1 0 0 1 .986 1.164l-.996 5.211a2 2 0 0 1 -1.964 1.625h-14.026a2 2 0 0 1 -2 -2v-11a2 2 0 0 1 2 -2h4l3 3h7a2 2 0 0 1 2 2v2"},
	IconFolders:             {"M9 3h3l2 2h5a2 2 0 0 1 2 2v7a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2v-9a2 2 0 0 1 2 -2", "M17 16v2a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2v-9a2 2 0 0 1 2 -2h2"},
	IconGavel:               {"M13 10l7.383 7.418c.823 .82 .823 2.148 0 2.967a2.11 2.11 0 0 1 -2.976 0l-7.407 -7.385", "M6 9l4 4", "M13 10l-4 -4", "M3 21h7", "M6.793 15.793l-3.586 -3.586a1 1 0 0 1 0 -1.414l2.293 -2.293l.5 .5l3 -3l-.5 -.5l2.293 -2.293a1 1 0 0 1 1.414 0l3.586 3.586a1 1 0 0 1 0 1.414l-2.293 2.293l-.5 -.5l-3 3l.5 .5l-2.293 2.293a1 1 0 0 1 -1.414 0"},
	IconHelpCircle:          {"M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0", "M12 16v.01", "M12 13a2 2 0 0 0 .914 -3.782a1.98 1.98 0 0 0 -2.414 .483"},
	IconHistory:             {"M12 8l0 4l2 2", "M3.05 11a9 9 0 1 1 .5 4m-.5 5v-5h5"},
	IconHome:                {"M5 12l-2 0l9 -9l9 9l-2 0", "M5 12v7a2 2 0 0 0 2 2h10a2 2 0 0 0 2 -2v-7", "M9 21v-6a2 2 0 0 1 2 -2h2a2 2 0 0 1 2 2v6"},
	IconIdBadge2:            {"M7 12h3v4h-3l0 -4", "M10 6h-6a1 1 0 0 0 -1 1v12a1 1 0 0 0 1 1h16a1 1 0 0 0 1 -1v-12a1 1 0 0 0 -1 -1h-6", "M10 4a1 1 0 0 1 1 -1h2a1 1 0 0 1 1 1v3a1 1 0 0 1 -1 1h-2a1 1 0 0 1 -1 -1l0 -3", "M14 16h2", "M14 12h4"},
	IconInbox:               {"M4 6a2 2 0 0 1 2 -2h12a2 2 0 0 1 2 2v12a2 2 0 0 1 -2 2h-12a2 2 0 0 1 -2 -2l0 -12", "M4 13h3l3 3h4l3 -3h3"},
	IconInfoCircle:          {"M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0", "M12 9h.01", "M11 12h1v4h1"},
	IconKey:                 {"M16.555 3.843l3.602 3.602a2.877 2.877 0 0 1 0 4.069l-2.643 2.643a2.877 2.877 0 0 1 -4.069 0l-.301 -.301l-6.558 6.558a2 2 0 0 1 -1.239 .578l-.175 .008h-1.172a1 1 0 0 1 -.993 -.883l-.007 -.117v-1.172a2 2 0 0 1 .467 -1.284l.119 -.13l.414 -.414h2v-2h2v-2l2.144 -2.144l-.301 -.301a2.877 2.877 0 0 1 0 -4.069l2.643 -2.643a2.877 2.877 0 0 1 4.069 0", "M15 9h.01"},
	IconLayoutGrid:          {"M4 5a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1l0 -4", "M14 5a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1l0 -4", "M4 15a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1l0 -4", "M14 15a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1l0 -4"},
	IconLink:                {"M9 15l6 -6", "M11 6l.463 -.536a5 5 0 0 1 7.071 7.072l-.534 .464", "M13 18l-.397 .534a5.068 5.068 0 0 1 -7.127 0a4.972 4.972 0 0 1 0 -7.071l.524 -.463"},
	IconListCheck:           {"M3.5 5.5l1.5 1.5l2.5 -2.5", "M3.5 11.5l1.5 1.5l2.5 -2.5", "M3.5 17.5l1.5 1.5l2.5 -2.5", "M11 6l9 0", "M11 12l9 0", "M11 18l9 0"},
	IconListNumbers:         {"M11 6h9", "M11 12h9", "M12 18h8", "M4 16a2 2 0 1 1 4 0c0 .591 -.5 1 -1 1.5l-3 2.5h4", "M6 10v-6l-2 2"},
	IconLoader2:             {"M12 3a9 9 0 1 0 9 9"},
	IconLock:                {"M5 13a2 2 0 0 1 2 -2h10a2 2 0 0 1 2 2v6a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2v-6", "M11 16a1 1 0 1 0 2 0a1 1 0 0 0 -2 0", "M8 11v-4a4 4 0 1 1 8 0v4"},
	IconLogout:              {"M14 8v-2a2 2 0 0 0 -2 -2h-7a2 2 0 0 0 -2 2v12a2 2 0 0 0 2 2h7a2 2 0 0 0 2 -2v-2", "M9 12h12l-3 -3", "M18 15l3 -3"},
	IconMail:                {"M3 7a2 2 0 0 1 2 -2h14a2 2 0 0 1 2 2v10a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-10", "M3 7l9 6l9 -6"},
	IconMailForward:         {"M12 18h-7a2 2 0 0 1 -2 -2v-10a2 2 0 0 1 2 -2h14a2 2 0 0 1 2 2v7.5", "M3 6l9 6l9 -6", "M15 18h6", "M18 15l3 3l-3 3"},
	IconMailOpened:          {"M3 9l9 6l9 -6l-9 -6l-9 6", "M21 9v10a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2v-10", "M3 19l6 -6", "M15 13l6 6"},
	IconMenu2:               {"M4 6l16 0", "M4 12l16 0", "M4 18l16 0"},
	IconMessage:             {"M8 9h8", "M8 13h6", "M18 4a3 3 0 0 1 3 3v8a3 3 0 0 1 -3 3h-5l-5 3v-3h-2a3 3 0 0 1 -3 -3v-8a3 3 0 0 1 3 -3h12"},
	IconMessageCircle:       {"M3 20l1.3 -3.9c-2.324 -3.437 -1.426 -7.872 2.1 -10.374c3.526 -2.501 8.59 -2.296 11.845 .48c3.255 2.777 3.695 7.266 1.029 10.501c-2.666 3.235 -7.615 4.215 -11.574 2.293l-4.7 1"},
	IconMinus:               {"M5 12l14 0"},
	IconMoon:                {"M12 3c.132 0 .263 0 .393 0a7.5 7.5 0 0 0 7.92 12.446a9 9 0 1 1 -8.313 -12.454l0 .008"},
	IconPaperclip:           {"M15 7l-6.5 6.5a1.5 1.5 0 0 0 3 3l6.5 -6.5a3 3 0 0 0 -6 -6l-6.5 6.5a4.5 4.5 0 0 0 9 9l6.5 -6.5"},
	IconPencil:              {"M4 20h4l10.5 -10.5a2.828 2.828 0 1 0 -4 -4l-10.5 10.5v4", "M13.5 6.5l4 4"},
	IconPhone:               {"M5 4h4l2 5l-2.5 1.5a11 11 0 0 0 5 5l1.5 -2.5l5 2v4a2 2 0 0 1 -2 2a16 16 0 0 1 -15 -15a2 2 0 0 1 2 -2"},
	IconPhoto:               {"M15 8h.01", "M3 6a3 3 0 0 1 3 -3h12a3 3 0 0 1 3 3v12a3 3 0 0 1 -3 3h-12a3 3 0 0 1 -3 -3v-12", "M3 16l5 -5c.928 -.893 2.072 -.893 3 0l5 5", "M14 14l1 -1c.928 -.893 2.072 -.893 3 0l3 3"},
	IconPlayerPause:         {"M6 6a1 1 0 0 1 1 -1h2a1 1 0 0 1 1 1v12a1 1 0 0 1 -1 1h-2a1 1 0 0 1 -1 -1l0 -12", "M14 6a1 1 0 0 1 1 -1h2a1 1 0 0 1 1 1v12a1 1 0 0 1 -1 1h-2a1 1 0 0 1 -1 -1l0 -12"},
	IconPlus:                {"M12 5l0 14", "M5 12l14 0"},
	IconPrinter:             {"M17 17h2a2 2 0 0 0 2 -2v-4a2 2 0 0 0 -2 -2h-14a2 2 0 0 0 -2 2v4a2 2 0 0 0 2 2h2", "M17 9v-4a2 2 0 0 0 -2 -2h-6a2 2 0 0 0 -2 2v4", "M7 15a2 2 0 0 1 2 -2h6a2 2 0 0 1 2 2v4a2 2 0 0 1 -2 2h-6a2 2 0 0 1 -2 -2l0 -4"},
	IconQrcode:              {"M4 5a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1l0 -4", "M7 17l0 .01", "M14 5a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1l0 -4", "M7 7l0 .01", "M4 15a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-4a1 1 0 0 1 -1 -1l0 -4", "M17 7l0 .01", "M14 14l3 0", "M20 14l0 .01", "M14 14l0 3", "M14 20l3 0", "M17 17l3 0", "M20 17l0 3"},
	IconRefresh:             {"M20 11a8.1 8.1 0 0 0 -15.5 -2m-.5 -4v4h4", "M4 13a8.1 8.1 0 0 0 15.5 2m.5 4v-4h-4"},
	IconRotateClockwise:     {"M4.05 11a8 8 0 1 1 .5 4m-.5 5v-5h5"},
	IconScale:               {"M7 20l10 0", "M6 6l6 -1l6 1", "M12 3l0 17", "M9 12l-3 -6l-3 6a3 3 0 0 0 6 0", "M21 12l-3 -6l-3 6a3 3 0 0 0 6 0"},
	IconSearch:              {"M3 10a7 7 0 1 0 14 0a7 7 0 1 0 -14 0", "M21 21l-6 -6"},
	IconSelector:            {"M8 9l4 -4l4 4", "M16 15l-4 4l-4 -4"},
	IconSend:                {"M10 14l11 -11", "M21 3l-6.5 18a.55 .55 0 0 1 -1 0l-3.5 -7l-7 -3.5a.55 .55 0 0 1 0 -1l18 -6.5"},
	IconServer:              {"M3 7a3 3 0 0 1 3 -3h12a3 3 0 0 1 3 3v2a3 3 0 0 1 -3 3h-12a3 3 0 0 1 -3 -3v-2", "M3 15a3 3 0 0 1 3 -3h12a3 3 0 0 1 3 3v2a3 3 0 0 1 -3 3h-12a3 3 0 0 1 -3 -3l0 -2", "M7 8l0 .01", "M7 16l0 .01"},
	IconSettings:            {"M10.325 4.317c.426 -1.756 2.924 -1.756 3.35 0a1.724 1.724 0 0 0 2.573 1.066c1.543 -.94 3.31 .826 2.37 2.37a1.724 1.724 0 0 0 1.065 2.572c1.756 .426 1.756 2.924 0 3.35a1.724 1.724 0 0 0 -1.066 2.573c.94 1.543 -.826 3.31 -2.37 2.37a1.724 1.724 0 0 0 -2.572 1.065c-.426 1.756 -2.924 1.756 -3.35 0a1.724 1.724 0 0 0 -2.573 -1.066c-1.543 .94 -3.31 -.826 -2.37 -2.37a1.724 1.724 0 0 0 -1.065 -2.572c-1.756 -.426 -1.756 -2.924 0 -3.35a1.724 1.724 0 0 0 1.066 -2.573c-.94 -1.543 .826 -3.31 2.37 -2.37c1 .608 2.296 .07 2.572 -1.065", "M9 12a3 3 0 1 0 6 0a3 3 0 0 0 -6 0"},
	IconShield:              {"M12 3a12 12 0 0 0 8.5 3a12 12 0 0 1 -8.5 15a12 12 0 0 1 -8.5 -15a12 12 0 0 0 8.5 -3"},
	IconSpeakerphone:        {"M18 8a3 3 0 0 1 0 6", "M10 8v11a1 1 0 0 1 -1 1h-1a1 1 0 0 1 -1 -1v-5", "M12 8l4.524 -3.77a.9 .9 0 0 1 1.476 .692v12.156a.9 .9 0 0 1 -1.476 .692l-4.524 -3.77h-8a1 1 0 0 1 -1 -1v-4a1 1 0 0 1 1 -1h8"},
	IconSun:                 {"M8 12a4 4 0 1 0 8 0a4 4 0 1 0 -8 0", "M3 12h1m8 -9v1m8 8h1m-9 8v1m-6.4 -15.4l.7 .7m12.1 -.7l-.7 .7m0 11.4l.7 .7m-12.1 -.7l-.7 .7"},
	IconTarget:              {"M11 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0", "M7 12a5 5 0 1 0 10 0a5 5 0 1 0 -10 0", "M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0"},
	IconTargetArrow:         {"M11 12a1 1 0 1 0 2 0a1 1 0 1 0 -2 0", "M12 7a5 5 0 1 0 5 5", "M13 3.055a9 9 0 1 0 7.941 7.945", "M15 6v3h3l3 -3h-3v-3l-3 3", "M15 9l-3 3"},
	IconTrash:               {"M4 7l16 0", "M10 11l0 6", "M14 11l0 6", "M5 7l1 12a2 2 0 0 0 2 2h8a2 2 0 0 0 2 -2l1 -12", "M9 7v-3a1 1 0 0 1 1 -1h4a1 1 0 0 1 1 1v3"},
	IconUpload:              {"M4 17v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2 -2v-2", "M7 9l5 -5l5 5", "M12 4l0 12"},
	IconUser:                {"M8 7a4 4 0 1 0 8 0a4 4 0 0 0 -8 0", "M6 21v-2a4 4 0 0 1 4 -4h4a4 4 0 0 1 4 4v2"},
	IconUserCheck:           {"M8 7a4 4 0 1 0 8 0a4 4 0 0 0 -8 0", "M6 21v-2a4 4 0 0 1 4 -4h4", "M15 19l2 2l4 -4"},
	IconUsers:               {"M5 7a4 4 0 1 0 8 0a4 4 0 1 0 -8 0", "M3 21v-2a4 4 0 0 1 4 -4h4a4 4 0 0 1 4 4v2", "M16 3.13a4 4 0 0 1 0 7.75", "M21 21v-2a4 4 0 0 0 -3 -3.85"},
	IconWriting:             {"M20 17v-12c0 -1.121 -.879 -2 -2 -2s-2 .879 -2 2v12l2 2l2 -2", "M16 7h4", "M18 19h-13a2 2 0 1 1 0 -4h4a2 2 0 1 0 0 -4h-3"},
	IconWritingSign:         {"M3 19c3.333 -2 5 -4 5 -6c0 -3 -1 -3 -2 -3s-2.032 1.085 -2 3c.034 2.048 1.658 2.877 2.5 4c1.5 2 2.5 2.5 3.5 1c.667 -1 1.167 -1.833 1.5 -2.5c1 2.333 2.333 3.5 4 3.5h2.5", "M20 17v-12c0 -1.121 -.879 -2 -2 -2s-2 .879 -2 2v12l2 2l2 -2", "M16 7h4"},
	IconX:                   {"M18 6l-12 12", "M6 6l12 12"},
	IconZoom:                {"M3 10a7 7 0 1 0 14 0a7 7 0 1 0 -14 0", "M21 21l-6 -6"},
	IconCircle:              {"M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0"},
	IconArchive:             {"M3 6a2 2 0 0 1 2 -2h14a2 2 0 0 1 2 2a2 2 0 0 1 -2 2h-14a2 2 0 0 1 -2 -2", "M5 8v10a2 2 0 0 0 2 2h10a2 2 0 0 0 2 -2v-10", "M10 12l4 0"},
	IconTrophy:              {"M8 21l8 0", "M12 17l0 4", "M7 4l10 0", "M17 4v8a5 5 0 0 1 -10 0v-8", "M3 9a2 2 0 1 0 4 0a2 2 0 1 0 -4 0", "M17 9a2 2 0 1 0 4 0a2 2 0 1 0 -4 0"},
	IconClipboard:           {"M9 5h-2a2 2 0 0 0 -2 2v12a2 2 0 0 0 2 2h10a2 2 0 0 0 2 -2v-12a2 2 0 0 0 -2 -2h-2", "M9 5a2 2 0 0 1 2 -2h2a2 2 0 0 1 2 2a2 2 0 0 1 -2 2h-2a2 2 0 0 1 -2 -2"},
	IconReport:              {"M8 5h-2a2 2 0 0 0 -2 2v12a2 2 0 0 0 2 2h5.697", "M18 14v4h4", "M18 11v-4a2 2 0 0 0 -2 -2h-2", "M8 5a2 2 0 0 1 2 -2h2a2 2 0 0 1 2 2a2 2 0 0 1 -2 2h-2a2 2 0 0 1 -2 -2", "M14 18a4 4 0 1 0 8 0a4 4 0 1 0 -8 0", "M8 11h4", "M8 15h3"},
	IconStack2:              {"M12 4l-8 4l8 4l8 -4l-8 -4", "M4 12l8 4l8 -4", "M4 16l8 4l8 -4"},
	IconUserCog:             {"M8 7a4 4 0 1 0 8 0a4 4 0 0 0 -8 0", "M6 21v-2a4 4 0 0 1 4 -4h2.5", "M17.001 19a2 2 0 1 0 4 0a2 2 0 1 0 -4 0", "M19.001 15.5v1.5", "M19.001 21v1.5", "M22.032 17.25l-1.299 .75", "M17.27 20l-1.3 .75", "M15.97 17.25l1.3 .75", "M20.733 20l1.3 .75"},
	IconDatabaseExport:      {"M4 6c0 1.657 3.582 3 8 3s8 -1.343 8 -3s-3.582 -3 -8 -3s-8 1.343 -8 3", "M4 6v6c0 1.657 3.582 3 8 3c1.118 0 2.183 -.086 3.15 -.241", "M20 12v-6", "M4 12v6c0 1.657 3.582 3 8 3c.157 0 .312 -.002 .466 -.005", "M16 19h6", "M19 16l3 3l-3 3"},
	IconDeviceDesktop:       {"M3 5a1 1 0 0 1 1 -1h16a1 1 0 0 1 1 1v10a1 1 0 0 1 -1 1h-16a1 1 0 0 1 -1 -1v-10", "M7 20h10", "M9 16v4", "M15 16v4"},
}
