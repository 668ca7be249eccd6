package conclave.meeting.sitting;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Refusal;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingCommand.RenewCard;
import conclave.meeting.event.SittingEvent.CardRenewed;
import conclave.meeting.event.Verdict;
import conclave.meeting.intake.Register;
import java.util.Optional;

/**
 * 补发登录卡: whoever finds the old card finds a dead code. Those who run a room order it for the people of the room, and see
 * no code; for everybody else it is ordered at the server.
 */
final class CardRenewal {

    private CardRenewal() {
    }

    static Verdict renew(Register register, PersonId actor, RenewCard c) {
        if (!register.people().has(c.person())) return Verdict.no(Code.UNKNOWN_PERSON);
        var refused = refused(register, actor, c.person());
        if (refused.isPresent()) return Verdict.no(refused.get());
        if (register.codes().has(c.codeHash())) return Verdict.no(Code.CODE_IN_USE);
        return Verdict.yes(new CardRenewed(c.person(), c.identity(), c.codeHash(), c.note()));
    }

    private static Optional<Refusal> refused(Register register, PersonId actor, PersonId person) {
        if (actor.equals(PersonId.HOUSE)) return Optional.empty();
        var rooms = register.people().get(person).orElseThrow().grants().stream().map(Item.Grant::room).flatMap(Optional::stream).toList();
        if (rooms.stream().anyMatch(room -> register.holds(actor, Role.SECRETARY, room) || register.holds(actor, Role.CHAIR, room))) return Optional.empty();
        return register.holdsAnywhere(actor, Role.SECRETARY) || register.holdsAnywhere(actor, Role.CHAIR)
                ? Optional.of(Refusal.of(Code.FOREIGN_ROOM)) : Rights.not("renewCard");
    }

    /** Whoever sat there sits there still, and signs in anew. */
    static Floor renewed(Floor floor, PersonId person) {
        return floor.withSessions(floor.sessions().without(person));
    }
}
