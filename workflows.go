package thidua

// Machines lists every workflow, for docs/workflow.md and the tests that walk them.
var Machines = []Machine{
	MovementFlow, EditionFlow, RoundFlow, RegistrationFlow, EvidenceFlow, ScoreSheetFlow,
	SessionFlow, NomineeFlow, PaperFlow, CoverSlipFlow, DossierFlow, SubmissionFlow,
}
