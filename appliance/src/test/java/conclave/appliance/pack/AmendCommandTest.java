package conclave.appliance.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.BagWriter;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Document;
import conclave.exchange.MeetingFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code conclave package amend}, as an office types it that has noticed something after the package was sent. */
class AmendCommandTest {

    @TempDir
    private Path temp;
    private Counter counter;

    @BeforeEach
    void begin() throws IOException {
        counter = Counter.at(temp);
    }

    @Test
    void fromTwoFoldersToASignedPackageThatSaysWhatItChanges() throws IOException {
        changed("变更后");
        assertEquals(0, amend(), counter::said);
        assertTrue(counter.said().contains("增加材料《补充证明》") && counter.said().contains("更正个人信息（name）"), counter::said);
        assertFalse(counter.said().contains("变更后"), "nobody's name is shown");
        assertEquals(0, counter.type(new InspectCommand(), counter.file("stick/amendment.mpkg"), "--trust", counter.file("office.crt")), counter::said);
        assertTrue(counter.said().contains("amendment") && counter.said().contains("pkg-1"), counter::said);
        try (var left = Files.list(temp)) {
            assertEquals(List.of(), left.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(".")).toList(), "nothing is left of the workshop");
        }
    }

    @Test
    void whereNothingDiffersOrTooMuchNothingIsBuilt() throws IOException {
        assertEquals(1, counter.type(new AmendCommand(), arguments("sample", "--json")));
        assertTrue(counter.said().contains("import.not-amendable") && counter.said().contains("amendment-empty"), counter::said);
        assertEquals(1, counter.type(new AmendCommand(), arguments("nowhere", "--json")));
        assertTrue(counter.said().contains("folder-missing"), counter::said);
        assertFalse(Files.exists(temp.resolve("stick/amendment.mpkg")));
    }

    private int amend() {
        return counter.type(new AmendCommand(), arguments("changed"));
    }

    private String[] arguments(String changed, String... more) {
        return Counter.with(List.of(counter.file("sample"), counter.file(changed), "--out", counter.file("stick"), "--meeting", "P", "--predecessor", "pkg-1",
                "--recipient", counter.file("venue.crt"), "--key", counter.file("office.key")), more);
    }

    /** The first applicant has another name, and one document more. */
    private void changed(String name) throws IOException {
        var sample = temp.resolve("sample");
        var base = MeetingFolder.read(sample).meeting().orElseThrow();
        try (var bag = new BagWriter(temp.resolve("changed"))) {
            for (var file : base.files().values()) {
                if (file.path().startsWith("data/documents/")) bag.carry(file, sample);
            }
            var more = bag.put("data/documents/more.pdf", "%PDF-1.4 one more".getBytes(StandardCharsets.US_ASCII));
            var all = new ArrayList<>(base.applicants());
            all.set(0, with(all.getFirst(), name, new Document(more.path(), "补充证明", MeetingFile.DocumentKind.CERTIFICATE, 1)));
            var about = base.meeting();
            var counts = new MeetingFile.Expected(about.expected().people(), all.size(), about.expected().documents() + 1, about.expected().bytes() + more.bytes());
            MeetingFolder.describe(new MeetingFile(new MeetingFile.Meeting(about.title(), about.titleEn(), about.kind(), about.organizer(), about.secretariat(),
                    about.committee(), about.policy(), about.opens(), about.closes(), about.rooms(), counts), base.people(), all, base.sheet(), base.mode(),
                    base.rules(), base.recusals(), base.files()), bag);
            bag.finish(LocalDate.of(2026, 3, 3), Map.of());
        }
    }

    private static Applicant with(Applicant a, String name, Document more) {
        var documents = new ArrayList<>(a.documents());
        documents.add(more);
        return new Applicant(a.code(), name, a.sex(), a.birth(), a.ethnicity(), a.idNumber(), a.phone(), a.unit(), a.recommender(), a.education(),
                a.currentTitle(), a.currentTitleDate(), a.specialty(), a.rank(), a.room(), a.facts(), a.names(), a.given(), documents);
    }
}
