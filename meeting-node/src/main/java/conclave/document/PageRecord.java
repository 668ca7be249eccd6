package conclave.document;

import conclave.document.render.Picture;
import conclave.document.render.Trouble;
import java.util.Optional;

/** What became of one page under one mask. */
sealed interface PageRecord {

    /** The digest of the mask under which it was drawn: under another it is another page. */
    String mask();

    /** @param zoom once somebody has asked for it */
    record Drawn(String mask, Stored page, Stored thumbnail, Optional<Stored> zoom, boolean complete) implements PageRecord {
        /** Who looks closely before the finer picture is there sees the page. */
        Stored of(PageSize size) {
            return switch (size) {
                case PAGE -> page;
                case ZOOM -> zoom.orElse(page);
                case THUMBNAIL -> thumbnail;
            };
        }

        Drawn withZoom(Stored finer) {
            return new Drawn(mask, page, thumbnail, Optional.of(finer), complete);
        }
    }

    record Failed(String mask, Trouble trouble) implements PageRecord {
    }

    /** A picture in the store, by the hash of its bytes. */
    record Stored(Picture.Coding coding, int width, int height, String sha256) {
    }
}
