package conclave.node;

import conclave.document.DocumentRef;
import conclave.document.DrawnElsewhere;
import conclave.document.DrawnElsewhere.Asking;
import conclave.document.DrawnElsewhere.Taking;
import conclave.document.Printouts;
import conclave.meeting.event.Item;
import conclave.meeting.prepare.Clearance;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pages that an office has drawn came with the package to one server; another one brings them over from there before it draws them itself.
 * What does not come is drawn here, as if nobody had it.
 */
final class PictureSupply implements AutoCloseable {

    static final String RECORD = "drawn-pages";
    static final String PICTURE = "drawn-picture";
    private static final Logger LOG = LoggerFactory.getLogger(PictureSupply.class);

    private final Company company;
    private final Fetching lying;
    private final ExecutorService bringing = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("picture-supply").daemon().factory());

    PictureSupply(Company company, Fetching lying) {
        this.company = company;
        this.lying = lying;
    }

    static Optional<byte[]> record(Hall hall, String name, long offset) throws IOException {
        return hall.register().isEmpty() ? Optional.empty() : hall.rendering().drawnElsewhere().record(screened(hall), name, offset, Fetching.PART);
    }

    static Optional<byte[]> picture(Hall hall, String sha256, long offset) throws IOException {
        return hall.register().isEmpty() ? Optional.empty() : hall.rendering().drawnElsewhere().picture(screened(hall), sha256, offset, Fetching.PART);
    }

    /** All its documents are here: their pages are brought, and what is left of them is drawn. */
    void draw(Hall hall) throws IOException {
        boolean here = hall.rendering().prepared().told().isPresent();
        if (here || company.others().stream().noneMatch(company.servers()::contains)) Admission.drawPages(hall);
        else bringing.execute(() -> bring(hall));
    }

    private void bring(Hall hall) {
        int came = 0;
        try {
            for (var applicant : hall.register().orElseThrow().applicants().values()) {
                for (var document : applicant.documents()) {
                    came += bring(hall, document);
                    Admission.draw(hall, List.of(Admission.ref(document)));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.warn("pages of {} could not be brought from another server; they are drawn here", hall.id().value(), e);
            drawAll(hall);
        }
        if (came > 0) LOG.info("{} pages of {} came from another server", came, hall.id().value());
    }

    private static void drawAll(Hall hall) {
        try {
            Admission.drawPages(hall);
        } catch (IOException e) {
            LOG.warn("the pages of {} could not be given to be drawn", hall.id().value(), e);
        }
    }

    private int bring(Hall hall, Item.Document document) throws IOException, InterruptedException {
        var ref = Admission.ref(document);
        var prepared = hall.rendering().prepared();
        if (hall.rendering().drawnElsewhere().whole(ref, screened(hall))) return 0;
        if (screened(hall)) {
            if (!prepared.holds(ref.id())) return 0;
            var paper = prepared.paper(ref.id());
            if (paper.isPresent() && !onPaper(hall, ref, paper.get())) return 0;
        }
        return hall.rendering().drawnElsewhere().bring(ref, screened(hall), new Asking() {
            @Override
            public boolean record(String name, Taking taking) throws InterruptedException {
                return lying.fetch(new Fetching.Wanted(RECORD, hall.id(), name, DrawnElsewhere.LARGEST_RECORD), taking::take);
            }

            @Override
            public boolean picture(String sha256, Taking taking) throws InterruptedException {
                return lying.fetch(new Fetching.Wanted(PICTURE, hall.id(), sha256, DrawnElsewhere.LARGEST_PICTURE), taking::take);
            }
        });
    }

    /** Where this server has printed it otherwise by itself, it draws for itself. */
    private boolean onPaper(Hall hall, DocumentRef document, String paper) throws IOException, InterruptedException {
        var printouts = hall.rendering().printing().printouts();
        if (printouts.isEmpty()) return false;
        if (!printouts.get().holds(paper)) {
            lying.fetch(new Fetching.Wanted(PlanSupply.PAPER, hall.id(), paper, Printouts.LARGEST), sealed -> printouts.get().take(document.id(), paper, sealed));
        }
        return printouts.get().of(document.id()).equals(Optional.of(paper));
    }

    private static boolean screened(Hall hall) {
        return hall.register().map(Clearance::required).orElse(false);
    }

    @Override
    public void close() {
        bringing.shutdownNow();
    }
}
