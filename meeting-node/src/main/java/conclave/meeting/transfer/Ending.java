package conclave.meeting.transfer;

import conclave.meeting.event.Ciphertext;
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
import conclave.meeting.event.TransferCommand.SignWithoutRound;
import conclave.meeting.event.TransferEvent;
import conclave.meeting.event.TransferEvent.MeetingSealed;
import conclave.meeting.event.TransferEvent.ReopeningAsked;
import conclave.meeting.event.TransferEvent.RoomReopened;
import conclave.meeting.event.TransferEvent.SignedWithoutRound;
import conclave.meeting.event.TransferEvent.TallySignedOff;
import conclave.meeting.event.Verdict;
import conclave.meeting.sitting.Rights;
import conclave.meeting.sitting.Round;
import conclave.meeting.sitting.Walk;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The last stage: the chair signs each count, then the whole is sealed (封存).
 *
 * @param unheld  rooms in which no round was ever opened and whose chair has signed for that
 * @param asked   rooms for which one person wants to go on, who, and why
 * @param edition which version of the result this is: one more with every seal that was lifted
 */
public record Ending(Table<RoundId, Signature> signatures, Table<RoomId, Signature> unheld, Optional<Long> sealedAt,
                     Table<RoomId, Asked> asked, int edition) {

    public static final Ending OPEN = new Ending(Table.empty(), Table.empty(), Optional.empty(), Table.empty(), 1);

    private static final int MOST_NAMED = 12;

    public record Signature(PersonId chair, long at) {
    }

    /** Whoever is to agree reads the reason. */
    public record Asked(PersonId by, Ciphertext reason) {
    }

    public boolean isSealed() {
        return sealedAt.isPresent();
    }

    public static Verdict decide(MeetingId meeting, Walk walk, Ending ending, PersonId actor, TransferCommand command) {
        return switch (command) {
            case SignOff c -> signOff(walk, actor, c);
            case SignWithoutRound c -> signWithoutRound(walk, actor, c);
            case SealMeeting _ -> seal(meeting, walk, actor);
            case AskReopening c -> Reopening.ask(walk, actor, c);
            case ReopenRoom c -> Reopening.reopen(walk, ending, actor, c);
        };
    }

    private static Verdict signOff(Walk walk, PersonId actor, SignOff c) {
        var round = walk.floor().rounds().get(c.round());
        if (round.isEmpty()) return Verdict.no(Code.UNKNOWN_ROUND);
        var refused = new Rights(walk, actor).toSignOff(round.get().room());
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (round.get().signedOff()) return Verdict.no(Code.ROUND_SIGNED_OFF);
        if (round.get().open()) return Verdict.no(Code.ROUND_NOT_CLOSED);
        if (!round.get().counted()) return Verdict.no(Code.ROUND_NOT_TALLIED);
        var room = round.get().room();
        if (!walk.floor().round(room).map(Round::id).orElseThrow().equals(c.round()) || !walk.finished(room)) return Verdict.no(Code.STAGES_NOT_FINISHED);
        return Verdict.yes(new TallySignedOff(c.round(), actor));
    }

    /** Only while nobody is left to decide on, and in a hall not before its panels have signed: until then somebody may still come. */
    private static Verdict signWithoutRound(Walk walk, PersonId actor, SignWithoutRound c) {
        if (!walk.register().rooms().has(c.room())) return Verdict.no(Code.UNKNOWN_ROOM);
        var refused = new Rights(walk, actor).toSignOff(c.room());
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (walk.floor().signedOff(c.room())) return Verdict.no(Code.ROUND_SIGNED_OFF);
        if (!walk.answers(c.room())) return Verdict.no(Code.NOTHING_TO_SIGN);
        var panels = walk.panelsWaitedFor(c.room());
        if (panels > 0) return Verdict.no(Refusal.of(Code.PANELS_NOT_SIGNED_OFF).with("rooms", panels));
        if (!walk.idle(c.room())) return Verdict.no(Code.STAGES_NOT_FINISHED);
        var papers = walk.papersLacking(c.room());
        if (!papers.isEmpty()) return Verdict.no(papers.getFirst());
        return Verdict.yes(new SignedWithoutRound(c.room(), actor, walk.candidates(c.room())));
    }

    private static Verdict seal(MeetingId meeting, Walk walk, PersonId actor) {
        if (!new Rights(walk, actor).maySeal()) return Verdict.no(Rights.not("seal").orElseThrow());
        var open = unsigned(walk);
        if (!open.isEmpty()) return Verdict.no(Refusal.of(Code.ROOMS_NOT_SIGNED_OFF).with("rooms", named(open)));
        return Verdict.yes(new MeetingSealed(meeting));
    }

    /** The rooms that have something to sign for and have not; a room to which nobody applied has nothing. */
    public static List<Item.Room> unsigned(Walk walk) {
        return walk.register().rooms().values().stream().filter(room -> walk.answers(room.id()) && !walk.floor().signedOff(room.id())).toList();
    }

    /** How many rooms have not been signed off. */
    public static int waiting(Walk walk) {
        return unsigned(walk).size();
    }

    /** The first of them by their names, so that people know to whom they go; of very many the number says enough. */
    public static String named(List<Item.Room> rooms) {
        var names = rooms.stream().limit(MOST_NAMED).map(Item.Room::name).sorted().collect(Collectors.joining("、"));
        return rooms.size() > MOST_NAMED ? names + " … (" + rooms.size() + ")" : names;
    }

    public static Ending evolve(Ending ending, PersonId by, long at, TransferEvent event) {
        return switch (event) {
            case TallySignedOff e -> ending.with(ending.signatures.with(e.round(), new Signature(e.chair(), at)), ending.unheld);
            case SignedWithoutRound e -> ending.with(ending.signatures, ending.unheld.with(e.room(), new Signature(e.chair(), at)));
            case MeetingSealed _ -> new Ending(ending.signatures, ending.unheld, Optional.of(at), Table.empty(), ending.edition);
            case ReopeningAsked e -> new Ending(ending.signatures, ending.unheld, ending.sealedAt, ending.asked.with(e.room(), new Asked(by, e.reason())), ending.edition);
            case RoomReopened e -> new Ending(e.round().map(ending.signatures::without).orElse(ending.signatures), ending.unheld.without(e.room()),
                    Optional.empty(), ending.asked.without(e.room()), ending.edition + (ending.isSealed() ? 1 : 0));
        };
    }

    private Ending with(Table<RoundId, Signature> rounds, Table<RoomId, Signature> rooms) {
        return new Ending(rounds, rooms, sealedAt, asked, edition);
    }
}
