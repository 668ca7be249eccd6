package conclave.exchange;

import conclave.exchange.MeetingFile.Approval;
import conclave.exchange.MeetingFile.Committee;
import conclave.exchange.MeetingFile.Expected;
import conclave.exchange.MeetingFile.Handling;
import conclave.exchange.MeetingFile.Kind;
import conclave.exchange.MeetingFile.Meeting;
import conclave.exchange.MeetingFile.Panel;
import conclave.exchange.MeetingFile.Permits;
import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Policy;
import conclave.exchange.MeetingFile.Reading;
import conclave.exchange.MeetingFile.Recusal;
import conclave.exchange.MeetingFile.Role;
import conclave.exchange.MeetingFile.Room;
import conclave.exchange.MeetingFile.Screening;
import conclave.exchange.MeetingFile.Tier;
import conclave.exchange.MeetingFile.Waiver;
import conclave.exchange.MeetingFile.Watermark;
import conclave.meeting.event.Ground;
import java.util.Optional;

/** From the fields of the small files to values: the meeting, its people and its recusals. */
final class MeetingFields {

    private MeetingFields() {
    }

    static Meeting meeting(Fields fields) {
        fields.text("format");
        var meeting = new Meeting(fields.text("title"), fields.text("titleEn"), fields.choice("kind", Kind.class),
                fields.text("organizer"), fields.text("secretariat"), committee(fields.object("committee")),
                fields.choice("policy", Policy.class), fields.date("opens"), fields.date("closes"),
                fields.objects("rooms", MeetingFields::room), expected(fields.object("expected")),
                fields.has("permits") ? Optional.of(permits(fields.object("permits"))) : Optional.empty(),
                new Handling(optionalChoice(fields, "screening", Screening.class), optionalChoice(fields, "reading", Reading.class),
                        optionalChoice(fields, "watermark", Watermark.class)));
        fields.done();
        return meeting;
    }

    private static <E extends Enum<E>> Optional<E> optionalChoice(Fields fields, String key, Class<E> words) {
        return fields.has(key) ? Optional.of(fields.choice(key, words)) : Optional.empty();
    }

    private static Permits permits(Fields fields) {
        var permits = new Permits(fields.has("approval") ? Optional.of(approval(fields.object("approval"))) : Optional.empty(),
                fields.optionalText("filedBefore"), fields.optionalText("filedForMeeting"),
                fields.has("waiver") ? Optional.of(waiver(fields.object("waiver"))) : Optional.empty());
        fields.done();
        return permits;
    }

    private static Approval approval(Fields fields) {
        var approval = new Approval(fields.text("number"), fields.date("until"));
        fields.done();
        return approval;
    }

    private static Waiver waiver(Fields fields) {
        var waiver = new Waiver(fields.text("reason"), fields.texts("persons"));
        fields.done();
        return waiver;
    }

    private static Committee committee(Fields fields) {
        var committee = new Committee(fields.text("name"), fields.choice("tier", Tier.class), fields.text("series"),
                fields.whole("size", 1, 10_000));
        fields.done();
        return committee;
    }

    private static Room room(Fields fields) {
        var room = new Room(fields.code("code"), fields.text("name"), fields.text("specialty"), panel(fields.object("panel")),
                optionalCode(fields, "hall"));
        fields.done();
        return room;
    }

    private static Panel panel(Fields fields) {
        var panel = new Panel(fields.code("code"), fields.text("name"));
        fields.done();
        return panel;
    }

    private static Expected expected(Fields fields) {
        var most = 1L << 50;
        var expected = new Expected(fields.number("people", 0, most), fields.number("applicants", 0, most),
                fields.number("documents", 0, most), fields.number("bytes", 0, most));
        fields.done();
        return expected;
    }

    static Person person(Fields fields) {
        var person = new Person(fields.code("code"), fields.text("name"), fields.text("unit"), fields.optionalText("seat"),
                fields.choices("roles", Role.class), optionalCode(fields, "room"), optionalCode(fields, "hall"), optionalCode(fields, "class"));
        fields.done();
        return person;
    }

    static Recusal recusal(Fields fields) {
        var recusal = new Recusal(fields.code("expert"), fields.code("applicant"), fields.choice("ground", Ground.class), fields.optionalText("note"));
        fields.done();
        return recusal;
    }

    private static Optional<String> optionalCode(Fields fields, String key) {
        return fields.has(key) ? Optional.of(fields.code(key)) : Optional.empty();
    }
}
