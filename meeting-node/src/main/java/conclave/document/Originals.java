package conclave.document;

import conclave.seal.SealedBlobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The documents as they came, sealed under the meeting's key: for the secretariat and for drawing, for nobody else.
 * Code that faces experts is given {@link PageSource}, from which no way leads here.
 */
public final class Originals {

    private final BlobFolder folder;

    public Originals(Path folder, SealedBlobs seal) throws IOException {
        this.folder = new BlobFolder(folder, "originals", seal);
    }

    /** Durable when it returns. The same bytes kept twice are one file. */
    public DocumentId keep(InputStream clear, long most) throws IOException {
        return new DocumentId(folder.keep(clear, most));
    }

    public boolean holds(DocumentId id) {
        return folder.holds(id.sha256());
    }

    /** Bytes of the sealed file as it lies on the disk, for another server that holds the same key; fewer at its end. */
    public byte[] sealed(DocumentId id, long offset, int most) throws IOException {
        return folder.sealed(id.sha256(), offset, most);
    }

    /** Takes a sealed file from another server: only if it opens under the meeting's key and is what its name says. */
    public void take(DocumentId id, InputStream sealed) throws IOException {
        folder.take(id.sha256(), sealed);
    }

    /** What somebody sent turned out to be no document; whoever asks this knows that nobody refers to it. */
    public void drop(DocumentId id) throws IOException {
        folder.drop(id.sha256());
    }

    /** Whether it lies here; then it is wanted again, as if it had come just now. */
    public boolean renew(DocumentId id) throws IOException {
        return folder.renew(id.sha256());
    }

    /** Whether it had lain here since before then and is gone now; whoever asks this knows that nobody refers to it. */
    public boolean dropOlder(DocumentId id, Instant limit) throws IOException {
        return folder.dropOlder(id.sha256(), limit);
    }

    public List<DocumentId> all() throws IOException {
        return folder.names().stream().map(DocumentId::new).toList();
    }

    /** Reads it through once against its name; its size in clear. */
    public long verify(DocumentId id) throws IOException {
        return folder.verify(id.sha256());
    }

    /** Chunks that were changed do not come out; that the whole is right is what {@link #verify} says. */
    public InputStream open(DocumentId id) throws IOException {
        return folder.open(id.sha256());
    }
}
