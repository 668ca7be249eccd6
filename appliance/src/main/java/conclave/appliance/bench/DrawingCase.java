package conclave.appliance.bench;

import conclave.meeting.prepare.Candidate;
import conclave.meeting.prepare.Draw;
import conclave.meeting.prepare.DrawTerms;
import conclave.meeting.prepare.DrawTerms.Stratum;
import conclave.meeting.prepare.Roster;
import conclave.meeting.prepare.Seed;
import conclave.meeting.prepare.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** A draw of 400 experts for 20 specialties from a roster of 4,000, with and without a limit for one unit. */
final class DrawingCase {

    private DrawingCase() {
    }

    static void measure(Report report, int runs) {
        var free = new double[runs];
        var limited = new double[runs];
        var strata = new ArrayList<Stratum>();
        for (int i = 0; i < 20; i++) strata.add(new Stratum("专业" + i, 20, 5));
        for (int run = 0; run < runs; run++) {
            var chance = new Random(run + 1);
            var candidates = new ArrayList<Candidate>();
            for (int i = 0; i < 4000; i++) {
                candidates.add(new Candidate(String.format(Locale.ROOT, "E%05d", i), "专家" + i, "单位" + chance.nextInt(600),
                        "专业" + i % 20, "A", Optional.empty(), false, Optional.empty()));
            }
            var roster = new Roster(candidates);
            var seed = Seed.of(String.format(Locale.ROOT, "%064x", run + 1));
            free[run] = millis(seed, roster, new DrawTerms("测量", strata, List.of(), false, 0, Units.NONE));
            limited[run] = millis(seed, roster, new DrawTerms("测量", strata, List.of(), false, 2, Units.NONE));
        }
        var plain = Figure.of("400 of 4,000 experts", "draw", "ms", free);
        report.add(plain);
        report.add(Figure.of("400 of 4,000 experts", "draw, 2 of a unit", "ms", limited).against("without a limit", plain));
    }

    private static double millis(Seed seed, Roster roster, DrawTerms terms) {
        long began = System.nanoTime();
        var drawn = Draw.draw(seed, roster, terms);
        if (drawn.blocked()) throw new IllegalStateException("nothing was drawn: " + drawn.findings());
        return (System.nanoTime() - began) / 1e6;
    }
}
