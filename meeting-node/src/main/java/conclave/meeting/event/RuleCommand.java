package conclave.meeting.event;

/** The rules are changed while the meeting sits: proposed by one, approved by two others. */
public sealed interface RuleCommand extends Command {

    record ProposeSheet(Sheet sheet, Ciphertext reason) implements RuleCommand {
    }

    record ApproveSheet(String sheet, int version) implements RuleCommand {
    }
}
