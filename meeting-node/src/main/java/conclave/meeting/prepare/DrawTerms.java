package conclave.meeting.prepare;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * 抽取条件, to be published together with the commitments: they decide who of the drawn order is seated, never the order itself,
 * so that trying other terms after the seed is known moves as little as possible.
 *
 * @param purpose what is being drawn, in one line; another purpose is another order
 * @param strata so many of each specialty
 * @param classes only these classes of experts; all where it is empty
 * @param retiredOut retired experts are left out
 * @param mostPerUnit so many of one unit at most among members, and among members and alternates together; zero: no limit
 * @param units which names mean one unit
 */
public record DrawTerms(String purpose, List<Stratum> strata, List<String> classes, boolean retiredOut, int mostPerUnit, Units units) {

    /** One specialty (or panel): so many members, and so many alternates in order. */
    public record Stratum(String specialty, int members, int alternates) {
        public Stratum {
            specialty = Candidate.trimmed(specialty);
            if (specialty.isEmpty() || specialty.codePoints().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("专业名称应写成一行文字。A specialty is one line of text.");
            }
            if (members < 1 || alternates < 0) {
                throw new IllegalArgumentException("抽取人数至少为1，备选人数不能为负。At least one member, and alternates or none.");
            }
        }
    }

    public DrawTerms {
        if (purpose.isBlank() || purpose.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("抽取用途应写成一行文字。The purpose is one line of text.");
        }
        strata = strata.stream().sorted(Comparator.comparing(Stratum::specialty, Roster.BY_BYTES)).toList();
        classes = List.copyOf(classes);
    }

    /** Why the candidate does not take part, as the record of the draw says it. */
    public Optional<String> bars(Candidate candidate) {
        if (candidate.barred().isPresent()) return candidate.barred();
        if (retiredOut && candidate.retired()) return Optional.of("已退休");
        if (!classes.isEmpty() && !classes.contains(candidate.expertClass())) return Optional.of("类别不符");
        return Optional.empty();
    }

    /** The terms that hold for all strata, in one line. */
    public String said() {
        return (classes.isEmpty() ? "类别不限" : "类别为" + String.join("、", classes)) + (retiredOut ? "；已退休的不参加" : "；退休不限")
                + (mostPerUnit == 0 ? "；同一单位人数不限" : "；同一单位至多" + mostPerUnit + "人");
    }
}
