package conclave.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.MeetingFile.Recusal;
import conclave.meeting.event.Ground;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of recusals: it may be left out, and no line of it may be overlooked. */
class RecusalListTest {

    private static final String LIST = MeetingFolder.RECUSALS;
    private static final String LINE = "{\"applicant\":\"A-001\",\"expert\":\"E002\",\"ground\":\"teacherStudent\",\"note\":\"硕士导师\"}";

    private static SmallMeeting whole;

    @TempDir
    private Path temp;
    private SmallMeeting small;

    @BeforeAll
    static void prepare(@TempDir Path workshop) throws IOException {
        whole = SmallMeeting.of(workshop);
    }

    @BeforeEach
    void begin() {
        small = whole.copy().put(LIST, "[" + LINE + "]");
    }

    @Test
    void whatWasWrittenIsReadBackEqual() throws IOException {
        var recusals = List.of(new Recusal("E002", "A-001", Ground.TEACHER_STUDENT, Optional.of("硕士导师")),
                new Recusal("E001", "A-001", Ground.KINSHIP, Optional.empty()));
        var read = MeetingFolder.read(small.write(temp.resolve("one"))).meeting().orElseThrow();
        assertEquals(recusals.subList(0, 1), read.recusals());
        var more = new MeetingFile(read.meeting(), read.people(), read.applicants(), read.sheet(), read.mode(), read.rules(), recusals, read.files());
        try (var bag = new BagWriter(temp.resolve("two"))) {
            bag.carry(read.files().get(SmallMeeting.DOCUMENT), temp.resolve("one"));
            MeetingFolder.describe(more, bag);
            bag.finish(read.meeting().opens(), Map.of());
        }
        assertEquals(recusals, MeetingFolder.read(temp.resolve("two")).meeting().orElseThrow().recusals());
    }

    @Test
    void aFolderWithoutTheListIsWhole() throws IOException {
        var reading = MeetingFolder.read(whole.copy().write(temp.resolve("m")));
        assertEquals(List.of(), reading.findings());
        assertEquals(List.of(), reading.meeting().orElseThrow().recusals());
    }

    @Test
    void theFormatBeforeIsReadAndMayNotHoldTheList() throws IOException {
        var earlier = whole.copy().replace(MeetingFolder.MEETING, MeetingFile.FORMAT, MeetingFile.EARLIER_FORMAT);
        var reading = MeetingFolder.read(earlier.copy().write(temp.resolve("without")));
        assertEquals(List.of(), reading.findings());
        assertTrue(reading.meeting().isPresent());
        var refused = MeetingFolder.read(earlier.put(LIST, "[" + LINE + "]").write(temp.resolve("with")));
        assertFalse(refused.meeting().isPresent());
        assertEquals("file-unexpected " + LIST, refused.findings().getFirst().code() + " " + refused.findings().getFirst().facts().get("file"));
    }

    /** The columns: what stands there, what it is replaced by, the finding, its place. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "E002|E009|recusal-expert-unknown|recusals[0].expert",
        "E002|T01|recusal-of-no-expert|recusals[0].expert",
        "A-001|A-009|recusal-applicant-unknown|recusals[0].applicant",
        "teacherStudent|neighbour|value-not-allowed|recusals[0].ground",
        "teacherStudent|TEACHER_STUDENT|value-not-allowed|recusals[0].ground",
        "\"note\":\"硕士导师\"|\"note\":\" \"|text-blank|recusals[0].note",
        "\"note\":\"硕士导师\"|\"remark\":\"硕士导师\"|field-unknown|recusals[0].remark",
        "\"expert\":\"E002\",||field-missing|recusals[0].expert",
        "E002|E 2|code-malformed|recusals[0].expert"})
    void aMistakeIsNamed(String old, String fresh, String code, String place) throws IOException {
        var reading = MeetingFolder.read(small.replace(LIST, old, fresh == null ? "" : fresh).write(temp.resolve("m")));
        assertNamed(reading, code, place);
    }

    @Test
    void theSamePairStandsThereOnce() throws IOException {
        small.put(LIST, "[" + LINE + "," + LINE.replace("teacherStudent", "kinship") + "]");
        assertNamed(MeetingFolder.read(small.write(temp.resolve("m"))), "recusal-twice", "recusals[1]");
    }

    @Test
    void aNoteMayBeAsLongAsOneThatIsTypedInTheMeeting() throws IOException {
        var longest = whole.copy().put(LIST, "[" + LINE.replace("硕士导师", "𬭎".repeat(500)) + "]");
        assertTrue(MeetingFolder.read(longest.write(temp.resolve("longest"))).meeting().isPresent());
        small.replace(LIST, "硕士导师", "师".repeat(501));
        assertNamed(MeetingFolder.read(small.write(temp.resolve("m"))), "text-too-long", "recusals[0].note");
    }

    @Test
    void aListThatIsNoListIsNamed() throws IOException {
        var reading = MeetingFolder.read(small.put(LIST, "{}").write(temp.resolve("m")));
        assertTrue(reading.findings().stream().anyMatch(it -> it.isError() && it.code().equals("field-wrong-type")), reading.findings()::toString);
        var broken = MeetingFolder.read(small.put(LIST, "[").write(temp.resolve("n")));
        assertTrue(broken.findings().stream().anyMatch(it -> it.code().equals("json-malformed")), broken.findings()::toString);
    }

    /** Three experts are the fewest here: with one recused two are left. */
    @Test
    void whoLeavesTooFewInTheRoomIsSaidAndTakenIn() throws IOException {
        var reading = MeetingFolder.read(small.write(temp.resolve("m")));
        assertTrue(reading.meeting().isPresent());
        assertEquals(List.of("recusals-leave-too-few applicants[0] 2 of 3"), reading.findings().stream()
                .map(it -> it.code() + " " + it.facts().get("path") + " " + it.facts().get("experts") + " of " + it.facts().get("least")).toList());
    }

    @Test
    void whoNeverSitsBeforeTheApplicantIsSaidAndTakenIn() throws IOException {
        var elsewhere = "{\"code\":\"R02\",\"name\":\"第二评审室\",\"panel\":{\"code\":\"P02\",\"name\":\"二组\"},\"specialty\":\"道桥\"}";
        small.replace(MeetingFolder.MEETING, "\"rooms\":[", "\"rooms\":[" + elsewhere + ",");
        moved("E002");
        var said = MeetingFolder.read(small.write(temp.resolve("m")));
        assertEquals(List.of("recusal-elsewhere"), codes(said));
        assertTrue(said.meeting().isPresent());
    }

    /** The hall has all applicants of its panels before it. */
    @Test
    void inTheHallOfTheRoomNothingNeedsToBeSaid() throws IOException {
        var hall = "{\"code\":\"R02\",\"name\":\"大会\",\"panel\":{\"code\":\"P02\",\"name\":\"评委会\"},\"specialty\":\"全体\"}";
        small.replace(MeetingFolder.MEETING, "\"rooms\":[{", "\"rooms\":[" + hall + ",{\"hall\":\"R02\",");
        moved("E002");
        assertEquals(List.of(), codes(MeetingFolder.read(small.write(temp.resolve("m")))));
    }

    /** The expert sits in the second room and nowhere else. */
    private void moved(String expert) {
        var line = "\"code\":\"" + expert + "\"";
        small.replace(MeetingFolder.PEOPLE, line, line + ",\"moved\":0");
        var text = small.text(MeetingFolder.PEOPLE);
        var at = text.indexOf("\"moved\":0");
        var room = text.indexOf("\"room\":\"R01\"", at);
        small.put(MeetingFolder.PEOPLE, (text.substring(0, room) + "\"room\":\"R02\"" + text.substring(room + 12)).replace(",\"moved\":0", ""));
    }

    /** That panels are small and the second room has nobody to run it is no business of these tests. */
    private static List<String> codes(MeetingFolder.Reading reading) {
        return reading.findings().stream().map(Finding::code).filter(code -> !code.equals("panel-too-small") && !code.startsWith("room-without-")).toList();
    }

    private static void assertNamed(MeetingFolder.Reading reading, String code, String place) {
        assertTrue(reading.meeting().isEmpty());
        assertTrue(reading.findings().stream().anyMatch(it -> it.isError() && it.code().equals(code) && LIST.equals(it.facts().get("file"))
                && place.equals(it.facts().get("path"))), reading.findings()::toString);
    }
}
