package conclave.appliance.bench;

import conclave.appliance.sample.Sample;
import conclave.appliance.sample.SampleOptions;
import conclave.exchange.BagWriter;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Document;
import conclave.exchange.MeetingFile.DocumentKind;
import conclave.exchange.MeetingFile.Expected;
import conclave.exchange.MeetingFile.Meeting;
import conclave.exchange.MeetingFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A full floor of rooms and experts, the applicants' papers one blank page, mostly the same for all: who measures scores
 * does not want four thousand pages to be drawn meanwhile, and in a meeting they were drawn the day before.
 */
final class LightMeeting {

    static final int ROOMS = 20;
    static final int EXPERTS_A_ROOM = 20;
    static final int APPLICANTS_A_ROOM = 20;
    static final int APPLICANTS = ROOMS * APPLICANTS_A_ROOM;

    private LightMeeting() {
    }

    /** The sample's rooms and people as they are; its one applicant in each room stands for twenty. */
    static MeetingFile make(Path work, Papers papers) throws IOException {
        var sample = work.resolve("sample");
        Sample.make(new SampleOptions(ROOMS, EXPERTS_A_ROOM, ROOMS, 1, MeetingFile.Kind.REHEARSAL, LocalDate.now(), sample));
        var light = work.resolve("light");
        write(read(sample), papers, light);
        return read(light);
    }

    static Path folder(Path work) {
        return work.resolve("light");
    }

    private static MeetingFile read(Path folder) throws IOException {
        var reading = MeetingFolder.read(folder);
        return reading.meeting().orElseThrow(() -> new IOException("the meeting does not hold: " + reading.findings()));
    }

    private static void write(MeetingFile sample, Papers papers, Path folder) throws IOException {
        long bytes = 0;
        var applicants = new ArrayList<Applicant>();
        try (var bag = new BagWriter(folder)) {
            for (var one : sample.applicants()) {
                for (int i = 0; i < APPLICANTS_A_ROOM; i++) {
                    var number = String.format(Locale.ROOT, "%05d", applicants.size() + 1);
                    int pages = papers.pages(applicants.size());
                    var paper = papers.paper(applicants.size());
                    bytes += paper.length;
                    bag.put("data/documents/" + number + ".pdf", paper);
                    applicants.add(another(one, "B" + number, new Document("data/documents/" + number + ".pdf", "申报材料", DocumentKind.FORM, pages)));
                }
            }
            var expected = new Expected(sample.people().size(), applicants.size(), applicants.size(), bytes);
            MeetingFolder.describe(new MeetingFile(with(sample.meeting(), expected), sample.people(), applicants, sample.sheet(),
                    sample.mode(), sample.rules(), sample.recusals(), sample.files()), bag);
            bag.finish(sample.meeting().opens(), Map.of("Conclave-Format", MeetingFile.FORMAT, "Bag-Software-Agent", "conclave bench"));
        }
    }

    private static Applicant another(Applicant a, String code, Document paper) {
        return new Applicant(code, a.name(), a.sex(), a.birth(), a.ethnicity(), a.idNumber(), a.phone(), a.unit(), a.recommender(),
                a.education(), a.currentTitle(), a.currentTitleDate(), a.specialty(), a.rank(), a.room(), a.facts(), a.names(),
                a.given(), List.of(paper), a.route());
    }

    private static Meeting with(Meeting m, Expected expected) {
        return new Meeting(m.title(), m.titleEn(), m.kind(), m.organizer(), m.secretariat(), m.committee(), m.policy(), m.opens(),
                m.closes(), m.rooms(), expected);
    }
}
