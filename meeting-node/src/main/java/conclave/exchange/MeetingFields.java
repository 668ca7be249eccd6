package conclave.exchange;

import conclave.exchange.MeetingFile.Aggregate;
import conclave.exchange.MeetingFile.AggregateKind;
import conclave.exchange.MeetingFile.Committee;
import conclave.exchange.MeetingFile.Denominator;
import conclave.exchange.MeetingFile.Expected;
import conclave.exchange.MeetingFile.Indicator;
import conclave.exchange.MeetingFile.IndicatorKind;
import conclave.exchange.MeetingFile.Kind;
import conclave.exchange.MeetingFile.Meeting;
import conclave.exchange.MeetingFile.Mode;
import conclave.exchange.MeetingFile.Panel;
import conclave.exchange.MeetingFile.Parity;
import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile.Policy;
import conclave.exchange.MeetingFile.Role;
import conclave.exchange.MeetingFile.Room;
import conclave.exchange.MeetingFile.RuleProfile;
import conclave.exchange.MeetingFile.Scale;
import conclave.exchange.MeetingFile.Share;
import conclave.exchange.MeetingFile.Sheet;
import conclave.exchange.MeetingFile.Stage;
import conclave.exchange.MeetingFile.Tier;
import conclave.exchange.MeetingFile.Ties;
import java.util.List;
import java.util.Optional;

/** From the fields of the small files to values: the meeting, its people, the sheet, the mode and the rules. */
final class MeetingFields {

    private MeetingFields() {
    }

    static Meeting meeting(Fields fields) {
        fields.text("format");
        var meeting = new Meeting(fields.text("title"), fields.text("titleEn"), fields.choice("kind", Kind.class),
                fields.text("organizer"), fields.text("secretariat"), committee(fields.object("committee")),
                fields.choice("policy", Policy.class), fields.date("opens"), fields.date("closes"),
                fields.objects("rooms", MeetingFields::room), expected(fields.object("expected")));
        fields.done();
        return meeting;
    }

    private static Committee committee(Fields fields) {
        var committee = new Committee(fields.text("name"), fields.choice("tier", Tier.class), fields.text("series"),
                fields.whole("size", 1, 10_000));
        fields.done();
        return committee;
    }

    private static Room room(Fields fields) {
        var room = new Room(fields.code("code"), fields.text("name"), fields.text("specialty"), panel(fields.object("panel")));
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
                fields.choices("roles", Role.class), optionalCode(fields, "room"), optionalCode(fields, "class"));
        fields.done();
        return person;
    }

    private static Optional<String> optionalCode(Fields fields, String key) {
        return fields.has(key) ? Optional.of(fields.code(key)) : Optional.empty();
    }

    static Sheet sheet(Fields fields) {
        var sheet = new Sheet(fields.code("code"), fields.text("title"), fields.text("titleEn"), fields.decimal("total"),
                fields.decimal("finalMax"), fields.objects("indicators", MeetingFields::indicator));
        fields.done();
        return sheet;
    }

    private static Indicator indicator(Fields fields) {
        var kind = fields.choice("kind", IndicatorKind.class);
        Optional<Scale> scale = kind == IndicatorKind.EXPERT
                ? Optional.of(new Scale(fields.decimal("min"), fields.decimal("step"))) : Optional.empty();
        List<Indicator> children = kind == IndicatorKind.GROUP
                ? fields.objects("children", MeetingFields::indicator) : List.of();
        var indicator = new Indicator(fields.code("code"), fields.text("name"), fields.text("nameEn"), kind,
                fields.decimal("max"), scale, children);
        fields.done();
        return indicator;
    }

    static Mode mode(Fields fields) {
        var mode = new Mode(fields.code("code"), fields.text("name"), fields.choices("stages", Stage.class),
                aggregate(fields.object("aggregate")), fields.whole("scale", 0, 6));
        fields.done();
        return mode;
    }

    private static Aggregate aggregate(Fields fields) {
        var aggregate = new Aggregate(fields.choice("kind", AggregateKind.class), fields.whole("trimFrom", 3, 1_000));
        fields.done();
        return aggregate;
    }

    static RuleProfile rules(Fields fields) {
        var rules = new RuleProfile(fields.code("code"), fields.text("name"), share(fields.object("quorum")),
                share(fields.object("passing")), fields.choice("denominator", Denominator.class), fields.choice("ties", Ties.class),
                fields.decimal("plenaryEntry"), fields.whole("panelMinimum", 1, 1_000),
                fields.whole("committeeMinimum", 1, 10_000), fields.choice("committeeParity", Parity.class),
                fields.flag("committeeForbidsMultipleOf3"));
        fields.done();
        return rules;
    }

    private static Share share(Fields fields) {
        var share = new Share(fields.whole("numerator", 1, 1_000), fields.whole("denominator", 1, 1_000));
        fields.done();
        return share;
    }
}
