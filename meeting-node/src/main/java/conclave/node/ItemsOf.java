package conclave.node;

import conclave.exchange.MeetingFile;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Role;
import conclave.seal.CodeBook;
import conclave.seal.RandomIds;
import conclave.seal.Stamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A package's people and things as items of the record: the package's own codes become random ids, names become
 * ciphertext, and everybody gets a card code of which the record keeps the hash.
 */
final class ItemsOf {

    private final Faces faces;
    private final CodeBook codes;
    private final Stamp stamp;
    private final MeetingFile file;
    private final Map<String, RoomId> rooms = new TreeMap<>();
    private final Map<String, PersonId> people = new TreeMap<>();
    private final Map<String, ApplicantId> applicants = new TreeMap<>();

    ItemsOf(Faces faces, CodeBook codes, Stamp stamp, MeetingFile file) {
        this.faces = faces;
        this.stamp = stamp;
        this.codes = codes;
        this.file = file;
    }

    List<Item> all() {
        var items = new ArrayList<Item>(List.of(description(), new Item.ScoreSheet(file.sheet()), new Item.MeetingMode(file.mode()),
                new Item.RuleProfile(file.rules())));
        for (var room : halls()) items.add(room(room));
        for (var person : file.people()) items.add(person(person));
        var order = 0;
        for (var applicant : file.applicants()) items.add(applicant(applicant, ++order));
        for (var recusal : file.recusals()) items.add(recusal(recusal));
        return items;
    }

    private Item description() {
        var m = file.meeting();
        return new Item.Description(m.title(), m.titleEn(), m.organizer(), m.committee().name(), m.committee().size(),
                Item.Policy.valueOf(m.policy().name()), m.opens().toString(), m.closes().toString(),
                m.permits().filter(_ -> m.kind() == MeetingFile.Kind.REAL).map(this::permits),
                m.screening().map(screening -> Item.Screening.valueOf(screening.name())),
                m.handling().reading().map(reading -> Item.Reading.valueOf(reading.name())),
                m.handling().watermark().map(watermark -> Item.Watermark.valueOf(watermark.name())));
    }

    private Item.Permits permits(MeetingFile.Permits permits) {
        return new Item.Permits(permits.approval().map(one -> new Item.Approval(one.number(), one.until().toString())), permits.filedBefore(),
                permits.filedForMeeting(), permits.waiver().map(one -> new Item.Waiver(one.persons().size(),
                        faces.sealNote("waiver", PersonId.HOUSE, one.reason() + "（" + String.join("、", one.persons()) + "）"))));
    }

    /** Halls come first, so that a panel can name its own. */
    private List<MeetingFile.Room> halls() {
        return file.meeting().rooms().stream().sorted(Comparator.comparing(room -> room.hall().isPresent())).toList();
    }

    private Item room(MeetingFile.Room room) {
        var id = new RoomId("rm_" + RandomIds.next());
        rooms.put(room.code(), id);
        return new Item.Room(id, room.code(), room.name(), room.specialty(), room.hall().map(rooms::get), Optional.empty());
    }

    private Item person(MeetingFile.Person person) {
        var id = new PersonId("per_" + RandomIds.next());
        people.put(person.code(), id);
        var code = CodeBook.fresh();
        var room = person.room().map(rooms::get);
        var grants = new ArrayList<Item.Grant>();
        for (var role : person.roles()) grants.add(new Item.Grant(Role.valueOf(role.name()), room));
        person.hall().ifPresent(hall -> grants.add(new Item.Grant(Role.EXPERT, Optional.of(rooms.get(hall)))));
        return new Item.Person(id, person.seat().orElse(""), grants, person.expertClass(),
                faces.seal(id, new Identity(person.name(), person.unit(), code)), codes.hash(code).orElseThrow());
    }

    private Item applicant(MeetingFile.Applicant a, int order) {
        var id = new ApplicantId("apl_" + RandomIds.next());
        applicants.put(a.code(), id);
        return new Form(faces, stamp, file.sheet(), file.meeting().opens()).item(a, file.files(), new Form.Place(id, rooms.get(a.room()), order), List.of());
    }

    /** Sealed as the note of a recusal that is declared in the meeting, so that it is read at the same place. */
    private Item recusal(MeetingFile.Recusal recusal) {
        var applicant = applicants.get(recusal.applicant());
        return new Item.Recusal(people.get(recusal.expert()), applicant, recusal.ground(),
                recusal.note().map(note -> faces.sealNote("recusal", applicant, note)));
    }
}
