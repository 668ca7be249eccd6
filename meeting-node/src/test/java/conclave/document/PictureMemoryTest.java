package conclave.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Memory that is used again: for the next picture when nobody reads the last one, and not a moment before. */
class PictureMemoryTest {

    private static final int LEAF = PictureMemory.LEAF;

    private final PictureMemory memory = new PictureMemory(64L * LEAF);

    private PageImage image(int number, int length) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) number);
        return new PageImage("image/webp", number, 1, bytes).in(memory);
    }

    private static boolean itself(PageImage image) {
        for (int i = 0; i < image.slices(); i++) {
            var slice = image.slice(i);
            while (slice.hasRemaining()) {
                if (slice.get() != (byte) image.width()) return false;
            }
        }
        return true;
    }

    @Test
    void aPictureIsWhatItWasInOnePieceAndInMany() {
        for (int length : new int[] {0, 1, LEAF / 2, LEAF / 2 + 1, LEAF, LEAF + 1, 5 * LEAF - 1}) {
            var bytes = new byte[length];
            new Random(length).nextBytes(bytes);
            for (var image : new PageImage[] {new PageImage("", 1, 1, bytes), new PageImage("", 1, 1, bytes).in(memory)}) {
                assertArrayEquals(bytes, image.bytes());
                var together = new byte[length];
                for (int i = 0, at = 0; i < image.slices(); i++) {
                    int size = image.slice(i).remaining();
                    image.slice(i).get(together, at, size);
                    at += size;
                }
                assertArrayEquals(bytes, together);
            }
        }
    }

    @Test
    void whatEverybodyHasGivenBackServesTheNextAndNothingElseDoes() {
        var first = image(1, 3 * LEAF);
        var second = first.lent().orElseThrow();
        first.giveBack();
        first.giveBack();
        assertEquals(0, memory.idle(), "one reader is left, however often the other says that they are not");
        assertTrue(itself(second));
        assertThrows(IllegalStateException.class, first::bytes);
        assertThrows(IllegalStateException.class, () -> first.slice(0));
        second.giveBack();
        assertEquals(3, memory.idle());
        assertTrue(second.lent().isEmpty(), "nobody can be lent what nobody holds");
        var next = image(2, 2 * LEAF);
        assertEquals(1, memory.idle());
        assertTrue(itself(next));
    }

    @Test
    void noMoreIsKeptThanWasAskedFor() {
        var small = new PictureMemory(2L * LEAF);
        new PageImage("", 1, 1, new byte[5 * LEAF]).in(small).giveBack();
        assertEquals(2, small.idle());
        var alone = new PageImage("", 1, 1, new byte[100]).in(small);
        assertEquals(100, alone.room(), "what is small fills no leaf");
        alone.giveBack();
        assertEquals(2, small.idle());
    }

    /** Many readers at once, who keep pictures for a while, give them back or forget to, while others take their room. */
    @Test
    void nobodyIsEverShownAPieceOfAnotherPicture() throws Exception {
        var cache = new PageCache(40L * LEAF);
        var readers = new ArrayList<Callable<Long>>();
        for (long seed = 0; seed < 4; seed++) {
            var random = new Random(seed);
            var name = "seed " + seed;
            readers.add(() -> read(cache, random, name));
        }
        try (var threads = Executors.newFixedThreadPool(readers.size())) {
            for (var done : threads.invokeAll(readers)) assertTrue(done.get() > 0);
        }
    }

    private long read(PageCache cache, Random random, String name) {
        var held = new ArrayList<PageImage>();
        long looked = 0;
        for (int step = 0; step < 3000; step++) {
            int number = random.nextInt(40);
            var key = new PageCache.Key(Shelf.RELEASED, new DocumentId("0".repeat(64)), number, "", PageSize.PAGE);
            var image = cache.find(key).orElseGet(() -> {
                var made = image(number, (1 + number % 3) * LEAF - number);
                cache.add(key, made);
                return made;
            });
            held.add(image);
            while (held.size() > 6) {
                var one = held.remove(random.nextInt(held.size()));
                assertTrue(itself(one), name);
                looked++;
                if (random.nextInt(10) > 0) one.giveBack();
            }
        }
        return looked;
    }
}
