package conclave.meeting.event;

import conclave.meeting.event.Id.RoundId;

public sealed interface TransferCommand extends Command {

    record SignOff(RoundId round) implements TransferCommand {
    }

    record SealMeeting() implements TransferCommand {
    }
}
