package conclave.meeting.prepare;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** 候选专家名单, in one order whatever order it came in, so that its digest speaks for who was on it and nothing else. */
public record Roster(List<Candidate> candidates) {

    /** By the bytes of UTF-8, which is the order of code points and the same in every language. */
    static final Comparator<String> BY_BYTES =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private static final String FORMAT = "conclave-roster/1\n";

    public Roster {
        candidates = candidates.stream().sorted(Comparator.comparing(Candidate::number, BY_BYTES)
                .thenComparing(Candidate::line, BY_BYTES)).toList();
    }

    public String canonical() {
        var text = new StringBuilder(FORMAT);
        for (var candidate : candidates) text.append(candidate.line()).append('\n');
        return text.toString();
    }

    /** 名单摘要. */
    public String digest() {
        return Sha256.hex(Sha256.of(canonical()));
    }

    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        if (candidates.isEmpty()) findings.add(Finding.of(Matter.ROSTER_EMPTY));
        var seen = new TreeSet<String>();
        var twice = new TreeSet<String>();
        for (var candidate : candidates) {
            if (candidate.number().isEmpty()) findings.add(Finding.of(Matter.NUMBER_MISSING).with("name", candidate.name()));
            else if (!seen.add(candidate.number()) && twice.add(candidate.number())) {
                findings.add(Finding.of(Matter.NUMBER_TWICE).with("number", candidate.number()));
            }
            if (candidate.name().isEmpty()) findings.add(Finding.of(Matter.NAME_MISSING).with("number", candidate.number()));
            if (!candidate.writable()) findings.add(Finding.of(Matter.BAD_CHARACTER).with("number", candidate.number()));
        }
        return findings;
    }
}
