package conclave.document.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random names in random spellings in random prose: found where they stand, and not where they do not. -Dconclave.seed=N begins there again. */
class RandomNamesTest {

    private static final long SEED = Long.getLong("conclave.seed", 20261122L);
    private static final List<String> SURNAMES = List.of("陈", "杨", "赵", "周", "吴", "徐", "马", "欧阳", "司马", "诸葛");
    private static final String GIVEN = "建国志强文博晓峰立新振华海涛俊杰雪莲丽萍红梅玉珍雅琴慧敏素芬淑华";
    private static final List<String> UYGHUR = List.of("买买提", "艾合买提", "吐尔逊", "阿不都热合曼", "玉素甫", "克力木", "帕尔哈提", "木合塔尔", "阿依古丽", "古丽巴哈尔", "热依汗",
            "迪丽努尔", "麦热木", "阿依努尔", "再努尔", "努尔麦麦提", "阿卜杜外力", "库尔班", "迪力夏提");
    private static final String DOTS = "\u00b7\u2022\u2027\u2219\u22c5\u30fb\uff65\u0387\u16eb\u2e31\u318d\ua78f\u25cf\u26ab\uff0e.\u2024\u3002 \u00a0\u3000\u200b\n-";
    private static final String PROSE = "的了在是和有对不为中上下大小水利工程设计施工质量安全管理研究方法结果表明提高降低完成组织实施推广应用技术标准数据分析系统模型参数，。；：（）0123456789 ";

    @Test
    void everySpellingIsFound() {
        var random = new Random(SEED);
        for (int i = 0; i < 400; i++) {
            var name = name(random);
            var before = prose(random, 40);
            var written = written(random, name);
            var text = before + written + prose(random, 40);
            int start = before.codePointCount(0, before.length());
            int end = start + written.codePointCount(0, written.length());
            var found = Sieve.of(List.of(new Known(Kind.NAME, name))).screen(text);
            assertTrue(found.stream().anyMatch(hit -> hit.kind() == Kind.NAME && !hit.near() && hit.start() == start && hit.end() == end),
                    () -> "seed " + SEED + ": " + name + " as " + written + " at " + start + " in " + text + " → " + found);
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var random = new Random(SEED);
        for (int i = 0; i < 60; i++) {
            var sieve = Sieve.of(List.of(new Known(Kind.NAME, name(random)), new Known(Kind.PHONE, "13899991234")));
            assertEquals(List.of(), sieve.screen(prose(random, 3000)), "seed " + SEED);
        }
    }

    @Test
    void aTextMayBeCutAnywhere() throws IOException {
        var random = new Random(SEED);
        var sieve = Sieve.of(Somebody.KNOWN);
        var planted = Planted.all();
        for (int i = 0; i < 12; i++) {
            var text = new StringBuilder();
            while (text.length() < 30_000) text.append(prose(random, random.nextInt(60))).append("\n")
                    .append(planted.get(random.nextInt(planted.size())).text()).append("\n𬭎");
            var whole = sieve.screen(text.toString());
            var pieces = new ArrayList<Hit>();
            Windows.over(new StringReader(text.toString()), 4096 + random.nextInt(5000), sieve::sift, (hit, _) -> pieces.add(hit));
            assertEquals(whole, pieces, "seed " + SEED);
        }
    }

    @Test
    void hitsThatOverlapWhereATextIsCutAreResolvedAlike() throws IOException {
        var sieve = Sieve.of(List.of(new Known(Kind.UNIT, "甲乙丙丁戊己"), new Known(Kind.UNIT, "戊己庚辛壬癸子丑")));
        var text = "甲乙丙丁戊己庚辛壬癸子丑，".repeat(3000);
        var whole = sieve.screen(text);
        for (int width = 4096; width < 4112; width++) {
            var pieces = new ArrayList<Hit>();
            Windows.over(new StringReader(text), width, sieve::sift, (hit, _) -> pieces.add(hit));
            assertEquals(whole, pieces, "windows of " + width);
        }
    }

    private static String name(Random random) {
        if (random.nextInt(2) == 0) {
            var given = new StringBuilder();
            for (int i = 0; i <= 1 + random.nextInt(1); i++) given.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
            return SURNAMES.get(random.nextInt(SURNAMES.size())) + given;
        }
        var name = new StringBuilder(UYGHUR.get(random.nextInt(UYGHUR.size())));
        for (int i = 0; i <= random.nextInt(2); i++) name.append("·").append(UYGHUR.get(random.nextInt(UYGHUR.size())));
        return name.toString();
    }

    /** Another sign between the parts, or none; blanks and breaks in between; a wide or invisible sign here and there. */
    private static String written(Random random, String name) {
        var written = new StringBuilder();
        int separator = random.nextInt(DOTS.length() + 1);
        name.codePoints().forEach(c -> {
            if (c == '·') {
                if (separator < DOTS.length()) written.append(DOTS.charAt(separator));
                return;
            }
            if (!written.isEmpty() && random.nextInt(8) == 0) written.append(random.nextInt(3) == 0 ? "\n" : random.nextInt(2) == 0
                    ? " " : "\u200b");
            written.appendCodePoint(c);
        });
        return written.toString();
    }

    private static String prose(Random random, int length) {
        var prose = new StringBuilder();
        for (int i = 0; i < length; i++) prose.append(PROSE.charAt(random.nextInt(PROSE.length())));
        return prose.append("。").toString();
    }
}
