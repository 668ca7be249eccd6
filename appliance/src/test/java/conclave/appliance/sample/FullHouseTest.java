package conclave.appliance.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.IdNumber;
import conclave.exchange.MeetingFile.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty rooms, four hundred experts, two thousand applicants: their people without their papers. */
class FullHouseTest {

    private static final SampleOptions FULL =
            new SampleOptions(20, 20, 2_000, 7, Kind.REHEARSAL, LocalDate.of(2026, 5, 18), Path.of("unused"));

    @TempDir
    private Path temp;

    @Test
    void nobodyIsThereTwiceAndEveryNumberChecks() {
        var names = new Names();
        var trades = Trade.all();
        var cast = new Cast(FULL, trades, names);
        var rooms = cast.rooms();
        var codes = new TreeSet<String>();
        cast.people(rooms).forEach(it -> assertTrue(codes.add(it.code()), it::code));
        assertEquals(400 + 40 + 3, codes.size());
        assertEquals("第二十评审室", rooms.getLast().name());
        assertEquals(20, new TreeSet<>(rooms.stream().map(it -> it.panel().name()).toList()).size());
        var candidates = new Candidates(FULL, rooms, trades, names);
        var called = new ArrayList<String>();
        for (int i = 0; i < 2_000; i++) {
            var applicant = candidates.make(i);
            assertTrue(codes.add(applicant.person().code()), applicant.person()::code);
            assertEquals(applicant.person().idNumber().charAt(17), IdNumber.checkCharacter(applicant.person().idNumber().substring(0, 17)));
            assertTrue(applicant.person().name().codePointCount(0, applicant.person().name().length()) <= 50, applicant.person()::name);
            called.add(applicant.person().name());
        }
        assertTrue(new TreeSet<>(called).size() > 1_600, "only " + new TreeSet<>(called).size() + " names");
    }

    /** A phrase with an unknown slot, or a character that no face has, would break one dossier in a thousand. */
    @Test
    void everyPhraseCanBeFilledAndSet() throws IOException {
        var types = TypeCase.open(TypeCase.FONTS);
        var chance = Chance.of(1, "phrases");
        for (var trade : Trade.all()) {
            for (var section : new String[] {"name", "major", "units", "journals", "journals-core", "projects-national", "projects-provincial",
                    "projects-prefecture", "projects-county", "papers", "topics", "inventions", "utility", "work"}) {
                for (var line : trade.lines(section)) {
                    types.runs(trade.fill(line, chance, Trade.Region.any(chance)), types.kai());
                    types.runs(line, types.hei());
                }
            }
        }
        var names = new Names();
        for (int i = 0; i < 500; i++) types.runs(names.next(chance, i).name(), types.kai());
    }

    @Test
    void missingFontsAreNamedWithTheirPackages() {
        var missing = assertThrows(TypeCase.FontsMissing.class, () -> TypeCase.open(temp));
        assertTrue(missing.getMessage().contains("fonts-lxgw-wenkai"), missing::getMessage);
    }

    @Test
    void aMeetingLargerThanTheHouseIsRefused() {
        var day = LocalDate.of(2026, 5, 18);
        assertThrows(IllegalArgumentException.class, () -> new SampleOptions(21, 4, 30, 1, Kind.REHEARSAL, day, temp));
        assertThrows(IllegalArgumentException.class, () -> new SampleOptions(2, 4, 1, 1, Kind.REHEARSAL, day, temp));
        assertThrows(IllegalArgumentException.class, () -> new SampleOptions(2, 4, 2_001, 1, Kind.REHEARSAL, day, temp));
    }
}
