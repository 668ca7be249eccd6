package conclave.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.DrawnElsewhere.Asking;
import conclave.document.DrawnElsewhere.Taking;
import conclave.document.render.Limits;
import conclave.seal.Damaged;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers of a kit under one key: what one has drawn the other brings over, if it is what it says. */
class DrawnElsewhereTest {

    private static final int ALL = 1 << 20;

    @TempDir
    private Path folder;
    private DrawingDesk first;
    private DrawingDesk second;
    private DocumentRef document;

    @BeforeEach
    void draw() throws Exception {
        first = new DrawingDesk(folder.resolve("first"), Limits.usual());
        Files.createDirectories(folder.resolve("second"));
        Files.copy(folder.resolve("first/meeting.key"), folder.resolve("second/meeting.key"));
        second = new DrawingDesk(folder.resolve("second"), Limits.usual());
        var file = PdfFixtures.text(2);
        document = first.add(file, 2);
        second.add(file, 2);
        first.drawAll(document);
    }

    @AfterEach
    void close() throws IOException {
        first.close();
        second.close();
    }

    @Test
    void whatOneHasDrawnTheOtherDoesNotDraw() throws Exception {
        assertEquals(2, here().bring(document, true, new Honest()));
        assertTrue(here().whole(document, true));
        assertArrayEquals(first.page(document, 2).bytes(), second.page(document, 2).bytes());
        second.rendering.enqueue(List.of(document));
        assertTrue(second.processes.isEmpty(), "nothing was drawn");
        assertEquals(0, here().bring(document, true, new Honest()), "once is enough");
    }

    /** Another page's picture in the place of one, a picture that nobody has, a record that is none: those pages are drawn here. */
    @Test
    void whatIsNotWhatItSaysIsDrawnHere() throws Exception {
        var sent = new ArrayList<String>();
        assertEquals(1, here().bring(document, true, new Honest() {
            @Override
            public boolean picture(String sha256, Taking taking) {
                sent.add(sha256);
                return super.picture(sent.size() == 2 ? sent.getFirst() : sha256, taking);
            }
        }));
        assertEquals(0, here().bring(document, true, new Honest() {
            @Override
            public boolean record(String name, Taking taking) {
                return handed(Optional.of(new byte[200]), taking);
            }
        }));
        assertTrue(!here().whole(document, true));
        assertArrayEquals(first.page(document, 1).bytes(), second.page(document, 1).bytes());
        for (var name : List.of("", "../../meeting.key", "0".repeat(63) + "/", "0".repeat(64))) {
            assertTrue(there().record(true, name, 0, ALL).isEmpty() && there().picture(true, name, 0, ALL).isEmpty(), name);
        }
    }

    private DrawnElsewhere here() {
        return second.rendering.drawnElsewhere();
    }

    private DrawnElsewhere there() {
        return first.rendering.drawnElsewhere();
    }

    /** As the link brings it: what cannot be taken is not had. */
    private static boolean handed(Optional<byte[]> sealed, Taking taking) {
        try {
            if (sealed.isPresent()) taking.take(new ByteArrayInputStream(sealed.get()));
            return sealed.isPresent();
        } catch (IOException | Damaged none) {
            return false;
        }
    }

    private class Honest implements Asking {
        @Override
        public boolean record(String name, Taking taking) {
            return handed(at(() -> there().record(true, name, 0, ALL)), taking);
        }

        @Override
        public boolean picture(String sha256, Taking taking) {
            return handed(at(() -> there().picture(true, sha256, 0, ALL)), taking);
        }

        private static Optional<byte[]> at(Lying lying) {
            try {
                return lying.part();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private interface Lying {
        Optional<byte[]> part() throws IOException;
    }
}
