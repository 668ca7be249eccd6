package conclave.meeting.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Rosters and seeds for the tests of the draw. */
final class Rosters {

    private Rosters() {
    }

    static Candidate candidate(int number, String unit, String specialty) {
        return new Candidate(String.format(Locale.ROOT, "E%03d", number), "专家" + number, unit, specialty, "A",
                Optional.of(1960 + number % 30), false, Optional.empty());
    }

    /** So many experts of a specialty, each of a unit of their own. */
    static Roster of(String specialty, int many) {
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < many; i++) candidates.add(candidate(i, "单位" + i, specialty));
        return new Roster(candidates);
    }

    static Seed seed(Random chance) {
        var hex = new StringBuilder();
        for (int i = 0; i < 8; i++) hex.append(String.format(Locale.ROOT, "%08x", chance.nextInt()));
        return Seed.of(hex.toString());
    }

    static DrawTerms terms(int mostPerUnit, DrawTerms.Stratum... strata) {
        return new DrawTerms("测试抽取", List.of(strata), List.of(), false, mostPerUnit, Units.NONE);
    }

    static DrawTerms.Stratum stratum(String specialty, int members, int alternates) {
        return new DrawTerms.Stratum(specialty, members, alternates);
    }

    static List<String> numbers(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::number).toList();
    }
}
