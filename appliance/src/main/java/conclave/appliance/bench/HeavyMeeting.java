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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** A small meeting whose papers are as many and as heavy as one wants: a head that says PDF, and bytes by chance, which nothing compresses. */
final class HeavyMeeting {

    private static final int FEWEST = 20;
    /** With more, somebody's file is too large for one entry of the log. */
    private static final int MOST_PAPERS = 100;

    private HeavyMeeting() {
    }

    static Path make(Path work, int files, long bytes) throws IOException {
        var sample = work.resolve("sample");
        Sample.make(new SampleOptions(1, 3, FEWEST, 1, MeetingFile.Kind.REHEARSAL, LocalDate.now(), sample));
        var reading = MeetingFolder.read(sample);
        var meeting = reading.meeting().orElseThrow(() -> new IOException("the sample does not hold: " + reading.findings()));
        var heavy = work.resolve("heavy");
        try (var bag = new BagWriter(heavy)) {
            var papers = papers(bag, files, Math.toIntExact(Math.max(16, bytes / files)));
            var applicants = new ArrayList<Applicant>();
            int many = Math.max(FEWEST, (files + MOST_PAPERS - 1) / MOST_PAPERS);
            for (int i = 0; i < many; i++) {
                var own = new ArrayList<Document>();
                for (int k = i; k < papers.size(); k += many) own.add(papers.get(k));
                applicants.add(another(meeting.applicants().get(i % FEWEST), String.format(Locale.ROOT, "B%05d", i + 1), own));
            }
            var expected = new Expected(meeting.people().size(), many, files, files * Math.max(16, bytes / files));
            MeetingFolder.describe(new MeetingFile(with(meeting.meeting(), expected), meeting.people(), applicants, meeting.sheet(), meeting.mode(),
                    meeting.rules(), meeting.recusals(), meeting.files()), bag);
            bag.finish(meeting.meeting().opens(), Map.of("Conclave-Format", MeetingFile.FORMAT, "Bag-Software-Agent", "conclave bench"));
        }
        return heavy;
    }

    private static List<Document> papers(BagWriter bag, int files, int size) throws IOException {
        var random = new SplittableRandom(1);
        var paper = new byte[size];
        random.nextBytes(paper);
        var head = "%PDF-1.4 ".getBytes(StandardCharsets.US_ASCII);
        var papers = new ArrayList<Document>();
        for (int i = 0; i < files; i++) {
            System.arraycopy(head, 0, paper, 0, head.length);
            for (int at = head.length; at < size; at += 4096) paper[at] = (byte) random.nextInt();
            var path = "data/documents/" + String.format(Locale.ROOT, "%06d", i + 1) + ".pdf";
            bag.put(path, paper);
            papers.add(new Document(path, "材料" + (i + 1), DocumentKind.PAPER, 1));
        }
        return papers;
    }

    private static Applicant another(Applicant a, String code, List<Document> papers) {
        return new Applicant(code, a.name(), a.sex(), a.birth(), a.ethnicity(), a.idNumber(), a.phone(), a.unit(), a.recommender(), a.education(),
                a.currentTitle(), a.currentTitleDate(), a.specialty(), a.rank(), a.room(), a.facts(), a.names(), a.given(), papers, a.route());
    }

    private static Meeting with(Meeting m, Expected expected) {
        return new Meeting(m.title(), m.titleEn(), m.kind(), m.organizer(), m.secretariat(), m.committee(), m.policy(), m.opens(), m.closes(), m.rooms(), expected);
    }
}
