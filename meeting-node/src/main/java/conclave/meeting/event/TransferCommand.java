package conclave.meeting.event;

import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;

public sealed interface TransferCommand extends Command {

    record SignOff(RoundId round) implements TransferCommand {
    }

    record SealMeeting() implements TransferCommand {
    }

    /** Somebody wants a room to go on that has signed off, the meeting sealed or not; another person must want it too. */
    record AskReopening(RoomId room, Ciphertext reason) implements TransferCommand {
    }

    record ReopenRoom(RoomId room) implements TransferCommand {
    }
}
