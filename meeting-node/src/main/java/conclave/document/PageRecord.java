package conclave.document;

import conclave.document.render.Picture;
import conclave.document.render.Trouble;

/** What became of one page. */
sealed interface PageRecord {

    record Drawn(Stored page, Stored thumbnail, boolean complete) implements PageRecord {
        Stored of(PageSize size) {
            return size == PageSize.PAGE ? page : thumbnail;
        }
    }

    record Failed(Trouble trouble) implements PageRecord {
    }

    /** A picture in the store, by the hash of its bytes. */
    record Stored(Picture.Coding coding, int width, int height, String sha256) {
    }
}
