package conclave.appliance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Holds what was acknowledged against what stands in the record, key by key. */
record EvidenceCheck(long lines, long acknowledged, long missing, long twice) {

    static final EvidenceCheck NOTHING = new EvidenceCheck(0, 0, 0, 0);
    private static final Pattern KEY = Pattern.compile("\"key\":\"([0-9a-f]{32})\"");

    static EvidenceCheck of(Path data, List<Seat> seats) throws IOException {
        var kept = seats.stream().map(_ -> new BitSet()).toList();
        long lines = 0;
        long twice = 0;
        try (var folders = Files.list(data.resolve("meetings"))) {
            for (var folder : folders.toList()) {
                try (var text = Files.newBufferedReader(folder.resolve("evidence.jsonl"))) {
                    for (String line; (line = text.readLine()) != null; ) {
                        var key = KEY.matcher(line);
                        if (!key.find()) continue;
                        long named = Long.parseUnsignedLong(key.group(1), Long.BYTES * 2, Long.BYTES * 4, 16);
                        int seat = (int) (named >>> Integer.SIZE);
                        int number = (int) named;
                        if (!key.group(1).equals(Seat.key(seat, number))) continue;
                        lines++;
                        var submissions = kept.get(seat);
                        if (submissions.get(number)) twice++;
                        submissions.set(number);
                    }
                }
            }
        }
        long acknowledged = 0;
        long missing = 0;
        for (var seat : seats) {
            acknowledged += seat.acknowledged();
            missing += seat.acknowledged() - kept.get(seat.number()).get(1, seat.acknowledged() + 1).cardinality();
        }
        return new EvidenceCheck(lines, acknowledged, missing, twice);
    }

    EvidenceCheck and(EvidenceCheck other) {
        return new EvidenceCheck(lines + other.lines, acknowledged + other.acknowledged, missing + other.missing, twice + other.twice);
    }

    boolean holds() {
        return missing == 0 && twice == 0;
    }

    @Override
    public String toString() {
        return "evidence: " + lines + " lines for " + acknowledged + " acknowledgements, " + missing + " missing, " + twice + " twice";
    }
}
