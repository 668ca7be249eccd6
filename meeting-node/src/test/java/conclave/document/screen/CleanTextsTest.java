package conclave.document.screen;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What says nothing of anybody is left alone: dates, works, standards, money, tables, prose. */
class CleanTextsTest {

    private static final int PAGE = 2000;
    private static final double MOST = 0.2;

    @Test
    void nothingIsFoundWhereNothingIs() throws IOException {
        seldom(Sieve.of(Somebody.KNOWN));
    }

    @Test
    void norInWhatAMachineHasRead() throws IOException {
        seldom(Sieve.forPictures(Somebody.KNOWN));
    }

    private static void seldom(Sieve sieve) throws IOException {
        var lines = lines();
        assertTrue(lines.size() >= 200, "a page of at least 200 lines");
        var alarms = new ArrayList<String>();
        for (var line : lines) alarms(sieve, line, alarms);
        alarms(sieve, String.join("\n", lines), alarms);
        double pages = 2.0 * lines.stream().mapToInt(String::length).sum() / PAGE;
        assertTrue(alarms.size() <= MOST * pages, () -> alarms.size() + " on " + pages + " pages\n" + String.join("\n", alarms));
    }

    private static void alarms(Sieve sieve, String text, List<String> alarms) {
        for (var hit : sieve.screen(text)) {
            int from = text.offsetByCodePoints(0, hit.start());
            alarms.add(hit + " " + text.substring(from, text.offsetByCodePoints(from, hit.end() - hit.start())) + " in " + text.substring(Math.max(0, from - 20), from));
        }
    }

    private static List<String> lines() throws IOException {
        try (var in = CleanTextsTest.class.getResourceAsStream("/screen/clean.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
        }
    }
}
