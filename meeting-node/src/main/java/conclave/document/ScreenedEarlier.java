package conclave.document;

import conclave.seal.Damaged;
import conclave.seal.SealedBlobs;
import conclave.seal.Stamp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the screening before the meeting came to, sealed, a file for each document; of one that several handed in, once for each of them. */
final class ScreenedEarlier {

    static final int LARGEST = 64 << 20;
    private static final int MOST = 1_000;

    /** One a meeting. */
    private static final String TOLD = "0".repeat(64);

    private final BlobFolder folder;
    private final BlobFolder taken;
    private volatile Optional<TakenOver> told;

    ScreenedEarlier(Path folder, SealedBlobs seal) throws IOException {
        this.folder = new BlobFolder(folder, "screened earlier", seal);
        this.taken = new BlobFolder(folder.resolve("taken"), "prepared pages taken over", seal);
        this.told = readTold();
    }

    /** What became of all that came with the package; durable when it returns. */
    void tell(TakenOver what) throws IOException {
        taken.replace(TOLD, what.toBytes());
        told = Optional.of(what);
    }

    /** Empty where no package came to this server, or none with prepared pages. */
    Optional<TakenOver> told() {
        return told;
    }

    private Optional<TakenOver> readTold() throws IOException {
        try {
            return taken.holds(TOLD) ? TakenOver.read(taken.readNamed(TOLD)) : Optional.empty();
        } catch (Damaged spoiled) {
            return Optional.empty();
        }
    }

    /** Durable when it returns. */
    void keep(Portfolio portfolio) throws IOException {
        if (portfolio.earlier().isEmpty()) return;
        var known = heads(portfolio.document().id());
        if (known.contains(portfolio.bare()) || known.size() == MOST) return;
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        known.add(portfolio.bare());
        for (var each : known) {
            var head = PortfolioHead.bytes(each);
            out.writeInt(head.length);
            out.write(head);
        }
        if (bytes.size() <= LARGEST) folder.replace(portfolio.document().id().sha256(), bytes.toByteArray());
    }

    /** @param against what a document would be held against now, digested as this says */
    Optional<Screened> find(DocumentRef document, Function<Stamp, List<String>> against) throws IOException {
        for (var each : heads(document.id())) {
            var earlier = each.earlier().orElseThrow();
            if (each.document().pages() != document.pages()) continue;
            if (against.apply(new Stamp(HexFormat.of().parseHex(earlier.salt()))).contains(earlier.basis())) return Optional.of(earlier.screened());
        }
        return Optional.empty();
    }

    /** The print on which it was screened, of an office file. */
    Optional<String> paper(DocumentId document) throws IOException {
        return heads(document).stream().flatMap(head -> head.paper().stream()).map(Portfolio.Paper::sha256).findFirst();
    }

    boolean holds(DocumentId document) {
        return folder.holds(document.sha256());
    }

    byte[] sealed(DocumentId document, long offset, int most) throws IOException {
        return folder.sealed(document.sha256(), offset, most);
    }

    void take(DocumentId document, InputStream sealed) throws IOException {
        folder.takeNamed(document.sha256(), sealed.readNBytes(LARGEST + (1 << 20)));
    }

    private static int length(DataInputStream in) throws IOException, NotAPortfolio {
        int length = in.readInt();
        if (length <= 0 || length > in.available()) throw new NotAPortfolio("a head of no length that there is");
        return length;
    }

    /** Nothing where it was spoiled: then the document is screened anew. */
    private List<Portfolio> heads(DocumentId document) throws IOException {
        var heads = new ArrayList<Portfolio>();
        try {
            var in = new DataInputStream(new ByteArrayInputStream(folder.readNamed(document.sha256())));
            while (in.available() > 0 && heads.size() < MOST) heads.add(PortfolioHead.read(new ByteArrayInputStream(in.readNBytes(length(in)))));
        } catch (NoSuchFileException | EOFException | Damaged | NotAPortfolio notThere) {
            return new ArrayList<>();
        }
        return heads;
    }
}
