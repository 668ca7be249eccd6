package conclave.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.MeetingFile.Approval;
import conclave.exchange.MeetingFile.Permits;
import conclave.exchange.MeetingFile.Waiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A committee whose approval has run out does not come in; a filing number may still come, and is waited for (PermissionTest). */
class PermitsTest {

    private static final Optional<Approval> APPROVED = Optional.of(new Approval("人社职〔2026〕3号", LocalDate.of(2028, 12, 31)));
    private static final Permits WHOLE = new Permits(APPROVED, Optional.of("前备2026-1"), Optional.of("会备2026-1"), Optional.empty());

    @TempDir
    private Path temp;

    private static List<String> said(Permits permits) {
        var small = SmallMeeting.value(1);
        var file = new MeetingFile(small.meeting().with(permits), small.people(), small.applicants(), small.sheet(), small.mode(), small.rules(),
                small.recusals(), small.files());
        return MeetingFolder.complete(file).stream().filter(it -> it.facts().getOrDefault("path", "").startsWith("permits"))
                .map(it -> (it.isError() ? "error " : "warning ") + it.code()).toList();
    }

    private static Permits until(String day) {
        return new Permits(Optional.of(new Approval("文号", LocalDate.parse(day))), WHOLE.filedBefore(), WHOLE.filedForMeeting(), Optional.empty());
    }

    /** The meeting is from 2 to 4 March 2026. */
    @Test
    void anApprovalHoldsToTheLastDayOfTheMeeting() {
        assertEquals(List.of(), said(WHOLE));
        assertEquals(List.of(), said(until("2026-03-04")));
        assertEquals(List.of("error approval-ends-early"), said(until("2026-03-03")));
        assertEquals(List.of("error approval-ends-early"), said(until("2026-03-02")));
        assertEquals(List.of("error approval-expired"), said(until("2026-03-01")));
    }

    @Test
    void eachNumberThatIsMissingIsNamed() {
        assertEquals(List.of("error approval-missing", "warning filing-before-missing", "warning filing-meeting-missing"),
                said(new Permits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())));
        assertEquals(List.of("warning filing-meeting-missing"), said(new Permits(APPROVED, WHOLE.filedBefore(), Optional.empty(), Optional.empty())));
    }

    @Test
    void twoDifferentPersonsMayAnswerForItAndOneMayNot() {
        var waived = new Permits(APPROVED, Optional.empty(), WHOLE.filedForMeeting(), Optional.of(new Waiver("系统停机", List.of("王主任", "李处长"))));
        assertEquals(List.of("warning permits-waived", "warning filing-before-missing"), said(waived));
        for (var persons : List.of(List.of("王主任"), List.of("王主任", " 王 主任"), List.<String>of())) {
            var alone = new Permits(APPROVED, Optional.empty(), WHOLE.filedForMeeting(), Optional.of(new Waiver("系统停机", persons)));
            assertEquals(List.of("error waiver-needs-two", "warning filing-before-missing"), said(alone), persons::toString);
        }
    }

    @Test
    void whatWasWrittenIsReadBackEqualAndAFolderThatLacksAnApprovalIsRefused() throws IOException {
        var waived = new Permits(APPROVED, WHOLE.filedBefore(), Optional.empty(), Optional.of(new Waiver("系统停机", List.of("王主任", "李处长"))));
        for (var permits : List.of(WHOLE, waived)) {
            var reading = MeetingFolder.read(written("m" + permits.waiver().isPresent(), permits));
            assertEquals(Optional.of(permits), reading.meeting().orElseThrow().meeting().permits());
        }
        var waiting = MeetingFolder.read(written("late", new Permits(APPROVED, Optional.empty(), Optional.empty(), Optional.empty())));
        assertTrue(waiting.meeting().isPresent());
        assertTrue(waiting.findings().stream().anyMatch(it -> it.code().equals("filing-meeting-missing") && !it.isError()));
        var refused = MeetingFolder.read(written("no", new Permits(Optional.empty(), WHOLE.filedBefore(), WHOLE.filedForMeeting(), Optional.empty())));
        assertFalse(refused.meeting().isPresent());
        assertTrue(refused.findings().stream().anyMatch(it -> it.code().equals("approval-missing")));
    }

    private Path written(String name, Permits permits) throws IOException {
        var read = MeetingFolder.read(SmallMeeting.of(temp.resolve("of" + name)).write(temp.resolve("was" + name))).meeting().orElseThrow();
        var whole = new MeetingFile(read.meeting().with(permits), read.people(), read.applicants(), read.sheet(), read.mode(), read.rules(),
                read.recusals(), read.files());
        try (var bag = new BagWriter(temp.resolve(name))) {
            bag.carry(read.files().get(SmallMeeting.DOCUMENT), temp.resolve("was" + name));
            MeetingFolder.describe(whole, bag);
            bag.finish(LocalDate.of(2026, 3, 1), Map.of());
        }
        return temp.resolve(name);
    }
}
