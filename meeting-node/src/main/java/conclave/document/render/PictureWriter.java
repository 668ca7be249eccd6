package conclave.document.render;

import java.util.Optional;

/** What writes the pictures on this machine; the order is part of the wire between the two processes. */
public enum PictureWriter {
    /** The system's library, called directly. */
    LIBRARY,
    /** Debian's cwebp, a process for each picture. */
    PROGRAM,
    /** No WebP here: JPEG and PNG, half as large again. */
    NONE;

    Optional<WebP> webp() {
        return switch (this) {
            case LIBRARY -> LibWebP.find();
            case PROGRAM -> CwebpProgram.find();
            case NONE -> Optional.empty();
        };
    }

    static PictureWriter best() {
        for (var writer : values()) {
            if (writer.webp().isPresent()) return writer;
        }
        return NONE;
    }
}
