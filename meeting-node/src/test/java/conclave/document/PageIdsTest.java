package conclave.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
    void idsThatAreRememberedAreTheOnesThatWouldBeMadeAndAreNotRememberedForEver() {
        var index = new PageIndex(4);
        var made = new int[1];
        var remembering = new PageIds(new byte[32], new PageIds.Recipes() {
            @Override
            public Recipe of(DocumentRef document, int page) {
                made[0]++;
                return Recipe.PLAIN;
            }

            @Override
            public Optional<String> ofAll(DocumentRef document) {
                return Optional.of("plain");
            }
        }, index);
        assertEquals(ids.of(one), remembering.of(one));
        assertEquals(ids.of(one, 2), remembering.of(one, 2));
        assertEquals(Optional.of(new PageIds.Place(one, 3)), remembering.find(ids.of(one, 3), List.of(one)));
        assertEquals(3, made[0], "each was made once");
        assertEquals(ids.of(other), remembering.of(other));
        assertEquals(2, index.pages(), "the older one had to make room");
        assertEquals(ids.of(one), remembering.of(one));
        assertEquals(3, index.pages());
    }

    @Test
    void anotherKeyOrAnotherMakingIsNotMixedUpWithWhatIsRemembered() {
        var index = new PageIndex(100);
        var plain = new PageIds(new byte[32], named("plain", Recipe.PLAIN), index);
        var masked = new PageIds(new byte[32], named("masked", Recipe.masked("ab".repeat(32))), index);
        var foreign = new PageIds(new byte[] {1}, named("plain", Recipe.PLAIN), index);
        assertEquals(9, Stream.of(plain, masked, foreign).flatMap(some -> some.of(one).stream()).distinct().count());
        assertEquals(Optional.empty(), masked.find(plain.of(one, 1), List.of(one)));
    }

    /** Each page request asks for one of hundreds: they are made once for a reader, and anew where a mask has changed. */
    @Test
    void eachReadersOwnAddressesAreRememberedForAsLongAsThePagesAreThese() {
        var index = new PageIndex(100);
        var own = new OwnPageIds(new byte[32], index);
        var made = ids.of(one);
        var mine = own.of(one, made, "per_one");
        assertEquals(mine, own.of(one, List.copyOf(made), "per_one"));
        assertEquals(3, index.pages(), "made once");
        assertEquals(OptionalInt.of(2), own.find(mine.get(1), one, made, "per_one"));
        assertEquals(OptionalInt.empty(), own.find(mine.get(1), one, made, "per_other"));
        var masked = List.of(made.get(0), made.get(1), new PageId("another mask"));
        var after = own.of(one, masked, "per_one");
        assertEquals(List.of(true, true, false), List.of(mine.get(0).equals(after.get(0)), mine.get(1).equals(after.get(1)), mine.get(2).equals(after.get(2))));
        assertEquals(OptionalInt.empty(), own.find(mine.get(2), one, masked, "per_one"));
    }

    private static PageIds.Recipes named(String name, Recipe recipe) {
        return new PageIds.Recipes() {
            @Override
            public Recipe of(DocumentRef document, int page) {
                return recipe;
            }

            @Override
            public Optional<String> ofAll(DocumentRef document) {
                return Optional.of(name);
            }
        };
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
