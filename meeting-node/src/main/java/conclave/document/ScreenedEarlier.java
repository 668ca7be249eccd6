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

    private final BlobFolder folder;

    ScreenedEarlier(Path folder, SealedBlobs seal) throws IOException {
        this.folder = new BlobFolder(folder, "screened earlier", seal);
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
