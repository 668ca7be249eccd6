package conclave.node;

import conclave.document.DocumentId;
import conclave.document.DocumentRef;
import conclave.document.NotAPortfolio;
import conclave.document.NotAPortfolio.Aside;
import conclave.document.TakenOver;
import conclave.exchange.MeetingFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over what an office has drawn and screened. What is not made as here, or is not what it says, is left aside and told, and made anew:
 * a meeting never waits for it and never believes it.
 */
final class TakingPrepared {

    private static final Logger LOG = LoggerFactory.getLogger(TakingPrepared.class);

    private final Hall hall;
    private final boolean screened;
    private final Set<DocumentRef> documents = new HashSet<>();
    private final TreeMap<Aside, Integer> aside = new TreeMap<>();
    private int files;
    private long pages;

    TakingPrepared(Hall hall, MeetingFile file) {
        this.hall = hall;
        this.screened = file.meeting().screening().filter(asked -> asked == MeetingFile.Screening.REQUIRED).isPresent();
        for (var applicant : file.applicants()) {
            for (var document : applicant.documents()) {
                documents.add(new DocumentRef(new DocumentId(file.files().get(document.file()).sha256()), document.pages()));
            }
        }
    }

    /** Durable when it returns; only what is wrong with the disk or the package is thrown. */
    void take(String path, InputStream content) throws IOException {
        try {
            pages += hall.rendering().prepared().take(content, documents::contains, screened);
            files++;
        } catch (NotAPortfolio none) {
            aside.merge(none.aside(), 1, Integer::sum);
            LOG.info("prepared pages were left aside and are made anew, {}: {}", path, none.getMessage());
        }
    }

    /** For whoever imports, and for whoever screens and asks why the machine is still at work. */
    void tell() throws IOException {
        var told = new TakenOver(files, pages, aside);
        if (!told.any()) return;
        LOG.info("{} pages of {} documents were prepared before the meeting, files left aside: {}", pages, files, aside);
        hall.rendering().prepared().tell(told);
    }
}
