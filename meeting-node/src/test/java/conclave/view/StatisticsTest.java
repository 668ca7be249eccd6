package conclave.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.TestMeeting;
import conclave.meeting.TestPackage;
import conclave.meeting.event.Ground;
import conclave.meeting.event.SittingCommand.Recuse;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three experts, two applicants; expert 3 is recused from applicant 2, expert 1 thought better of the first score. */
class StatisticsTest {

    @TempDir
    Path folder;

    private final TestMeeting test = TestMeeting.roomOf(3, 2).scoring().given(1, 1, "20").given(1, 1, "30").given(1, 2, "20")
            .given(2, 1, "35").given(3, 1, "31.5").given(3, 2, "12");

    @Test
    void aRecusedOrRevisedScoreIsNotCountedInTheMeans() throws Exception {
        recused();
        try (var open = opened()) {
            // 30, 20, 35 and 31.5 make 29.125 on the whole.
            assertEquals(List.of("1 2 25 -4.125", "2 1 35 5.875", "3 1 31.5 2.375"), open.view.statistics().expertMeans(TestMeeting.ID).stream()
                    .map(m -> m.expert().value().substring(m.expert().value().length() - 1) + " " + m.scores() + " " + plain(m.mean())
                            + " " + plain(m.deviation())).toList());
        }
    }

    @Test
    void whoIsRecusedIsNotWaitedFor() throws Exception {
        recused();
        try (var open = opened()) {
            var progress = open.view.statistics().progressPerRoom(TestMeeting.ID);
            assertEquals(List.of(new Statistics.RoomProgress(TestPackage.room(1), "R1", Optional.of(test.round()), true, 5, 4)), progress);
            assertEquals(List.of(new Statistics.Incomplete(TestPackage.room(1), test.applicant(2), "工0002", 2, 1)),
                    open.view.statistics().incompleteApplicants(TestMeeting.ID));
        }
    }

    @Test
    void aRoomWithoutARoundLacksEveryScore() throws Exception {
        var book = new Book().with(TestMeeting.ID, TestMeeting.roomOf(3, 2).facts());
        try (var open = OpenView.started(folder, book).current(book)) {
            assertEquals(List.of(new Statistics.RoomProgress(TestPackage.room(1), "R1", Optional.empty(), false, 6, 0)),
                    open.view.statistics().progressPerRoom(TestMeeting.ID));
            assertEquals(List.of("3 0", "3 0"), open.view.statistics().incompleteApplicants(TestMeeting.ID).stream()
                    .map(a -> a.expected() + " " + a.given()).toList());
        }
    }

    @Test
    void eachHalfDayIsCountedByItself() throws Exception {
        test.sittingClosed(1).sittingOpened(1, conclave.meeting.event.Half.AFTERNOON).signedIn(test.expert(2));
        try (var open = opened()) {
            assertEquals(List.of("MORNING false 3 3", "AFTERNOON true 3 1"), open.view.statistics().attendancePerHalfDay(TestMeeting.ID).stream()
                    .map(h -> h.half() + " " + h.open() + " " + h.expected() + " " + h.present()).toList());
        }
    }

    @Test
    void aQuestionCanChangeNothingAndReachNoFile() throws Exception {
        try (var open = opened()) {
            for (var harm : List.of("DELETE FROM score", "DROP TABLE score", "CREATE TABLE x (y INTEGER)", "SELECT FILE_READ('/etc/passwd')",
                    "SCRIPT TO '" + folder.resolve("out.sql") + "'", "SELECT * FROM CSVREAD('/etc/passwd')", "SHUTDOWN",
                    "CREATE ALIAS z FOR 'java.lang.System.exit'")) {
                assertThrows(SQLException.class, () -> {
                    try (var reader = open.view.tables().reader(); var statement = reader.createStatement()) {
                        statement.execute(harm);
                    }
                }, harm);
            }
            assertTrue(open.view.standing(TestMeeting.ID).current());
        }
    }

    private void recused() {
        test.accepted(test.secretary(), new Recuse(test.expert(3), test.applicant(2), Ground.SAME_UNIT, Optional.empty()));
    }

    private OpenView opened() throws InterruptedException {
        var book = new Book().with(TestMeeting.ID, test.facts());
        return OpenView.started(folder, book).current(book);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
