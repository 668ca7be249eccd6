package conclave.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PageCacheTest {

    private static PageCache.Key key(int page) {
        return new PageCache.Key(Shelf.RELEASED, new DocumentId("0".repeat(64)), page, "", PageSize.PAGE);
    }

    private static PageImage image(int bytes) {
        return new PageImage("image/png", 1, 1, new byte[bytes]);
    }

    private static boolean has(PageCache cache, PageCache.Key key) {
        return cache.find(key).isPresent();
    }

    @Test
    void memoryStaysUnderTheCapAndTheLeastReadGoesFirst() {
        var cache = new PageCache(1000);
        cache.add(key(1), image(400));
        cache.add(key(2), image(400));
        assertTrue(has(cache, key(1)));
        cache.add(key(3), image(400));
        assertEquals(800, cache.bytes());
        assertFalse(has(cache, key(2)));
        assertTrue(has(cache, key(1)));
        cache.add(key(1), image(100));
        assertEquals(500, cache.bytes());
        cache.add(key(4), image(5000));
        assertEquals(0, cache.bytes(), "what does not fit does not stay");
    }

    @Test
    void whatIsForgottenIsGoneAndTakesNoRoom() {
        var cache = new PageCache(1000);
        cache.add(key(1), image(400));
        cache.add(key(2), image(400));
        var other = new PageCache.Key(Shelf.SCREENING, new DocumentId("0".repeat(64)), 1, "", PageSize.PAGE);
        cache.add(other, image(100));
        cache.forget(Shelf.RELEASED, new DocumentId("1".repeat(64)));
        assertEquals(900, cache.bytes());
        cache.forget(Shelf.RELEASED, new DocumentId("0".repeat(64)));
        assertFalse(has(cache, key(1)));
        assertTrue(has(cache, other), "whoever screens may still look at it");
        assertEquals(100, cache.bytes());
    }
}
