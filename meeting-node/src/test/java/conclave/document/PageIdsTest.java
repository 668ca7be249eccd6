package conclave.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageIdsTest {

    private final DocumentRef one = new DocumentRef(new DocumentId("1".repeat(64)), 3);
    private final DocumentRef other = new DocumentRef(new DocumentId("2".repeat(64)), 2);
    private final PageIds ids = new PageIds(new byte[32], (_, _) -> Recipe.PLAIN);

    @Test
    void anIdNeverMeansAnotherPictureAndIsTheSameTomorrow() {
        var again = new PageIds(new byte[32], (_, _) -> Recipe.PLAIN);
        assertEquals(ids.of(one), again.of(one));
        assertEquals(5, Stream.concat(ids.of(one).stream(), ids.of(other).stream()).distinct().count());
        assertNotEquals(ids.of(one), new PageIds(new byte[32], (_, _) -> Recipe.masked("ab".repeat(32))).of(one));
        assertNotEquals(ids.of(one), new PageIds(new byte[] {1}, (_, _) -> Recipe.PLAIN).of(one));
    }

    @Test
    void aPageIsFoundOnlyAmongTheDocumentsTheReaderMaySee() {
        var id = ids.of(other, 2);
        assertEquals(Optional.of(new PageIds.Place(other, 2)), ids.find(id, List.of(one, other)));
        assertEquals(Optional.empty(), ids.find(id, List.of(one)));
        assertEquals(Optional.empty(), ids.find(new PageId("../../originals"), List.of(one, other)));
    }

    @Test
    void anIdSaysNothingOfTheDocumentAndFitsInAnAddress() {
        assertTrue(ids.of(one, 1).value().matches("[A-Za-z0-9_-]{22}"));
    }

    @Test
    void fromWhatExpertsAreGivenNoWayLeadsToAnOriginal() {
        for (var type : List.of(PageSource.class, ReleasedPages.class, PageIds.class, PageImage.class, Gate.class, PageClosed.class)) {
            for (var method : type.getMethods()) {
                var given = method.getGenericReturnType().getTypeName();
                assertTrue(Stream.of("Originals", "BlobFolder", "InputStream", "Path", "Rendering", "UnmaskedPages", "Shelves", "Shelf").noneMatch(given::contains),
                        type.getSimpleName() + "." + method.getName() + " gives " + given);
            }
        }
    }
}
