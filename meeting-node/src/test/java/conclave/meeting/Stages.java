package conclave.meeting;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Decision;
import conclave.meeting.event.Half;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Item.Grant;
import conclave.meeting.event.Item;
import conclave.meeting.event.Mode;
import conclave.meeting.event.Role;
import conclave.meeting.event.RuleCommand.ApproveSheet;
import conclave.meeting.event.RuleCommand.ProposeSheet;
import conclave.meeting.event.Sheet;
import conclave.meeting.event.SittingCommand.CastPaper;
import conclave.meeting.event.SittingCommand.CountPapers;
import conclave.meeting.event.SittingCommand.Counted;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.Stage.Aggregation;
import conclave.meeting.event.Stage.Body;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Stage.Entrants;
import conclave.meeting.event.Stage.Form;
import conclave.meeting.event.Stage.Method;
import conclave.meeting.event.Stage.Per;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.event.Stage.Ties;
import conclave.meeting.event.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Modes with other stages than scoring alone, and how far rooms have come in them. */
public final class Stages {

    private Stages() {
    }

    public static Aggregation mean() {
        return new Aggregation(Method.MEAN, 5, Per.SHEET, List.of(), Optional.empty());
    }

    static Mode reviewed(int reviewers) {
        return TestPackage.mode(2, new Stage.Scoring("score", "盲评", Body.PANEL, reviewers, mean(), Optional.empty()));
    }

    static Mode opinions() {
        return TestPackage.mode(2, new Stage.OpinionWriting("opinion", "评议意见", 2), scoring());
    }

    static Stage.Scoring scoring() {
        return new Stage.Scoring("score", "打分", Body.PANEL, 0, mean(), Optional.empty());
    }

    public static Mode ballot(Secrecy secrecy) {
        return TestPackage.mode(2, voting("vote", secrecy, new Entrants.Undecided()));
    }

    public static Stage.Balloting voting(String code, Secrecy secrecy, Entrants entrants) {
        return new Stage.Balloting(code, "票决", Body.PLENARY, Form.APPROVE, secrecy, entrants, 0, 0, Optional.empty(), Effect.PASS, Effect.FAIL, Ties.SHARED);
    }

    /** The room has scored and counted; the ballot is next. */
    static TestMeeting scoredThenVoting(TestPackage pack) {
        var mode = TestPackage.mode(2, scoring(), voting("vote", Secrecy.NAMED, new Entrants.Undecided()));
        return TestMeeting.of(pack.by(mode)).scoring().givenByAll(1, "1", "2", "3").closed().tallied();
    }

    static TestMeeting underTheNext(TestMeeting test) {
        test.accepted(test.secretary(), new OpenRound(TestPackage.room(1), TestMeeting.round(8), "chance"));
        return test;
    }

    static Decision scoredByTheThird(TestMeeting test) {
        return test.asked(test.expert(3), test.score(1, 0, "9"));
    }

    static TestMeeting cast(TestMeeting test, int expert) {
        test.accepted(test.expert(expert), paper(test, "yes"));
        return test;
    }

    static CastPaper paper(TestMeeting test, String word) {
        var paper = new TreeMap<String, String>();
        for (var candidate : test.now().floor().rounds().get(test.round()).orElseThrow().candidates()) paper.put(candidate.value(), word);
        return new CastPaper(test.round(), paper);
    }

    static TestMeeting voted(TestMeeting test) {
        for (int expert = 1; expert <= 3; expert++) cast(test, expert);
        return test.closed();
    }

    /** The first expert comes when the papers are out. */
    static TestMeeting lateComer(TestPackage pack) {
        var test = TestMeeting.of(pack).sittingOpened(1, Half.MORNING).signedIn(TestPackage.expert(1, 2)).signedIn(TestPackage.expert(1, 3));
        test.accepted(test.secretary(), new OpenRound(TestPackage.room(1), test.round(), "chance"));
        return test.signedIn(test.expert(1));
    }

    static TestMeeting countedDifferently(TestMeeting test) {
        test.accepted(test.secretary(), count(test, 3));
        test.accepted(test.chair(), count(test, 2));
        return test;
    }

    static CountPapers count(TestMeeting test, int yes) {
        return new CountPapers(test.round(), 3, 0, List.of(new Counted(test.applicant(1), yes, 0, 0)));
    }

    /** Nobody has applied in this room. */
    static TestMeeting nobodyIn(int room, TestPackage pack) {
        return TestMeeting.founded().imported(pack.items().stream()
                .filter(item -> !(item instanceof Item.Applicant a && a.room().equals(TestPackage.room(room)))).toList());
    }

    /** Room 1 is a panel whose applicants go on to room 2, the hall, where one expert sits. */
    static TestMeeting hall() {
        var items = new ArrayList<>(TestPackage.rooms(1, 3, 1).by(TestPackage.mode(2, scoring(), voting("vote", Secrecy.NAMED, new Entrants.Undecided()))).items());
        items.replaceAll(item -> item instanceof Item.Room r ? new Item.Room(r.id(), r.code(), r.name(), r.specialty(),
                Optional.of(TestPackage.room(2)), Optional.empty()) : item);
        items.add(new Item.Room(TestPackage.room(2), "H", "全体会场", "工程", Optional.empty(), Optional.empty()));
        items.add(TestPackage.person(TestPackage.secretary(2), Role.SECRETARY, Optional.of(TestPackage.room(2))));
        items.replaceAll(item -> item instanceof Item.Person p && p.id().equals(TestPackage.expert(1, 1)) ? alsoIn(p) : item);
        return TestMeeting.founded().imported(items);
    }

    private static Item.Person alsoIn(Item.Person p) {
        var grants = new ArrayList<>(p.grants());
        grants.add(new Grant(Role.EXPERT, Optional.of(TestPackage.room(2))));
        return new Item.Person(p.id(), p.seat(), grants, p.expertClass(), p.identity(), p.codeHash());
    }

    static Sheet second() {
        return second(TestPackage.engineering().indicators());
    }

    static Sheet second(List<Sheet.Indicator> indicators) {
        var s = TestPackage.engineering();
        return new Sheet(s.code(), 2, s.title(), s.titleEn(), s.cutoff(), s.total(), s.finalMax(), s.scale(), s.fields(), s.charts(), indicators);
    }

    static Sheet withoutVeto() {
        return second(TestPackage.engineering().indicators().stream().filter(indicator -> indicator.kind() != Sheet.Kind.VETO).toList());
    }

    static TestMeeting proposed(TestMeeting test) {
        return proposed(test, second());
    }

    /** A second version of the sheet is proposed, and the chair has approved it. */
    static TestMeeting proposed(TestMeeting test, Sheet sheet) {
        test.accepted(TestPackage.REGISTRAR, new ProposeSheet(sheet, new Ciphertext("a printing error")));
        test.accepted(test.chair(), new ApproveSheet("A", 2));
        return test;
    }

    static RoundId next(int number) {
        return new RoundId("rnd_next000" + number);
    }

    static PersonId alternate(int n) {
        return new PersonId("per_alternate" + n);
    }
}
