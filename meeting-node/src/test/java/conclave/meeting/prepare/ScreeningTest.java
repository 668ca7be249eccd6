package conclave.meeting.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Ground;
import conclave.meeting.prepare.Conflict.Sign;
import conclave.meeting.prepare.Screening.Tie;
import conclave.meeting.prepare.Standing.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Conflicts are seen through spellings, former names and abbreviations, and each says why. */
class ScreeningTest {

    private static final long SEED = Long.getLong("conclave.seed", 1);
    private static final int[] BETWEEN = {0x00B7, 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65, 0x0387, 0x16EB, 0x2E31, 0x318D, 0xA78F,
            0x25CF, 0x26AB, 0xFF0E, 0x002E, 0x2024, 0x3002, 0x0020, 0x00A0, 0x3000, 0x200B};
    private static final Units UNITS = Units.of(List.of(
            List.of("新疆维吾尔自治区水利厅", "自治区水利厅"), List.of("自治区水利厅", "区水利厅"), List.of("石河子大学", "石河子农学院", "石河子医学院")));

    @Test
    void everySeparatorAndNoneIsTheSameName() {
        for (int separator : BETWEEN) {
            assertTrue(Spelling.same("买买提·艾力", "买买提" + Character.toString(separator) + "艾力"), Integer.toHexString(separator));
        }
        assertTrue(Spelling.same("买买提·艾力", "买买提艾力"));
        assertTrue(Spelling.same("买买提·艾力·玉素甫", " 买买提．艾力。玉素甫 "));
        assertTrue(Spelling.same("ＬＩ Ming", "li ming"));
        assertTrue(Spelling.same("ئەخمەت ئابدۇللا", "ئەخمەت\u200fئابدۇللا"));
        assertTrue(Spelling.same("\ud842\udfb7 \ud842\udfb7", "\ud842\udfb7\ud842\udfb7"));
    }

    @Test
    void whatIsAnotherNameStaysAnotherName() {
        assertFalse(Spelling.same("买买提·艾力", "艾力·买买提"));
        assertFalse(Spelling.same("买买提·艾力", "买买提"));
        assertFalse(Spelling.same("王建国", "王建民"));
        assertFalse(Spelling.same("", ""));
        assertFalse(Spelling.same("·", "．"));
    }

    @Test
    void aUnitIsKnownByFormerNamesAndAbbreviationsButNothingIsGuessed() {
        assertTrue(UNITS.same("新疆维吾尔自治区水利厅", "区水利厅"));
        assertTrue(UNITS.same("石河子农学院", "石河子 医学院"));
        assertTrue(UNITS.same("新疆建工（集团）有限公司", "新疆建工(集团) 有限公司"));
        assertTrue(UNITS.same("新疆建工〔集团〕有限公司", "新疆建工集团有限公司"));
        assertTrue(UNITS.same("ＡＢ设计院", "ab设计院"));
        assertFalse(UNITS.same("乌鲁木齐市水利局", "乌鲁木齐水利局"));
        assertFalse(UNITS.same("水磨沟区教育局", "水磨沟教育局"));
        assertFalse(UNITS.same("", ""));
    }

    /** Whatever the order in which a chain of names is told, its ends are one unit, and chains that never touch are not. */
    @Test
    void aliasesReachAlongAnyChain() {
        for (long run = SEED; run < SEED + 1000; run++) {
            var chance = new Random(run);
            var told = new ArrayList<List<String>>();
            for (int i = 0; i < 12; i++) {
                told.add(List.of("甲" + i, "甲" + (i + 1)));
                told.add(List.of("乙" + i, "乙" + (i + 1)));
            }
            Collections.shuffle(told, chance);
            var units = Units.of(told);
            assertTrue(units.same("甲0", "甲12") && units.same("乙12", "乙" + chance.nextInt(12)), "seed " + run);
            assertFalse(units.same("甲" + chance.nextInt(13), "乙" + chance.nextInt(13)), "seed " + run);
        }
    }

    @Test
    void eachSignIsFoundWithItsReason() {
        var expert = new Standing("E1", "买买提·艾力", List.of("区水利厅", "石河子大学"), List.of(new Work("绿洲节水", List.of("赵敏", "买买提艾力"))),
                List.of("艾力·玉素甫"));
        var applicants = List.of(
                standing("A1", "钱一", List.of("自治区水利厅")),
                standing("A2", "钱二", List.of("喀什大学", "石河子农学院")),
                standing("A3", "买买提.艾力", List.of("喀什大学")),
                new Standing("A4", "钱四", List.of(), List.of(new Work("大坝安全监测", List.of("钱四", "买买提•艾力"))), List.of()),
                standing("A5", "赵敏", List.of()),
                new Standing("A6", "钱六", List.of(), List.of(), List.of("买买提 艾力")),
                standing("A7", "艾力玉素甫", List.of()),
                standing("A8", "钱八", List.of()),
                standing("A9", "无关", List.of("塔里木大学")));
        var ties = List.of(new Tie("A8", "E1", Ground.TEACHER_STUDENT, "硕士导师"), new Tie("E1", "A9", Ground.OTHER_INTEREST, "合办企业"),
                new Tie("A8", "A9", Ground.KINSHIP, ""));
        var found = Screening.screen(List.of(expert), applicants, ties, UNITS);
        assertEquals(List.of("A1 现为同一单位：区水利厅／自治区水利厅", "A2 曾在同一单位：石河子农学院／石河子大学", "A3 姓名相同，可能为同一人：买买提.艾力／买买提·艾力",
                "A3 论文或项目合作者：绿洲节水",
                "A4 论文或项目合作者：大坝安全监测", "A5 论文或项目合作者：绿洲节水", "A6 登记为亲属：买买提 艾力", "A7 登记为亲属：艾力·玉素甫", "A8 申明有师生关系：硕士导师",
                "A9 申明有其他利害关系：合办企业"), found.stream().map(conflict -> conflict.applicant() + " " + conflict.chinese()).toList());
        assertEquals(Ground.COAUTHOR, Sign.SHARED_WORK.ground());
        for (var ground : Ground.values()) assertEquals(ground, Sign.declared(ground).ground());
    }

    /** Who is called the expert and who the applicant decides nothing, and neither does the order of the lists. */
    @Test
    void conflictsAreSymmetrical() {
        for (long run = SEED; run < SEED + 2000; run++) {
            var chance = new Random(run);
            var experts = people(chance, "E");
            var applicants = people(chance, "A");
            var ties = new ArrayList<Tie>();
            for (int i = 0; i < 3; i++) {
                var one = "E" + chance.nextInt(5);
                var other = "A" + chance.nextInt(5);
                ties.add(new Tie(chance.nextBoolean() ? one : other, chance.nextBoolean() ? other : one,
                        Ground.values()[chance.nextInt(5)], "申明"));
            }
            var forth = Screening.screen(experts, applicants, ties, UNITS);
            var back = Screening.screen(applicants, experts, ties, UNITS).stream()
                    .map(c -> new Conflict(c.applicant(), c.expert(), c.sign(), c.fact())).sorted(BY_EXPERT).toList();
            assertEquals(forth.stream().sorted(BY_EXPERT).toList(), back, "seed " + run);
            Collections.shuffle(experts, chance);
            Collections.shuffle(applicants, chance);
            assertEquals(forth, Screening.screen(experts, applicants, ties, UNITS), "seed " + run);
        }
    }

    private static final Comparator<Conflict> BY_EXPERT = Comparator.comparing(Conflict::toString);

    private static List<Standing> people(Random chance, String kind) {
        var people = new ArrayList<Standing>();
        for (int i = 0; i < 5; i++) {
            people.add(new Standing(kind + i, name(chance), List.of(unit(chance), unit(chance)),
                    List.of(new Work("论文" + chance.nextInt(9), List.of(name(chance), name(chance)))),
                    List.of(name(chance))));
        }
        return people;
    }

    private static String name(Random chance) {
        return List.of("买买提·艾力", "买买提艾力", "王建国", "李敏", "赵敏", "钱一", "孙二", "").get(chance.nextInt(8));
    }

    private static String unit(Random chance) {
        return List.of("区水利厅", "自治区水利厅", "石河子大学", "石河子农学院", "喀什大学", "塔里木大学", "").get(chance.nextInt(7));
    }

    private static Standing standing(String id, String name, List<String> units) {
        return new Standing(id, name, units, List.of(), List.of());
    }
}
