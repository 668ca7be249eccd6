package conclave.meeting.event;

import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;

public sealed interface TransferCommand extends Command {

    record SignOff(RoundId round) implements TransferCommand {
    }

    /** The chair of a room in which nobody is left to decide on signs for that; no round was ever opened there. */
    record SignWithoutRound(RoomId room) implements TransferCommand {
    }

    record SealMeeting() implements TransferCommand {
    }

    /** Somebody wants a room to go on that has signed off, the meeting sealed or not; another person must want it too. */
    record AskReopening(RoomId room, Ciphertext reason) implements TransferCommand {
    }

    record ReopenRoom(RoomId room) implements TransferCommand {
    }
}
