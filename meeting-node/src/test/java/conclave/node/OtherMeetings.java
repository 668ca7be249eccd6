package conclave.node;

import conclave.exchange.MeetingFile;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Profile;
import conclave.meeting.event.Stage.Aggregation;
import conclave.meeting.event.Stage.Balloting;
import conclave.meeting.event.Stage.Body;
import conclave.meeting.event.Stage.Defence;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Stage.Entrants;
import conclave.meeting.event.Stage.Form;
import conclave.meeting.event.Stage.Method;
import conclave.meeting.event.Stage.OpinionWriting;
import conclave.meeting.event.Stage.Per;
import conclave.meeting.event.Stage.Scoring;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.Stage.SignOff;
import conclave.meeting.event.Stage.Ties;
import conclave.meeting.event.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The small meeting with other stages than scoring, and with panels that report to a hall. */
public final class OtherMeetings {

    private OtherMeetings() {
    }

    /** Its mode goes through these stages; a secret ballot is good from two papers on. */
    public static UnaryOperator<MeetingFile> through(Stage... stages) {
        return file -> new MeetingFile(file.meeting(), file.people(), file.applicants(), file.sheet(), mode(file.mode(), stages), lenient(file.rules()), file.recusals(),
                file.files());
    }

    /** All rooms become panels of one hall, in which all experts sit; it has a secretary and a chair of its own. */
    public static MeetingFile withHall(MeetingFile file) {
        var m = file.meeting();
        var rooms = new ArrayList<MeetingFile.Room>(List.of(new MeetingFile.Room("H01", "评审大厅", "全体", new MeetingFile.Panel("PH", "评委会"), Optional.empty())));
        for (var room : m.rooms()) rooms.add(new MeetingFile.Room(room.code(), room.name(), room.specialty(), room.panel(), Optional.of("H01")));
        var people = new ArrayList<MeetingFile.Person>();
        for (var person : file.people()) people.add(person.roles().contains(MeetingFile.Role.EXPERT) ? in(person, person.room(), Optional.of("H01")) : person);
        for (var person : file.people()) {
            if (person.code().equals("S1") || person.code().equals("C1")) people.add(in(renamed(person), Optional.of("H01"), Optional.empty()));
        }
        var meeting = new MeetingFile.Meeting(m.title(), m.titleEn(), m.kind(), m.organizer(), m.secretariat(), m.committee(), m.policy(), m.opens(), m.closes(),
                rooms, new MeetingFile.Expected(people.size(), m.expected().applicants(), m.expected().documents(), m.expected().bytes()));
        return new MeetingFile(meeting, people, file.applicants(), file.sheet(), file.mode(), file.rules(), file.recusals(), file.files());
    }

    /** One more person waits to take a seat in the first room. */
    public static MeetingFile withAlternate(MeetingFile file) {
        var people = new ArrayList<>(file.people());
        people.add(new MeetingFile.Person("X1", "候补一", "某单位", Optional.of("1-09"), List.of(MeetingFile.Role.ALTERNATE), Optional.of("R01"),
                Optional.empty(), Optional.empty()));
        return new MeetingFile(file.meeting(), people, file.applicants(), file.sheet(), file.mode(), file.rules(), file.recusals(), file.files());
    }

    /** The chair of the first room also sits in it as an expert. */
    public static MeetingFile withJudgingChair(MeetingFile file) {
        var people = file.people().stream().map(p -> !p.code().equals("C1") ? p : new MeetingFile.Person(p.code(), p.name(), p.unit(), p.seat(),
                List.of(MeetingFile.Role.CHAIR, MeetingFile.Role.EXPERT), p.room(), p.hall(), p.expertClass())).toList();
        return new MeetingFile(file.meeting(), people, file.applicants(), file.sheet(), file.mode(), file.rules(), file.recusals(), file.files());
    }

    public static Stage ballot(Body body, Form form, Secrecy secrecy) {
        return new Balloting("vote", "评委会票决", body, form, secrecy, new Entrants.Undecided(), form == Form.CHOOSE ? 2 : 0, 0, Optional.empty(),
                Effect.PASS, Effect.FAIL, Ties.SHARED);
    }

    public static Stage opinions() {
        return new OpinionWriting("opinion", "撰写评议意见", 4);
    }

    public static Stage scoring() {
        return new Scoring("score", "专业组打分", Body.PANEL, 0, mean(), Optional.empty());
    }

    public static Stage defence() {
        return new Scoring("defence", "答辩打分", Body.PANEL, 0, mean(), Optional.of(new Defence(true, 5, 10)));
    }

    private static Aggregation mean() {
        return new Aggregation(Method.TRIMMED_MEAN, 5, Per.SHEET, List.of(), Optional.empty());
    }

    private static Mode mode(Mode before, Stage... stages) {
        // Where nobody scores, nothing is counted: the sheet only lies beside the vote.
        var scored = List.of(stages).stream().anyMatch(Stage.Scoring.class::isInstance);
        var all = new ArrayList<Stage>(List.of(scored ? new Stage.AutoScore("auto", "自动量化赋分") : new Stage.Reading("reading", "审阅材料")));
        all.addAll(List.of(stages));
        all.add(new SignOff("sign", "签字确认"));
        return new Mode(before.code(), 1, before.name(), before.nameEn(), 2, all);
    }

    private static Profile lenient(Profile p) {
        return new Profile(p.code(), p.version(), p.name(), p.quorum(), p.passing(), p.denominator(), p.panelMinimum(), p.committeeMinimum(),
                p.committeeParity(), p.committeeForbidsMultipleOf3(), 2, 2, p.swap());
    }

    private static MeetingFile.Person in(MeetingFile.Person p, Optional<String> room, Optional<String> hall) {
        return new MeetingFile.Person(p.code(), p.name(), p.unit(), p.seat(), p.roles(), room, hall, p.expertClass());
    }

    private static MeetingFile.Person renamed(MeetingFile.Person p) {
        return new MeetingFile.Person("H" + p.code(), "大厅" + p.name(), p.unit(), p.seat(), p.roles(), p.room(), p.hall(), p.expertClass());
    }
}
