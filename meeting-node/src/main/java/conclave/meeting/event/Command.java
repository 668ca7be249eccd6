package conclave.meeting.event;

/** Something that somebody wants to happen, with every random value it needs already drawn. */
public sealed interface Command permits IntakeCommand, AmendmentCommand, PrepareCommand, RuleCommand, SittingCommand, TallyCommand, TransferCommand {
}
