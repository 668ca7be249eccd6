package conclave.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.pack.Counter;
import conclave.config.NodeConfig;
import conclave.exchange.BagWriter;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Document;
import conclave.exchange.MeetingFolder;
import conclave.main.ConclaveNode;
import conclave.meeting.intake.Register;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the office's second folder into the record: shown, confirmed, taken once; and where the meeting says no, nothing of it stays. */
class AmendmentTakenInTest {

    @TempDir
    private Path temp;
    private Counter counter;

    @BeforeEach
    void begin() throws Exception {
        counter = Counter.at(temp);
        assertEquals(0, counter.build("--id", "pkg-1", "--meeting", "P"), counter::said);
        assertEquals(0, counter.bring(), counter::said);
        serve(register -> assertEquals(1, register.applicants().size()));
        changed();
        assertEquals(0, counter.amend(counter.file("changed")), counter::said);
    }

    @Test
    void confirmedItIsInTheMeetingAtTheNextStart() throws Exception {
        assertEquals(1, counter.bringNamed("A", "--json"), counter::said);
        assertTrue(counter.said().contains("import.unconfirmed") && counter.said().contains("file_added"), counter::said);
        assertEquals(0, counter.bringNamed("A", "--confirm"), counter::said);
        assertTrue(counter.said().contains("增加材料《补充证明》"), counter::said);
        for (int start = 1; start <= 2; start++) {
            serve(register -> {
                var one = register.applicants().values().getFirst();
                assertEquals(2, register.version(one.id()));
                assertEquals("doc_", one.documents().getLast().id().value().substring(0, 4));
            });
        }
        assertFalse(Files.exists(temp.resolve("data/intake/meetings/pkg-2")));
        assertEquals(0, counter.bringNamed("A", "--confirm", "--json"), counter::said);
        assertTrue(counter.said().contains("\"already\":true"), counter::said);
    }

    private void serve(Consumer<Register> visit) throws Exception {
        var config = NodeConfig.read(Optional.empty(), Map.of("data", temp.resolve("data").toString(), "port", "0")).value().orElseThrow();
        var waiting = new WaitingPackages(Preparation.NONE);
        try (var node = ConclaveNode.start(config, waiting::begin, broken -> {
            throw broken;
        }).value().orElseThrow()) {
            waiting.prepare(node);
            visit.accept(node.house().halls().iterator().next().register().orElseThrow());
        }
    }

    /** The first applicant has one document more, a photograph. */
    private void changed() throws IOException {
        var sample = temp.resolve("sample");
        var base = MeetingFolder.read(sample).meeting().orElseThrow();
        try (var bag = new BagWriter(temp.resolve("changed"))) {
            for (var file : base.files().values()) {
                if (file.path().startsWith("data/documents/")) bag.carry(file, sample);
            }
            var more = bag.put("data/documents/more.png", "\u0089PNG\r\n\u001a\n one more".getBytes(StandardCharsets.ISO_8859_1));
            var all = new ArrayList<>(base.applicants());
            all.set(0, with(all.getFirst(), new Document(more.path(), "补充证明", MeetingFile.DocumentKind.CERTIFICATE, 1)));
            var about = base.meeting();
            var counts = new MeetingFile.Expected(about.expected().people(), all.size(), about.expected().documents() + 1, about.expected().bytes() + more.bytes());
            MeetingFolder.describe(new MeetingFile(new MeetingFile.Meeting(about.title(), about.titleEn(), about.kind(), about.organizer(), about.secretariat(),
                    about.committee(), about.policy(), about.opens(), about.closes(), about.rooms(), counts), base.people(), all, base.sheet(), base.mode(),
                    base.rules(), base.recusals(), base.files()), bag);
            bag.finish(LocalDate.of(2026, 3, 3), Map.of());
        }
    }

    private static Applicant with(Applicant a, Document more) {
        var documents = new ArrayList<>(a.documents());
        documents.add(more);
        return new Applicant(a.code(), a.name(), a.sex(), a.birth(), a.ethnicity(), a.idNumber(), a.phone(), a.unit(), a.recommender(), a.education(),
                a.currentTitle(), a.currentTitleDate(), a.specialty(), a.rank(), a.room(), a.facts(), a.names(), a.given(), documents);
    }
}
