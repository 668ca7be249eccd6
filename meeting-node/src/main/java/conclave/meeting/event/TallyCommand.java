package conclave.meeting.event;

import conclave.meeting.event.Id.RoundId;

public sealed interface TallyCommand extends Command {

    record ComputeTally(RoundId round) implements TallyCommand {
    }
}
