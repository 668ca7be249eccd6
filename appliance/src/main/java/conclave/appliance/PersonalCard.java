package conclave.appliance;

import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Item;
import conclave.report.print.CardSheet.Card;
import java.util.stream.Collectors;

/** What stands on somebody's card. */
final class PersonalCard {

    private PersonalCard() {
    }

    static Card of(Guest guest, String address) {
        var rehearsal = new MeetingId(guest.meeting()).rehearsal() ? "【演练】" : "";
        var rooms = guest.rooms().isEmpty() ? "全场" : guest.rooms().stream().map(PersonalCard::named).collect(Collectors.joining("、"));
        return new Card(rehearsal + guest.title(), guest.name(), guest.roles().stream().map(Guest::called).collect(Collectors.joining("、")),
                guest.seat().isEmpty() ? rooms : rooms + "　席位 " + guest.seat(), guest.code(), String.join("　", guest.card().words()), address);
    }

    private static String named(Item.Room room) {
        return room.code() + " " + room.name();
    }
}
