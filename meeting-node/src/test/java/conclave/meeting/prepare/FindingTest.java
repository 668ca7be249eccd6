package conclave.meeting.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.meeting.event.Profile;
import conclave.meeting.event.Profile.Denominator;
import conclave.meeting.event.Profile.Parity;
import conclave.meeting.event.Profile.Swap;
import conclave.meeting.event.Threshold;
import conclave.meeting.prepare.Composition.Panel;
import conclave.meeting.prepare.Composition.Youth;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is found is said in both languages with the same facts, and a committee is held against its profile. */
class FindingTest {

    private static final Threshold.Share TWO_THIRDS = new Threshold.Share(2, 3, false);

    @Test
    void bothLanguagesTellTheSameFacts() {
        for (var matter : Matter.values()) {
            var facts = gaps(matter.english());
            assertTrue(gaps(matter.chinese()).containsAll(facts), matter + ": " + facts);
            assertTrue(matter.chinese().endsWith("。") && matter.english().endsWith("."), matter.name());
        }
    }

    @Test
    void somebodysOwnWordsAreNotReadAsGaps() {
        var finding = Finding.of(Matter.NUMBER_TWICE).with("number", "{number}$1\\");
        assertEquals("编号{number}$1\\重复出现，请核对后只保留一条。", finding.chinese());
    }

    @Test
    void aCommitteeIsHeldAgainstItsProfile() {
        assertEquals(List.of(), found(11, 5, 6));
        assertEquals(List.of(Matter.COMMITTEE_TOO_SMALL, Matter.COMMITTEE_MULTIPLE_OF_3), found(11, 4, 5));
        assertEquals(List.of(Matter.COMMITTEE_EVEN), found(11, 7, 7));
        assertEquals(List.of(Matter.COMMITTEE_EVEN, Matter.COMMITTEE_MULTIPLE_OF_3, Matter.PANEL_BELOW_MINIMUM), found(11, 10, 2));
    }

    @Test
    void theShareOfTheYoungerIsTakenOfThoseWhoseAgeIsKnown() {
        var half = new Youth(55, 2026, 1, 2);
        assertEquals(List.of(), ages(half, 1972, 1971));
        assertEquals(List.of(Matter.TOO_FEW_YOUNGER), ages(half, 1972, 1971, 1960));
        assertEquals(List.of(Matter.AGE_UNKNOWN), ages(half, 1972, 1971, 0));
    }

    private static List<Matter> found(int least, int... panels) {
        var profile = new Profile("p", 1, "", TWO_THIRDS, TWO_THIRDS, Denominator.ATTENDING, 3, least, Parity.ODD, true, 3, 9,
                Swap.VOID_SCORES);
        var named = IntStream.of(panels).mapToObj(members -> new Panel("组", members)).toList();
        return Composition.findings(profile, named).stream().map(Finding::matter).toList();
    }

    private static List<Matter> ages(Youth youth, int... years) {
        var members = IntStream.of(years).mapToObj(year -> new Candidate("E" + year, "名", "", "水利", "",
                year == 0 ? Optional.empty() : Optional.of(year), false, Optional.empty())).toList();
        return Composition.ages(members, youth).stream().map(Finding::matter).toList();
    }

    private static TreeSet<String> gaps(String sentence) {
        var gaps = new TreeSet<String>();
        var gap = Pattern.compile("\\{(\\w+)}").matcher(sentence);
        while (gap.find()) gaps.add(gap.group(1));
        return gaps;
    }
}
