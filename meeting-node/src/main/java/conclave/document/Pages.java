package conclave.document;

import conclave.document.render.Picture;
import conclave.document.render.RenderedPage;
import conclave.seal.Damaged;
import conclave.seal.SealedBlobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Pictures of pages, sealed, in a folder of their own, and what is known of them. */
public final class Pages {

    private static final int LARGEST_PICTURE = 17 << 20;
    private static final int LARGEST_MANIFEST = 16 << 20;

    private final BlobFolder pictures;
    private final BlobFolder manifests;

    /** @param folder never the one of the originals */
    public Pages(Path folder, Recipe recipe, SealedBlobs seal) throws IOException {
        this.pictures = new BlobFolder(folder.resolve("pictures"), "pages", seal);
        this.manifests = new BlobFolder(folder.resolve(recipe.name()), "pages of " + recipe.name(), seal);
    }

    PageRecord.Drawn keep(RenderedPage page, String mask) throws IOException {
        return new PageRecord.Drawn(mask, keep(page.page()), keep(page.thumbnail().orElseThrow()), Optional.empty(), page.complete());
    }

    PageRecord.Stored keep(Picture picture) throws IOException {
        return new PageRecord.Stored(picture.coding(), picture.width(), picture.height(), pictures.keepBound(picture.bytes()));
    }

    /** The same picture on this shelf too. */
    PageRecord.Stored keepFrom(Pages other, PageRecord.Stored stored) throws IOException {
        pictures.keepBound(other.pictures.readBound(stored.sha256()));
        return stored;
    }

    PageImage read(PageRecord.Stored stored) throws IOException {
        return new PageImage(stored.coding().mediaType(), stored.width(), stored.height(), pictures.readBound(stored.sha256()));
    }

    /** The same on leaves of the memory; for a moment it takes the scratch as well. */
    PageImage read(PageRecord.Stored stored, Scratch scratch, PictureMemory memory) throws IOException {
        int length = pictures.readBound(stored.sha256(), scratch);
        return new PageImage(stored.coding().mediaType(), stored.width(), stored.height(), memory.hold(scratch.clear(), length));
    }

    boolean holds(PageRecord.Stored stored) {
        return pictures.holds(stored.sha256());
    }

    /** Bytes of a picture as it lies sealed, for another server that holds the same key; fewer at its end, empty where it is not here. */
    Optional<byte[]> sealedPicture(String sha256, long offset, int most) throws IOException {
        return pictures.holds(sha256) ? Optional.of(pictures.sealed(sha256, offset, most)) : Optional.empty();
    }

    void takePicture(String sha256, InputStream sealed) throws IOException {
        pictures.takeBound(sha256, sealed, LARGEST_PICTURE);
    }

    /** The same of what is known of a document's pages. */
    Optional<byte[]> sealedManifest(String name, long offset, int most) throws IOException {
        return manifests.holds(name) ? Optional.of(manifests.sealed(name, offset, most)) : Optional.empty();
    }

    /** What another server knows of them; nothing is kept of it. */
    Manifest manifest(DocumentWork.Key key, DocumentRef document, InputStream sealed) throws IOException {
        try {
            return Manifest.read(document, manifests.openNamed(key.name(), sealed, LARGEST_MANIFEST)).orElseGet(() -> new Manifest(document));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("a record of pages that is none", e);
        }
    }

    /** A picture the disk spoiled is thrown away; it can be drawn again. */
    void drop(PageRecord.Stored stored) throws IOException {
        pictures.drop(stored.sha256());
    }

    /** Nothing of the document stays; a picture that another document shares is drawn again there. */
    void forget(DocumentWork.Key key, DocumentRef document) throws IOException {
        var manifest = manifest(key, document);
        for (int number = 1; number <= document.pages(); number++) {
            if (manifest.page(number).orElse(null) instanceof PageRecord.Drawn drawn) {
                drop(drawn.page());
                drop(drawn.thumbnail());
            }
        }
        manifests.drop(key.name());
    }

    void keepManifest(DocumentWork.Key key, byte[] manifest) throws IOException {
        manifests.replace(key.name(), manifest);
    }

    /** What is known of a document's pages; nothing, when it was never drawn or the record was spoiled. */
    Manifest manifest(DocumentWork.Key key, DocumentRef document) throws IOException {
        try {
            var bytes = manifests.readNamed(key.name());
            return Manifest.read(document, bytes).orElseGet(() -> new Manifest(document));
        } catch (NoSuchFileException | Damaged e) {
            return new Manifest(document);
        }
    }
}
