package conclave.audit;

import conclave.codec.BadJson;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The files of a result, line by line, against what the evidence leads to. Of each file the first line that differs is told. */
record ResultCheck(Path data, Findings findings) {

    void against(SortedMap<String, List<Json.Obj>> expected) {
        expected.forEach(this::file);
    }

    private void file(String name, List<Json.Obj> expected) {
        var path = data.resolve(name);
        if (!Files.isRegularFile(path)) {
            findings.add(Matter.FILE_ABSENT, "file", name);
            return;
        }
        var comparison = new Comparison(name, expected);
        new LineFile(path, findings).read(comparison::line);
        comparison.end();
    }

    private final class Comparison {
        private final String name;
        private final List<Json.Obj> expected;
        private long seen;
        private boolean told;

        Comparison(String name, List<Json.Obj> expected) {
            this.name = name;
            this.expected = expected;
        }

        void line(long number, byte[] said) {
            seen = number;
            if (told) return;
            told = true;
            if (number > expected.size()) {
                findings.add(Matter.RESULT_SURPLUS, "file", name, "line", number, "lines", expected.size());
                return;
            }
            var comes = expected.get((int) number - 1);
            if (Arrays.equals(CanonicalJson.bytes(comes), said)) told = false;
            else differs(number, said, comes);
        }

        private void differs(long number, byte[] said, Json.Obj comes) {
            var difference = difference(said, comes);
            if (difference.isEmpty()) {
                findings.add(Matter.SIGNED_MALFORMED, "file", name, "line", number);
                return;
            }
            var at = difference.get();
            findings.add(Matter.RESULT_DIFFERS, "file", name, "line", number, "where", at.where(), "said", at.one(), "comes", at.other());
        }

        /** Nothing where it is not even in its form. */
        private static Optional<Difference> difference(byte[] said, Json.Obj comes) {
            try {
                return Difference.first(CanonicalJson.readObject(said), comes);
            } catch (BadJson e) {
                return Optional.empty();
            }
        }

        void end() {
            if (!told && seen < expected.size()) findings.add(Matter.RESULT_CUT, "file", name, "lines", seen, "expected", expected.size());
        }
    }
}
