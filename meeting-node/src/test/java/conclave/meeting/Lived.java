package conclave.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.meeting.event.Ciphertext;
import conclave.meeting.event.Half;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.SittingCommand.CastPaper;
import conclave.meeting.event.SittingCommand.CloseRound;
import conclave.meeting.event.SittingCommand.Column;
import conclave.meeting.event.SittingCommand.CountPapers;
import conclave.meeting.event.SittingCommand.Counted;
import conclave.meeting.event.SittingCommand.OpenBox;
import conclave.meeting.event.SittingCommand.OpenRound;
import conclave.meeting.event.SittingCommand.SubmitScore;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Table;
import conclave.meeting.event.TallyCommand.ComputeTally;
import conclave.meeting.event.TransferCommand.SealMeeting;
import conclave.meeting.event.TransferCommand.SignOff;
import conclave.meeting.event.TransferCommand.SignWithoutRound;
import conclave.meeting.rule.Leaves;
import conclave.meeting.sitting.Judges;
import conclave.meeting.sitting.Round;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A meeting that goes its whole way, told in the words of the rooms. Rooms and experts count from 1; applicants are written "1.2". */
final class Lived {

    private final TestMeeting test;
    private int opened;

    Lived(TestPackage pack) {
        this(TestMeeting.of(pack));
    }

    Lived(TestMeeting test) {
        this.test = test;
    }

    TestMeeting test() {
        return test;
    }

    Meeting now() {
        return test.now();
    }

    static ApplicantId applicant(String written) {
        var parts = written.split("\\.");
        return TestPackage.applicant(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    List<PersonId> experts(int room) {
        return now().intake().register().orElseThrow().expertsOf(TestPackage.room(room));
    }

    Round round(int room) {
        return now().floor().round(TestPackage.room(room)).orElseThrow();
    }

    Lived gathered(int room) {
        test.sittingOpened(room, Half.MORNING);
        experts(room).forEach(test::signedIn);
        return this;
    }

    /** The room comes together for its next stage, which is this one, with these applicants. */
    Lived opened(int room, String stage, String... applicants) {
        test.accepted(TestPackage.secretary(room), new OpenRound(TestPackage.room(room), new RoundId("rnd_lived" + (100 + ++opened)), "chance"));
        assertEquals(stage, round(room).stage());
        if (applicants.length > 0) assertEquals(List.of(applicants).stream().map(Lived::applicant).sorted().toList(), round(room).candidates().stream().sorted().toList());
        return this;
    }

    /** Those who are asked for marks of this applicant give them, in their order. */
    Lived scored(int room, String applicant, String... points) {
        var id = applicant(applicant);
        var judges = new Judges(now().intake().register().orElseThrow(), now().book(), now().floor()).of(round(room), id);
        assertEquals(points.length, judges.size(), "asked: " + judges);
        for (int i = 0; i < points.length; i++) {
            test.accepted(judges.get(i), new SubmitScore(round(room).id(), id, round(room).revision(id, judges.get(i)), marks(room, id, points[i]), Optional.empty()));
        }
        return this;
    }

    /** The indicators of the stage are filled from the first on, until the points are spent. */
    private SortedMap<String, String> marks(int room, ApplicantId applicant, String points) {
        var left = new BigDecimal(points);
        var marks = new TreeMap<String, String>();
        var sheet = now().book().sheetFor(now().intake().register().orElseThrow(), applicant);
        for (var leaf : Leaves.of(sheet, now().book().mode(), round(room).stage())) {
            var mark = left.min(leaf.max());
            marks.put(leaf.code(), mark.toPlainString());
            left = left.subtract(mark);
        }
        return marks;
    }

    /** The first experts of the room, so many, write about everybody. */
    Lived opinions(int room, int many) {
        for (var applicant : round(room).candidates()) {
            for (var expert : experts(room).subList(0, many)) {
                test.accepted(expert, new SubmitScore(round(room).id(), applicant, 0, new TreeMap<>(), Optional.of(new Ciphertext("opinion"))));
            }
        }
        return counted(room);
    }

    /** The round is closed and counted. */
    Lived counted(int room) {
        test.accepted(TestPackage.secretary(room), new CloseRound(round(room).id(), false, Optional.empty()));
        test.accepted(TestPackage.secretary(room), new ComputeTally(round(room).id()));
        return this;
    }

    /** Everybody casts; of an applicant the first so many say yes, then so many are against, the rest abstain: "1.2 5 3". */
    Lived named(int room, String... votes) {
        var electors = round(room).casting().orElseThrow().electors();
        for (int i = 0; i < electors.size(); i++) {
            var paper = new TreeMap<String, String>();
            for (var vote : votes) {
                var words = vote.split(" ");
                var yes = Integer.parseInt(words[1]);
                var against = Integer.parseInt(words[2]);
                if (!now().floor().recused(electors.get(i), applicant(words[0]))) {
                    paper.put(applicant(words[0]).value(), i < yes ? "yes" : i < yes + against ? "against" : "abstain");
                }
            }
            test.accepted(electors.get(i), new CastPaper(round(room).id(), paper));
        }
        return counted(room);
    }

    /** Two tellers read so many papers alike: "1.2 5 3" as above. */
    Lived onPaper(int room, int returned, int invalid, String... votes) {
        var valid = returned - invalid;
        var lines = new ArrayList<Counted>();
        for (var vote : votes) {
            var words = vote.split(" ");
            lines.add(new Counted(applicant(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]),
                    valid - Integer.parseInt(words[1]) - Integer.parseInt(words[2])));
        }
        test.accepted(TestPackage.chair(room), new CountPapers(round(room).id(), returned, invalid, lines));
        test.accepted(TestPackage.SUPERVISOR, new CountPapers(round(room).id(), returned, invalid, lines.reversed()));
        return counted(room);
    }

    /** Everybody takes a token, and all come back valid: of an applicant so many yes; where names are not chosen, so many against. */
    Lived secretly(int room, String... votes) {
        Table<ApplicantId, List<Integer>> marks = Table.empty();
        var valid = round(room).casting().orElseThrow().electors().size();
        for (var vote : votes) {
            var words = vote.split(" ");
            var yes = Integer.parseInt(words[1]);
            marks = marks.with(applicant(words[0]), words.length == 2 ? List.of(valid - yes, yes)
                    : List.of(valid - yes - Integer.parseInt(words[2]), yes, Integer.parseInt(words[2])));
        }
        issued(room);
        var columns = new ArrayList<Column>();
        for (var candidate : round(room).candidates()) columns.add(new Column(candidate, marks.get(candidate).orElse(List.of(valid, 0))));
        test.accepted(TestPackage.secretary(room), new OpenBox(round(room).id(), Blind.tokens(valid), valid, columns));
        test.accepted(TestPackage.secretary(room), new ComputeTally(round(room).id()));
        return this;
    }

    /** Announced, issued to everybody, barred. */
    Lived issued(int room) {
        var electors = round(room).casting().orElseThrow().electors();
        test.accepted(TestPackage.secretary(room), Blind.announcement(round(room).id()));
        for (int i = 0; i < electors.size(); i++) test.accepted(electors.get(i), Blind.asking(round(room).id(), i));
        test.accepted(TestPackage.secretary(room), Blind.barrier(round(room).id()));
        return this;
    }

    Lived signedOff(int... rooms) {
        for (var room : rooms) test.accepted(TestPackage.chair(room), new SignOff(round(room).id()));
        return this;
    }

    Lived signedWithoutRound(int... rooms) {
        for (var room : rooms) test.accepted(TestPackage.chair(room), new SignWithoutRound(TestPackage.room(room)));
        return this;
    }

    Lived sealed() {
        test.accepted(TestPackage.REGISTRAR, new SealMeeting());
        return this;
    }

    /** How it ended for each: "1.2 PASS". */
    Lived ended(String... standings) {
        for (var standing : standings) {
            var words = standing.split(" ");
            assertEquals(Effect.valueOf(words[1]), now().walk().standing(applicant(words[0])), standing);
        }
        return this;
    }

    /** Ranks and totals of a ranking: "1.2 1 84.00", "1.3 – –" where there is none. */
    Lived ranked(int room, String stage, String... ranks) {
        var settled = now().tallies().settled().get(TestPackage.room(room)).orElseThrow().get(stage).orElseThrow().candidates();
        assertEquals(List.of(ranks), settled.stream().map(one -> written(one.applicant()) + " " + one.rank().map(String::valueOf).orElse("–") + " "
                + one.total().map(BigDecimal::toPlainString).orElse("–")).toList());
        return this;
    }

    static String written(ApplicantId id) {
        var digits = id.value().substring("apl_of".length()).split("x");
        return Integer.parseInt(digits[0]) + "." + Integer.parseInt(digits[1]);
    }
}
