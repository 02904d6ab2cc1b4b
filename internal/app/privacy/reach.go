package privacy

import "strings"

// set is a set of keys by which rows are found to concern somebody.
type set int

const (
	person set = iota
	account
	registration
	initiative
	nominee
	actor  // account:ID, as the log names who acts
	object // person:ID and account:ID, as the log names what is acted on
)

// reach is one way from a person to rows: those of a table whose column holds a key of a set. The rows may give the keys of another set.
type reach struct {
	table, by string
	keys      set
	columns   string
	gives     set    // person gives nothing
	from      string // the column whose values are given
	published bool   // only of years whose roll of honour is published
}

// reaches are all ways, in an order in which each set is there before it is asked. Columns that name somebody else stand in none.
var reaches = []reach{
	{table: "person", by: "id", columns: "name code sex civil birth_year from_date to_date masked_on"},
	{table: "post", by: "person_id", columns: "from_date to_date title rank"},
	{table: "council_member", by: "person_id", columns: "seat"},
	{table: "attendance", by: "person_id", columns: "present reason"},
	{table: "handover", by: "from_person", columns: "done_at state from_post"},
	{table: "handover", by: "to_person", columns: "done_at state to_post"},
	{table: "account", by: "person_id", columns: "user_name made_at disabled_at", gives: account, from: "id"},
	{table: "grant_role", by: "account_id", keys: account, columns: "role from_date to_date"},
	{table: "session", by: "account_id", keys: account, columns: "opened_at seen_at agent peer"},
	{table: "known_device", by: "account_id", keys: account, columns: "seen_at"},
	{table: "second_factor", by: "account_id", keys: account, columns: "confirmed_at reset_at"},
	{table: "subject_link", by: "account_id", keys: account, columns: "issuer subject linked_at"},
	{table: "deputy", by: "from_person_id", columns: "post from_date to_date number"},
	{table: "deputy", by: "to_person_id", columns: "post from_date to_date number"},
	{table: "kept_file", by: "account_id", keys: account, columns: "at"},
	{table: "anchor_letter", by: "account_id", keys: account, columns: "address day"},
	{table: "contact", by: "account_id", keys: account, columns: "address choice"},
	{table: "calendar_feed", by: "account_id", keys: account, columns: "made_at"},
	{table: "notice", by: "account_id", keys: account, columns: "made_at read_at due"},
	{table: "leader_link", by: "leader_id", columns: "made_at until_date ended_on leader_post last_at"},
	{table: "import_run", by: "account_id", keys: account, columns: "made_at"},
	{table: "registration", by: "person_id", columns: "round_id state annual_title sent_at", gives: registration, from: "id"},
	{table: "target", by: "registration_id", keys: registration, columns: "content value measure due"},
	{table: "target", by: "owner_id", columns: "content value measure due"},
	{table: "progress", by: "by_person", columns: "on_date value body at"},
	{table: "evidence", by: "person_id", columns: "round_id doc_number issued_on abstract file_name state at"},
	{table: "evidence", by: "by_person", columns: "round_id doc_number issued_on at"},
	{table: "note", by: "by_person", columns: "at"},
	{table: "score_sheet", by: "reviewer_id", columns: "round_id closed_at"},
	{table: "initiative_author", by: "person_id", columns: "share", gives: initiative, from: "initiative_id"},
	{table: "initiative", by: "id", keys: initiative, columns: "round_id name decision decided_on state"},
	{table: "initiative", by: "person_id", columns: "round_id name decision decided_on state"},
	{table: "publicity_item", by: "person_id", columns: "round_id done_on title media link state"},
	{table: "publicity_item", by: "by_person", columns: "round_id done_on at"},
	{table: "exemplar", by: "person_id", columns: "round_id title deed state consent_on published_on"},
	{table: "exemplar", by: "by_person", columns: "round_id at"},
	{table: "evaluation_result", by: "person_id", columns: "year class decision decided_on"},
	{table: "remark", by: "person_id", columns: "round_id verdict words met_on", published: true},
	{table: "remark", by: "by_person", columns: "round_id at"},
	{table: "question", by: "person_id", columns: "at body answer answered_at"},
	{table: "cover_slip", by: "leader_id", columns: "round_id on_date"},
	{table: "cover_slip", by: "behalf_id", columns: "round_id on_date"},
	{table: "council_session", by: "chair_id", columns: "round_id number at place"},
	{table: "council_session", by: "secretary_id", columns: "round_id number at place"},
	{table: "nominee", by: "person_id", columns: "round_id state summary reason", gives: nominee, from: "id", published: true},
	{table: "finding", by: "nominee_id", keys: nominee, columns: "verdict note"},
	{table: "written_opinion", by: "person_id", columns: "on_date file_name"},
	{table: "award", by: "person_id", columns: "year form subject_name subject_title unit_name citation gold_number presented_on"},
	{table: "reply", by: "by_person", columns: "received_on number"},
	{table: "submission", by: "by_person", columns: "sent_on number"},
	{table: "data_request", by: "person_id", columns: "asked_at kind words state answer answered_at"},
	{table: "data_view", by: "person_id", columns: "day"},
	{table: "data_view", by: "account_id", keys: account, columns: "day"},
	{table: "event", by: "actor", keys: actor, columns: "at verb"},
	{table: "event", by: "object", keys: object, columns: "at verb"},
}

// unreached are columns that point at somebody and whose rows are not given out, with the reason.
var unreached = map[string]string{
	"finding.by_person":           "who judged a case stays with the council; the judged person gets the finding",
	"vote_count.by_person":        "who counted stands in the minutes",
	"account_link.account_id":     "a one-time code is kept as a hash, for a few days at most",
	"sign_in_step.account_id":     "a sign-in on its way, for ten minutes at most",
	"earlier_password.account_id": "hashes of earlier passwords tell nothing and open nothing",
	"recovery_code.account_id":    "hashes of codes tell nothing; how many are left stands on the page of the account",
	"idempotency.account_id":      "gone after a day, holds addresses of pages alone",
}

// wanted are the columns to read: those that are shown, and the one that is given on.
func (r reach) wanted() []string {
	out := strings.Fields(r.columns)
	if r.from != "" {
		out = append(out, r.from)
	}
	return out
}
