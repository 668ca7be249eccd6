package conclave.document;

import conclave.seal.SealedBlobs;
import java.io.IOException;
import java.nio.file.Path;

/** The two stores of pictures of one meeting. */
public final class Shelves {

    private final Pages screening;
    private final Pages released;

    private Shelves(Pages screening, Pages released) {
        this.screening = screening;
        this.released = released;
    }

    public static Shelves in(Path folder, SealedBlobs seal) throws IOException {
        return new Shelves(new Pages(folder.resolve("screening"), Recipe.PLAIN, seal), new Pages(folder.resolve("released"), Recipe.MASKED, seal));
    }

    Pages of(Shelf shelf) {
        return switch (shelf) {
            case SCREENING -> screening;
            case RELEASED -> released;
        };
    }
}
