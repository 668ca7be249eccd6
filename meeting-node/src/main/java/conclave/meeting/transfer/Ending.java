package conclave.meeting.transfer;

import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Table;
import conclave.meeting.event.TransferCommand;
import conclave.meeting.event.TransferCommand.AskReopening;
import conclave.meeting.event.TransferCommand.ReopenRoom;
import conclave.meeting.event.TransferCommand.SealMeeting;
import conclave.meeting.event.TransferCommand.SignOff;
import conclave.meeting.event.TransferEvent;
import conclave.meeting.event.TransferEvent.MeetingSealed;
import conclave.meeting.event.TransferEvent.ReopeningAsked;
import conclave.meeting.event.TransferEvent.RoomReopened;
import conclave.meeting.event.TransferEvent.TallySignedOff;
import conclave.meeting.event.Verdict;
import conclave.meeting.sitting.Rights;
import conclave.meeting.sitting.Round;
import conclave.meeting.sitting.Walk;
import java.util.Optional;

/**
 * The last stage: the chair signs each count, then the whole is sealed (封存).
 *
 * @param asked   rooms for which one person wants to go on, and who
 * @param edition which version of the result this is: one more with every seal that was lifted
 */
public record Ending(Table<RoundId, Signature> signatures, Optional<Long> sealedAt, Table<RoomId, PersonId> asked, int edition) {

    public static final Ending OPEN = new Ending(Table.empty(), Optional.empty(), Table.empty(), 1);

    public record Signature(PersonId chair, long at) {
    }

    public boolean isSealed() {
        return sealedAt.isPresent();
    }

    public static Verdict decide(MeetingId meeting, Walk walk, Ending ending, PersonId actor, TransferCommand command) {
        return switch (command) {
            case SignOff c -> signOff(walk, actor, c);
            case SealMeeting _ -> seal(meeting, walk, actor);
            case AskReopening c -> Reopening.ask(walk, actor, c);
            case ReopenRoom c -> Reopening.reopen(walk, ending, actor, c);
        };
    }

    private static Verdict signOff(Walk walk, PersonId actor, SignOff c) {
        var round = walk.floor().rounds().get(c.round());
        if (round.isEmpty()) return Verdict.no(Code.UNKNOWN_ROUND);
        var refused = new Rights(walk.register(), walk.floor(), actor).toSignOff(round.get().room());
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (round.get().signedOff()) return Verdict.no(Code.ROUND_SIGNED_OFF);
        if (round.get().open()) return Verdict.no(Code.ROUND_NOT_CLOSED);
        if (!round.get().counted()) return Verdict.no(Code.ROUND_NOT_TALLIED);
        var room = round.get().room();
        if (!walk.floor().round(room).map(Round::id).orElseThrow().equals(c.round()) || !walk.finished(room)) return Verdict.no(Code.STAGES_NOT_FINISHED);
        return Verdict.yes(new TallySignedOff(c.round(), actor));
    }

    private static Verdict seal(MeetingId meeting, Walk walk, PersonId actor) {
        if (!new Rights(walk.register(), walk.floor(), actor).maySeal()) return Verdict.no(Rights.not("seal").orElseThrow());
        var open = waiting(walk);
        if (open > 0) return Verdict.no(Refusal.of(Code.ROOMS_NOT_SIGNED_OFF).with("rooms", open));
        return Verdict.yes(new MeetingSealed(meeting));
    }

    /** How many rooms have not been signed off; a room before which nobody comes has nothing to sign. */
    public static int waiting(Walk walk) {
        return (int) walk.register().rooms().values().stream().map(Item.Room::id)
                .filter(room -> !walk.idle(room) && !walk.floor().signedOff(room)).count();
    }

    public static Ending evolve(Ending ending, PersonId by, long at, TransferEvent event) {
        return switch (event) {
            case TallySignedOff e -> new Ending(ending.signatures.with(e.round(), new Signature(e.chair(), at)), ending.sealedAt, ending.asked, ending.edition);
            case MeetingSealed _ -> new Ending(ending.signatures, Optional.of(at), Table.empty(), ending.edition);
            case ReopeningAsked e -> new Ending(ending.signatures, ending.sealedAt, ending.asked.with(e.room(), by), ending.edition);
            case RoomReopened e -> new Ending(ending.signatures.without(e.round()), Optional.empty(), ending.asked.without(e.room()),
                    ending.edition + (ending.isSealed() ? 1 : 0));
        };
    }
}
