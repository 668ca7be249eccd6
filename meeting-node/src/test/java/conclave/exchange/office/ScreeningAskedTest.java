package conclave.exchange.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.MeetingFile.Handling;
import conclave.exchange.MeetingFile.Reading;
import conclave.exchange.MeetingFile.Screening;
import conclave.exchange.MeetingFile.Watermark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether pages wait at the venue: of a real meeting they do unless its office says that they need not, and it may not say so of names. */
class ScreeningAskedTest {

    private static final int KIND = 4;
    private static final int POLICY = 11;
    private static final int SCREENING = Form.MEETING.items().size() - 1;

    @TempDir
    private Path temp;

    @Test
    void aRealMeetingIsScreenedUnderEveryPolicy() throws Exception {
        for (var policy : new String[] {"实名", "单盲", "双盲"}) assertEquals(Optional.of(Screening.REQUIRED), asked("正式", policy, ""), policy);
        assertEquals(Optional.of(Screening.REQUIRED), asked("正式", "双盲", "要筛查"));
        assertEquals(Optional.of(Screening.NONE), asked("正式", "实名", "不筛查"));
    }

    @Test
    void aRehearsalOpensByItselfUnlessSomebodyWantsToRehearseThat() throws Exception {
        for (var policy : new String[] {"实名", "单盲", "双盲"}) assertEquals(Optional.empty(), asked("演练", policy, ""), policy);
        assertEquals(Optional.empty(), asked("演练", "单盲", "不筛查"));
        assertEquals(Optional.of(Screening.REQUIRED), asked("演练", "单盲", "要筛查"));
    }

    @Test
    void whoHidesNamesCannotDoWithoutIt() throws Exception {
        for (var policy : new String[] {"单盲", "双盲"}) {
            var gathered = filled("正式", policy, "不筛查").gather();
            assertTrue(gathered.meeting().isEmpty());
            assertTrue(gathered.findings().stream().anyMatch(it -> it.error() && it.finding().what().contains("不能不筛查")), gathered.findings().toString());
        }
    }

    /** What an office leaves out is as it always was. */
    @Test
    void whenDossiersAreReadAndHowPagesAreMarkedIsAskedForThereToo() throws Exception {
        assertEquals(new Handling(Optional.of(Screening.REQUIRED), Optional.empty(), Optional.empty()), handled("", ""));
        assertEquals(new Handling(Optional.of(Screening.REQUIRED), Optional.of(Reading.SITTINGS), Optional.of(Watermark.STRICT)), handled("整场会议", "写入页面"));
        assertEquals(new Handling(Optional.of(Screening.REQUIRED), Optional.of(Reading.ROUNDS), Optional.of(Watermark.OVERLAID)), handled("评审轮次中", "叠加"));
    }

    private Handling handled(String reading, String watermark) throws Exception {
        var desk = filled("正式", "双盲", "").edit("会议.xlsx", book -> {
            Desk.set(book, "会议", "B" + (SCREENING + 1), reading);
            Desk.set(book, "会议", "B" + (SCREENING + 2), watermark);
        });
        return desk.gather().meeting().orElseThrow().meeting().handling();
    }

    private Optional<Screening> asked(String kind, String policy, String screening) throws Exception {
        var gathered = filled(kind, policy, screening).gather();
        return gathered.meeting().orElseThrow(() -> new AssertionError(gathered.findings().toString())).meeting().screening();
    }

    private Desk filled(String kind, String policy, String screening) throws Exception {
        var desk = Desk.of(Files.createTempDirectory(temp, "desk"));
        desk.edit("评委.xlsx", book -> Desk.row(book, "评委", 8, "G001", "王强", "办事机构", "会务管理员"));
        return desk.edit("会议.xlsx", book -> {
            Desk.set(book, "会议", "B" + KIND, kind);
            Desk.set(book, "会议", "B" + POLICY, policy);
            Desk.set(book, "会议", "B" + SCREENING, screening);
        });
    }
}
