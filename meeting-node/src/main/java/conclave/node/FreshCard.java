package conclave.node;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Item;
import conclave.meeting.event.SittingCommand.RenewCard;
import conclave.seal.CodeBook;
import java.util.Optional;

/** 补发登录卡: another code for somebody who stays the same. It is drawn and sealed here, and seen by nobody before it is printed. */
public final class FreshCard {

    private FreshCard() {
    }

    /** The order for it; nothing, where nobody of this id is in the meeting. */
    public static Optional<RenewCard> order(Hall hall, CodeBook codes, PersonId id, Optional<String> note) {
        return hall.register().flatMap(register -> register.people().get(id)).map(person -> order(hall.faces(), codes, person, note));
    }

    private static RenewCard order(Faces faces, CodeBook codes, Item.Person person, Optional<String> note) {
        var who = faces.identity(person);
        var code = CodeBook.fresh();
        return new RenewCard(person.id(), faces.seal(person.id(), new Identity(who.name(), who.unit(), code)), codes.hash(code).orElseThrow(),
                note.map(text -> faces.sealNote("card", person.id(), text)));
    }
}
