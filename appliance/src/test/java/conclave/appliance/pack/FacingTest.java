package conclave.appliance.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.main.PackageRoom;
import conclave.seal.container.PackagePapers.Holder;
import conclave.seal.container.PackagePapers.Kind;
import conclave.seal.container.PackageType;
import conclave.seal.container.Profile;
import conclave.seal.container.Statement;
import conclave.seal.container.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a person at a venue reads of a package: words, names and the time on the wall. */
class FacingTest {

    private static final Instant FROM = Instant.parse("2026-11-21T16:30:00Z");

    private static Statement statement(String purpose, List<String> recipients) {
        return new Statement(PackageType.AMENDMENT, "pkg_2", 2, Optional.of("pkg_1"), "M", purpose, FROM, FROM.plus(Duration.ofDays(1)), Profile.GM,
                List.of(new Volume("M.mpkg", 5, "00".repeat(32), Optional.of("11".repeat(32)))), recipients, "tool");
    }

    @Test
    void timesAreThoseOfTheMeetingAndSayIt() {
        var lines = String.join("\n", Facing.lines(statement("amendment", List.of()), Known.NOBODY));
        assertTrue(lines.contains("2026-11-22 00:30 至 until 2026-11-23 00:30（北京时间 UTC+8）"), lines);
        assertFalse(lines.contains("T16:30"), lines);
        assertEquals("2026-11-22 00:30 UTC+8", WallClock.plain(FROM.toString()));
        assertEquals("2026-11-21", WallClock.plain("2026-11-21"));
        assertEquals("certificate of nobody in Z", WallClock.plain("certificate of nobody in Z"));
    }

    @Test
    void purposesOfOursAreSaidInChineseAndAnothersAreQuoted() {
        assertEquals("更正会议资料 amendment", Facing.purpose(statement("amendment", List.of())));
        assertEquals("评审会议 review meeting，代替已遗失的 replaces pkg_1", Facing.purpose(statement("review meeting" + Statement.replacing("pkg_1"), List.of())));
        assertEquals("平台第 3 号回执 receipt 3", Facing.purpose(statement("receipt 3", List.of())));
        assertEquals("春季评审", Facing.purpose(statement("春季评审", List.of())));
    }

    /** The words are the first of those that are read out on the phone. */
    @Test
    void whoIsKnownIsNamedAndAnotherHasWordsAndNeverABareHash() {
        var papers = PackageRoom.papers();
        var key = papers.make(Kind.EC, new Holder("水利厅职改办", Set.of(), FROM, FROM.plus(Duration.ofDays(9))));
        var print = Holding.print(key.certificate());
        var strange = "ab".repeat(32);
        var known = Known.NOBODY.and(List.of(key.certificate(), new byte[] {1, 2}));
        var line = Facing.lines(statement("amendment", List.of(print, strange)), known).getLast();
        assertTrue(line.contains("水利厅职改办（") && line.contains(print.substring(0, 8) + "…") && !line.contains(print), line);
        assertTrue(line.contains("未知证书 unknown（") && !line.contains(strange), line);
        assertTrue(line.contains(Known.fingerprint(strange)) && Known.fingerprint(strange).split(" ").length == 5, line);
    }
}
