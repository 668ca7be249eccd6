package conclave.meeting.prepare;

import java.util.Optional;

/**
 * 候选专家: one line of the roster that experts are drawn from. Margins are cut, so that a stray space is not another person.
 *
 * @param number by which the roster knows the person; nobody else has it
 * @param expertClass the class of the expert (类别); empty where the roster has none
 * @param born the year of birth
 * @param barred why this person is left out of the draw (回避或其他原因), where that is so
 */
public record Candidate(String number, String name, String unit, String specialty, String expertClass, Optional<Integer> born,
                        boolean retired, Optional<String> barred) {

    private static final String MARGIN = " \t\u3000\u00a0\ufeff\u200b";

    public Candidate {
        number = trimmed(number);
        name = trimmed(name);
        unit = trimmed(unit);
        specialty = trimmed(specialty);
        expertClass = trimmed(expertClass);
        barred = barred.map(Candidate::trimmed).filter(reason -> !reason.isEmpty());
    }

    /** As it stands in the canonical roster. */
    String line() {
        return String.join("\t", number, name, unit, specialty, expertClass, born.map(String::valueOf).orElse(""),
                retired ? "1" : "0", barred.orElse(""));
    }

    /** Whether every field keeps to its place in a line, and can be written as UTF-8. */
    boolean writable() {
        return line().codePoints().allMatch(c -> c == '\t' || !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                && line().chars().filter(c -> c == '\t').count() == 7;
    }

    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && MARGIN.indexOf(text.charAt(from)) >= 0) from++;
        while (to > from && MARGIN.indexOf(text.charAt(to - 1)) >= 0) to--;
        return text.substring(from, to);
    }
}
