package conclave.document.screen;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Whatever somebody puts into a file: time grows with it and no more, memory does not grow, nothing is thrown. */
class HostileTextsTest {

    private static final long SEED = Long.getLong("conclave.seed", 20261122L);
    private static final long MOST_NANOSECONDS = 1_000_000_000L;
    private static final List<String> BOMBS = List.of("1", "13", "1 ", "8 6 ", "86-", "一", "@", "a@", "a.", "@.", "10.1000/", "://",
            "证书编号", "证书编号：1-", "住址：", "号", "路1号", "阿依古丽",
            "阿依古丽·买", "王", "王 ", "zhang", "li jianguo ", "\u200b", "\u0301", "\ud835", "\ud835\udfce", "（", "isbn ", "Ⅷ", "ﷺ",
                    "\udc00", "1\n", "/1", "=1", "1a", "第", "QQ 1", "l", "O1", "B8");

    @Test
    void noTextTakesLongerThanItsLength() {
        var sieve = Sieve.forPictures(Somebody.KNOWN);
        for (var bomb : BOMBS) {
            var text = bomb.repeat(100_000 / bomb.length());
            // The processor's time: others may be at work on this machine as well.
            long used = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
                long began = processor();
                sieve.screen(text);
                return processor() - began;
            }, () -> "repeated: " + bomb);
            assertTrue(used < MOST_NANOSECONDS, () -> used / 1_000_000 + " ms for what is repeated: " + bomb);
        }
    }

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void garbageIsATextLikeAnyOther() {
        var random = new Random(SEED);
        var sieve = Sieve.forPictures(Somebody.KNOWN);
        for (int i = 0; i < 300; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(400); j > 0; j--) {
                if (random.nextInt(3) == 0) text.append(BOMBS.get(random.nextInt(BOMBS.size())));
                else text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(0x80)));
            }
            int end = 0;
            for (var hit : sieve.screen(text.toString())) {
                assertTrue(hit.start() >= end && hit.end() <= text.codePointCount(0, text.length()), "seed " + SEED + " round " + i);
                end = hit.end();
            }
        }
    }

    /** Five million characters come and go; what is kept is one window. */
    @Test
    void aTextOfAnyLengthIsReadInOneWindow() throws IOException {
        var page = "本工程由申报人主持完成，联系电话13899990001，总投资1350万元。".repeat(10) + "\n";
        long pages = 5_000_000 / page.length();
        var left = new AtomicLong(pages * page.length());
        var found = new AtomicLong();
        var end = new AtomicLong();
        Sieve.of(List.of()).screen(new Reader() {
            @Override
            public int read(char[] into, int from, int many) {
                long total = pages * page.length();
                int given = (int) Math.min(Math.min(left.get(), many), 5000);
                for (int i = 0; i < given; i++) into[from + i] = page.charAt((int) ((total - left.get() + i) % page.length()));
                left.addAndGet(-given);
                return given == 0 ? -1 : given;
            }

            @Override
            public void close() {
                left.set(0);
            }
        }, (hit, _) -> {
            found.incrementAndGet();
            end.set(hit.end());
        });
        assertTrue(found.get() == pages * 10, () -> found + " of " + pages * 10);
        assertTrue(end.get() > 4_900_000);
    }
}
