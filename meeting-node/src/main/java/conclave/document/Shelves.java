package conclave.document;

import conclave.seal.SealedBlobs;
import java.io.IOException;
import java.nio.file.Path;

/** The two stores of pictures of one meeting. */
public final class Shelves {

    private final Pages screening;
    private final Pages released;
    private final ScreenedEarlier earlier;

    private Shelves(Pages screening, Pages released, ScreenedEarlier earlier) {
        this.screening = screening;
        this.released = released;
        this.earlier = earlier;
    }

    public static Shelves in(Path folder, SealedBlobs seal) throws IOException {
        return new Shelves(new Pages(folder.resolve("screening"), Recipe.PLAIN, seal), new Pages(folder.resolve("released"), Recipe.MASKED, seal),
                new ScreenedEarlier(folder.resolve("earlier"), seal));
    }

    Pages of(Shelf shelf) {
        return switch (shelf) {
            case SCREENING -> screening;
            case RELEASED -> released;
        };
    }

    /** Beside them: what the screening before the meeting came to. */
    ScreenedEarlier earlier() {
        return earlier;
    }
}
