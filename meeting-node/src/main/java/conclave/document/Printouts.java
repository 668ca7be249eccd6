package conclave.document;

import conclave.document.render.Limits;
import conclave.seal.Damaged;
import conclave.seal.SealedBlobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * 打印稿: the PDFs that were made of office files, sealed like the originals and read by the same people; each named by its digest, because
 * another machine sets the same file otherwise. And from which of them each document is shown on this server: the first that was here.
 */
public final class Printouts {

    /** What is larger is not drawn. */
    public static final long LARGEST = Limits.usual().fileBytes();

    private final BlobFolder papers;
    private final BlobFolder shown;

    public Printouts(Path folder, SealedBlobs seal) throws IOException {
        this.papers = new BlobFolder(folder.resolve("papers"), "printouts", seal);
        this.shown = new BlobFolder(folder.resolve("shown"), "printouts shown", seal);
    }

    /** Durable when it returns; its digest. */
    String keep(DocumentId document, InputStream pdf, long most) throws IOException {
        var paper = papers.keep(pdf, most);
        show(document, paper);
        return paper;
    }

    public boolean holds(String paper) {
        return papers.holds(paper);
    }

    /** Bytes of the sealed file as it lies on the disk, for another server that holds the same key; fewer at its end. */
    public byte[] sealed(String paper, long offset, int most) throws IOException {
        return papers.sealed(paper, offset, most);
    }

    /** Takes a sealed print from another server: only if it opens under the meeting's key and is what its name says. */
    public void take(DocumentId document, String paper, InputStream sealed) throws IOException {
        papers.take(paper, sealed);
        if (of(document).isEmpty()) show(document, paper);
    }

    /** One that came with the document: it is shown from now on, if it is what its name says. Durable when it returns. */
    boolean adopt(DocumentId document, String paper, InputStream pdf, long most) throws IOException {
        if (!papers.keep(pdf, most).equals(paper)) return false;
        show(document, paper);
        return true;
    }

    /** Of a document that is on no table any more. */
    void forget(DocumentId document) throws IOException {
        var paper = of(document);
        if (paper.isPresent()) papers.drop(paper.get());
        shown.drop(document.sha256());
    }

    private void show(DocumentId document, String paper) throws IOException {
        shown.replace(document.sha256(), paper.getBytes(StandardCharsets.US_ASCII));
    }

    /** From which the document is shown here; empty while none was made. One that the disk spoiled is made again. */
    public Optional<String> of(DocumentId document) throws IOException {
        try {
            return Optional.of(new String(shown.readNamed(document.sha256()), StandardCharsets.US_ASCII)).filter(papers::holds);
        } catch (NoSuchFileException | Damaged notHere) {
            return Optional.empty();
        }
    }

    long verify(String paper) throws IOException {
        return papers.verify(paper);
    }

    InputStream open(String paper) throws IOException {
        return papers.open(paper);
    }
}
