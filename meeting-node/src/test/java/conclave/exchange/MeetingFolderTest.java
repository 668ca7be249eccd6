package conclave.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.Finding.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a package says of itself, read strictly: each case is one mistake, and the finding that must name it. */
class MeetingFolderTest {

    private static final String PEOPLE = MeetingFolder.PEOPLE;
    private static final String APPLICANTS = MeetingFolder.APPLICANTS;

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
        small = whole.copy();
    }

    @Test
    void whatWasWrittenIsReadBackEqual() throws IOException {
        var reading = MeetingFolder.read(small.write(temp.resolve("m")));
        assertEquals(List.of(), reading.findings());
        var read = reading.meeting().orElseThrow();
        var written = SmallMeeting.value(15);
        assertEquals(new MeetingFile(written.meeting(), written.people(), written.applicants(), written.sheet(), written.mode(),
                written.rules(), written.recusals(), read.files()), read);
        assertEquals(15, read.files().get(SmallMeeting.DOCUMENT).bytes());
    }

    /** The columns: file, what stands there, what it is replaced by, the finding. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "meeting|\"organizer\":|\"organiser\":|field-unknown",
        "meeting|\"organizer\":|\"organiser\":|field-missing",
        "meeting|\"size\":7|\"size\":\"7\"|field-wrong-type",
        "meeting|\"size\":7|\"size\":7.5|json-malformed",
        "meeting|\"size\":7|\"size\":7,\"size\":7|json-malformed",
        "meeting|\"size\":7|\"size\":0|value-out-of-range",
        "meeting|\"title\":\"评审会\"|\"title\":null|field-wrong-type",
        "meeting|\"title\":\"评审会\"|\"title\":\"  \"|text-blank",
        "meeting|\"title\":\"评审会\"|\"title\":\"评\\u0007审\"|text-with-control-characters",
        "meeting|rehearsal|exercise|value-not-allowed",
        "meeting|conclave-meeting 3|conclave-meeting 4|format-unknown",
        "meeting|conclave-meeting 3|conclave-meeting 1|format-unknown",
        "sheet|conclave-sheet 1|conclave-sheet 2|format-unknown",
        "meeting|2026-03-04|2026-03-01|dates-reversed",
        "meeting|2026-03-04|2026-02-30|date-malformed",
        "meeting|\"people\":6|\"people\":7|count-differs",
        "meeting|\"documents\":1|\"documents\":2|count-differs",
        "meeting|\"bytes\":15|\"bytes\":16|count-differs",
        "people|\"room\":\"R01\"|\"room\":\"R09\"|room-unknown",
        "people|\"room\":\"R01\",||room-missing",
        "people|E002|E001|code-twice",
        "people|E002|E 2|code-malformed",
        "people|王建国|王\u202e建国|name-invisible",
        "applicants|\"name\":\"|\"name\":\"\u2067|name-invisible",
        "people|[\"technician\"]|[]|roles-missing",
        "people|[\"technician\"]|[\"technician\",\"technician\"]|role-twice",
        "people|王建国|一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一|name-too-long",
        "applicants|\"room\":\"R01\"|\"room\":\"R02\"|room-unknown",
        "applicants|\"A1\":|\"A2\":|sheet-unknown-given",
        "applicants|\"A1\":\"13\"|\"A1\":\"13,0\"|decimal-malformed",
        "applicants|\"A1\":\"13\"|\"A1\":13|field-wrong-type",
        "applicants|\"tenure\":|\"ages\":|sheet-unknown-fact",
        "applicants|\"tenure\":\"11\"|\"tenure\":\"十一\"|sheet-not-a-number",
        "applicants|\"level\":\"县级\"|\"level\":\"乡级\"|sheet-not-a-choice",
        "applicants|\"exceptional\":\"否\"|\"exceptional\":\"也许\"|sheet-not-a-flag",
        "applicants|[\"水库\"]|[\"水库\",\"水坝\"]|names-differ",
        "applicants|1985-08-23|2035-08-23|date-in-future",
        "applicants|000001.pdf|../000001.pdf|document-name-refused",
        "applicants|000001.pdf|000002.pdf|document-not-in-package",
        "applicants|000001.pdf|000002.pdf|file-without-owner",
        "sheet|\"step\":\"0.5\"|\"step\":\"0.3\"|sheet-step-does-not-divide",
        "sheet|\"step\":\"0.5\"|\"step\":\"0\"|sheet-step-not-positive",
        "sheet|\"code\":\"deduction\"|\"code\":\"A1\"|sheet-code-twice",
        "sheet|\"kind\":\"expert\"|\"kind\":\"guess\"|field-misfit",
        "sheet|\"scale\":2|\"scale\":\"2\"|field-misfit",
        "mode|\"code\":\"score\"|\"code\":\"auto\"|rule-stage-twice",
        "mode|\"body\":\"panel\"|\"body\":\"crowd\"|field-misfit",
        "rules|\"numerator\":2|\"numerator\":4|rule-share-above-all"})
    void aMistakeIsNamed(String file, String old, String fresh, String code) throws IOException {
        var folder = small.replace("data/" + file + ".json", old, fresh == null ? "" : fresh).write(temp.resolve("m"));
        var reading = MeetingFolder.read(folder);
        if (code == null) assertTrue(reading.meeting().isPresent(), reading.findings()::toString);
        else assertNamed(reading, code);
    }

    @Test
    void anApplicantWithoutDocumentsIsNamed() throws IOException {
        small.replace(APPLICANTS, "[{\"file\":\"data/documents/000001.pdf\",\"kind\":\"form\",\"pages\":1,\"title\":\"评审表\"}]", "[]");
        assertNamed(MeetingFolder.read(small.write(temp.resolve("m"))), "documents-missing");
    }

    @Test
    void aRoomWithoutExpertsIsNamed() throws IOException {
        small.replace(PEOPLE, "[\"expert\"]", "[\"chair\"]");
        assertNamed(MeetingFolder.read(small.write(temp.resolve("m"))), "room-without-experts");
    }

    /** The second dossier holds the very file of the first, and says that it is longer. */
    @Test
    void oneFileWithTwoCountsOfPagesIsNamed() throws IOException {
        var text = small.text(APPLICANTS);
        var other = text.substring(1, text.length() - 1).replace("A-001", "A-002").replace("000001.pdf", "000002.pdf");
        var counted = small.text(MeetingFolder.MEETING).replace("\"applicants\":1", "\"applicants\":2").replace("\"bytes\":15", "\"bytes\":30").replace("\"documents\":1", "\"documents\":2");
        small.put(MeetingFolder.MEETING, counted).put("data/documents/000002.pdf", small.text(SmallMeeting.DOCUMENT));
        small.put(APPLICANTS, text.substring(0, text.length() - 1) + "," + other + "]");
        assertEquals(List.of(), MeetingFolder.read(small.write(temp.resolve("same"))).findings());
        small.put(APPLICANTS, text.substring(0, text.length() - 1) + "," + other.replace("\"pages\":1", "\"pages\":2") + "]");
        var reading = MeetingFolder.read(small.write(temp.resolve("longer")));
        assertNamed(reading, "document-pages-differ");
        assertEquals("applicants[1].documents[0].pages", reading.findings().getFirst().facts().get("path"));
    }

    /** On the day nobody could open it, or sign what it decided: a rehearsal is told, a real meeting does not begin like that. */
    @ParameterizedTest
    @ValueSource(strings = {"secretary", "chair"})
    void aRoomThatNobodyOpensOrSignsForIsNamedInTime(String role) throws IOException {
        var code = "room-without-" + role;
        small.replace(PEOPLE, "[\"" + role + "\"]", "[\"technician\"]");
        var rehearsed = MeetingFolder.read(small.write(temp.resolve("rehearsal")));
        assertTrue(rehearsed.meeting().isPresent());
        assertEquals(List.of(code + " WARNING"), rehearsed.findings().stream().map(one -> one.code() + " " + one.severity()).toList());
        var real = MeetingFolder.read(small.replace(MeetingFolder.MEETING, "\"rehearsal\"", "\"real\"").write(temp.resolve("real")));
        assertNamed(real, code);
    }

    @Test
    void aChairWithoutARoomOfTheirOwnHasAllRooms() throws IOException {
        var people = small.text(PEOPLE);
        var at = people.indexOf("\"C001\"");
        small.put(PEOPLE, people.substring(0, at) + people.substring(at).replaceFirst(",\"room\":\"R01\"", ""));
        assertEquals(List.of(), MeetingFolder.read(small.write(temp.resolve("m"))).findings());
    }

    @Test
    void aMissingFileOfTheFormatIsNamed() throws IOException {
        assertNamed(MeetingFolder.read(small.drop("data/rules.json").write(temp.resolve("m"))), "file-missing");
    }

    @Test
    void aWrongSeparatorInANameIsAWarningAndTheMeetingIsRead() throws IOException {
        small.replace(PEOPLE, "阿依古丽·买买提", "阿依古丽•买买提");
        var reading = MeetingFolder.read(small.write(temp.resolve("m")));
        assertTrue(reading.meeting().isPresent());
        var finding = reading.findings().getFirst();
        assertEquals("name-separator", finding.code());
        assertEquals(Severity.WARNING, finding.severity());
        assertEquals("U+2022", finding.facts().get("found"));
    }

    @Test
    void aWrongCheckCharacterInAnIdNumberIsAWarning() throws IOException {
        small.replace(APPLICANTS, "659985198508235897", "659985198508235898");
        var reading = MeetingFolder.read(small.write(temp.resolve("m")));
        assertTrue(reading.meeting().isPresent());
        assertEquals("id-number-check", reading.findings().getFirst().code());
    }

    /** Findings are logged, so none may carry what identifies a person. */
    @Test
    void noFindingCarriesTheValueItIsAbout() throws IOException {
        small.replace(APPLICANTS, "\"idNumber\":\"659985198508235897\"", "\"idNumber\":[\"659985198508235897\"]")
                .replace(APPLICANTS, "\"name\":\"李雪莲\"", "\"name\":{\"李\":1}".replace("李", "Li"))
                .replace(APPLICANTS, "1985-08-23", "1985/08/23");
        var said = MeetingFolder.read(small.write(temp.resolve("m"))).findings().toString();
        assertTrue(said.contains("idNumber") && said.contains("birth"), said);
        assertTrue(!said.contains("6599") && !said.contains("1985/08"), said);
    }

    @Test
    void theExampleOfTheStandardHasItsCheckCharacter() {
        assertEquals('X', IdNumber.checkCharacter("11010519491231002"));
    }

    @Test
    void aThousandMistakesDoNotFillTheMemory() throws IOException {
        small.put(PEOPLE, "[" + "1,".repeat(5_000) + "1]");
        assertEquals(Findings.MOST + 1, MeetingFolder.read(small.write(temp.resolve("m"))).findings().size());
    }

    private static void assertNamed(MeetingFolder.Reading reading, String code) {
        assertTrue(reading.meeting().isEmpty());
        assertTrue(reading.findings().stream().anyMatch(it -> it.isError() && it.code().equals(code)), reading.findings()::toString);
    }
}
