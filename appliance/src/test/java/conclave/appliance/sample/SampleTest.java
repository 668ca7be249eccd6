package conclave.appliance.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Kind;
import conclave.exchange.MeetingFile.Person;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFolder;
import conclave.meeting.rule.sheet.Inputs;
import conclave.meeting.rule.sheet.SheetCheck;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample as the server gets it: read back through the same door as a real meeting. */
class SampleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 18);

    @TempDir
    private static Path temp;
    private static Path folder;
    private static MeetingFolder.Reading reading;

    @BeforeAll
    static void make() throws IOException {
        folder = temp.resolve("sample");
        Sample.make(SampleOptions.standard(DAY, folder));
        reading = MeetingFolder.read(folder);
    }

    @Test
    void theServersReaderFindsNothingToComplainOf() {
        assertEquals(List.of(), reading.findings());
        assertTrue(reading.meeting().isPresent());
    }

    @Test
    void theSameOptionsGiveTheSameBytes() throws IOException {
        var again = temp.resolve("again");
        Sample.make(SampleOptions.standard(DAY, again));
        assertEquals(contents(folder), contents(again));
    }

    @Test
    void anotherSeedGivesOtherPeople() throws IOException {
        var other = temp.resolve("other");
        Sample.make(new SampleOptions(1, 1, 1, 2, Kind.REAL, DAY, other));
        var read = MeetingFolder.read(other).meeting().orElseThrow();
        assertFalse(read.applicants().getFirst().idNumber().equals(file().applicants().getFirst().idNumber()));
        assertFalse(read.meeting().title().contains("演练"));
    }

    @Test
    void theFirstApplicantIsTheWorkedExample() {
        var first = file().applicants().getFirst();
        var score = SheetCheck.check(file().sheet()).compiled().orElseThrow().score(Inputs.of(first.facts()));
        assertEquals(0, new BigDecimal("56.2").compareTo(score.automatic()), score::toString);
        assertEquals(0, new BigDecimal("2").compareTo(score.bonus()));
        assertEquals(0, new BigDecimal("1").compareTo(score.deduction()));
    }

    @Test
    void everyRoomHasAsManyApplicantsAndExperts() {
        var rooms = file().applicants().stream().collect(Collectors.groupingBy(Applicant::room, TreeMap::new, Collectors.counting()));
        assertEquals(new TreeMap<>(Map.of("R01", 6L, "R02", 6L)), rooms);
        var experts = file().people().stream().filter(it -> it.code().startsWith("E"))
                .collect(Collectors.groupingBy(it -> it.room().orElseThrow(), TreeMap::new, Collectors.counting()));
        assertEquals(new TreeMap<>(Map.of("R01", 4L, "R02", 4L)), experts);
    }

    @Test
    void dossiersHaveThreeToThirtyPagesAndThePdfsAsManyAsTheySay() throws IOException {
        for (var applicant : file().applicants()) {
            int pages = applicant.documents().stream().mapToInt(MeetingFile.Document::pages).sum();
            assertTrue(pages >= 3 && pages <= 30, applicant.code() + " has " + pages);
            for (var document : applicant.documents()) {
                try (var pdf = Loader.loadPDF(folder.resolve(document.file()).toFile())) {
                    assertEquals(document.pages(), pdf.getNumberOfPages(), document.file());
                }
            }
        }
    }

    /** The platform leaves them out of what it prints; scans are drawn from the same words, in which they do not occur. */
    @Test
    void noIdNumberAndNoTelephoneStandsInADocument() throws IOException {
        for (var applicant : file().applicants()) {
            for (var document : applicant.documents()) {
                var text = text(folder.resolve(document.file()));
                assertFalse(text.contains(applicant.idNumber()) || text.contains(applicant.phone()), document.file());
            }
        }
    }

    @Test
    void theFormCarriesTheApplicantsNameAsText() throws IOException {
        for (var applicant : file().applicants()) {
            var text = text(folder.resolve(applicant.documents().getFirst().file()));
            assertTrue(text.contains(applicant.name()), applicant.code() + " " + applicant.name());
        }
    }

    @Test
    void namesOfEveryKindAreAmongThem() {
        var names = Stream.concat(file().people().stream().map(Person::name), file().applicants().stream().map(Applicant::name)).toList();
        assertTrue(names.stream().anyMatch(it -> it.matches("[^·]+·[^·]+")));
        assertTrue(names.stream().anyMatch(it -> it.matches("[^·]+·[^·]+·[^·]+")));
        assertTrue(names.stream().anyMatch(it -> it.codePoints().anyMatch(Character::isSupplementaryCodePoint)));
        var ethnicities = file().applicants().stream().map(Applicant::ethnicity).distinct().toList();
        assertTrue(ethnicities.containsAll(List.of("汉族", "维吾尔族", "哈萨克族", "回族", "柯尔克孜族", "蒙古族")), ethnicities::toString);
    }

    private static MeetingFile file() {
        return reading.meeting().orElseThrow();
    }

    private static String text(Path pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private static TreeMap<String, String> contents(Path folder) throws IOException {
        var contents = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
