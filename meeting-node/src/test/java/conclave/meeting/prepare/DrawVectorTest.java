package conclave.meeting.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page docs/formats/draw.md says how to draw; what it says is what we do, and what its script does. */
class DrawVectorTest {

    private static final Path PAGE = Path.of(System.getProperty("conclave.project", "..")).resolve("meeting-node/docs/formats/draw.md");
    private static final String PURPOSE = "2026年工程系列高级评委会";

    @TempDir
    private Path temp;

    @Test
    void theVectorOfThePage() throws IOException {
        var page = Files.readString(PAGE);
        var text = between(page, "```roster\n", "```");
        var roster = new Roster(text.lines().skip(1).map(DrawVectorTest::candidate).toList());
        assertEquals(text, roster.canonical());
        assertEquals(said(page, "digest"), roster.digest());
        var seed = Seed.of(said(page, "share"));
        assertEquals(List.of(said(page, "commitment")), seed.commitments());
        assertEquals(PURPOSE, said(page, "purpose"));
        assertEquals(said(page, "order of 水利"), String.join(" ", order(seed, roster)));
    }

    @Test
    void theScriptOfThePageDrawsTheSame() throws IOException, InterruptedException {
        assumeTrue(python(List.of("python3", "--version")).isPresent(), "there is no python3 here");
        var script = between(Files.readString(PAGE), "```python\n", "```");
        for (int run = 1; run <= 8; run++) {
            var chance = new Random(run);
            var candidates = new ArrayList<Candidate>();
            for (int i = 0; i < 4 + chance.nextInt(60); i++) {
                candidates.add(new Candidate(List.of("E", "专", "\ud842\udfb7", "\uff21").get(chance.nextInt(4)) + i, "　名 字\u00a0", "单位" + i,
                        chance.nextInt(3) == 0 ? "道桥" : "水利", "A",
                        chance.nextBoolean() ? Optional.of(1970) : Optional.empty(), chance.nextBoolean(), chance.nextInt(4) == 0
                                ? Optional.of("亲属") : Optional.empty()));
            }
            candidates.add(candidate("F\t名\t\t水利\tA\t\t0\t"));
            var roster = new Roster(candidates);
            var seed = new Seed(List.of(Rosters.seed(chance).shares().getFirst(), Rosters.seed(chance).shares().getFirst()));
            var csv = temp.resolve("roster.csv");
            Files.write(csv, lines(candidates));
            var command = new ArrayList<>(List.of("python3", "-X", "utf8", "-c", script, csv.toString(), PURPOSE, "水利"));
            command.addAll(seed.shares());
            var expected = new ArrayList<>(List.of(roster.digest()));
            expected.addAll(seed.commitments());
            expected.addAll(order(seed, roster));
            assertEquals(expected, python(command).orElseThrow().lines().toList(), "seed " + run);
        }
    }

    private static List<String> order(Seed seed, Roster roster) {
        var terms = new DrawTerms(PURPOSE, List.of(new DrawTerms.Stratum("水利", 1, 0)), List.of(), false, 0, Units.NONE);
        return Rosters.numbers(Draw.draw(seed, roster, terms).panels().getFirst().order());
    }

    private static List<String> lines(List<Candidate> candidates) {
        var lines = new ArrayList<>(List.of("\ufeff编号,姓名,单位,专业,类别,出生年份,退休,回避"));
        for (var c : candidates) {
            lines.add(String.join(",", c.number(), " " + c.name() + "　", c.unit(), c.specialty(), c.expertClass(), c.born()
                    .map(String::valueOf).orElse(""),
                    c.retired() ? "是" : "否", c.barred().orElse("")));
        }
        return lines;
    }

    private static Candidate candidate(String line) {
        var field = line.split("\t", -1);
        return new Candidate(field[0], field[1], field[2], field[3], field[4], Optional.of(field[5]).filter(year -> !year.isEmpty())
                .map(Integer::valueOf),
                field[6].equals("1"), Optional.of(field[7]));
    }

    private static String between(String page, String from, String to) {
        int start = page.indexOf(from) + from.length();
        return page.substring(start, page.indexOf(to, start));
    }

    private static String said(String page, String row) {
        var cell = Pattern.compile("\\| " + row + " \\| `([^`]*)` \\|").matcher(page);
        if (!cell.find()) throw new IllegalStateException("the page does not say: " + row);
        return cell.group(1);
    }

    private Optional<String> python(List<String> command) throws IOException, InterruptedException {
        var said = temp.resolve("said").toFile();
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said).start();
            return process.waitFor() == 0 ? Optional.of(Files.readString(said.toPath())) : Optional.empty();
        } catch (IOException noSuchProgram) {
            return Optional.empty();
        }
    }
}
