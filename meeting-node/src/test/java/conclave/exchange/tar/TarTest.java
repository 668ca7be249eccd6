package conclave.exchange.tar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what is read, by us and by others. */
class TarTest {

    private static final long SEED = Long.getLong("conclave.seed", 20261121);

    @TempDir
    private Path temp;

    @Test
    void whateverIsWrittenIsRead() throws IOException {
        var random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            var files = files(random, random.nextInt(12));
            var read = Blocks.read(Blocks.tar(files), TarCaps.PACKAGE);
            assertEquals(files.keySet(), read.keySet(), "seed " + SEED + " round " + round);
            for (var file : files.entrySet()) assertArrayEquals(file.getValue(), read.get(file.getKey()), "seed " + SEED + " " + file.getKey());
        }
    }

    @Test
    void aTarWithoutFilesIsItsEnd() throws IOException {
        assertArrayEquals(Blocks.end(), Blocks.tar(new TreeMap<>()));
        assertTrue(Blocks.read(Blocks.end(), TarCaps.PACKAGE).isEmpty());
    }

    /** Any other program can unpack what we write, and whoever wants to can write it with GNU tar. */
    @Test
    void gnuTarReadsOursAndWritesTheSameBytes() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/tar")));
        var files = files(new Random(SEED), 9);
        var tar = Blocks.tar(files);
        Files.write(temp.resolve("ours.tar"), tar);
        Files.createDirectories(temp.resolve("out"));
        run("tar", "-xf", "ours.tar", "-C", "out");
        for (var file : files.entrySet()) assertArrayEquals(file.getValue(), Files.readAllBytes(temp.resolve("out").resolve(file.getKey())));
        Files.write(temp.resolve("names"), List.copyOf(files.keySet()));
        run("tar", "--format=ustar", "-b", "1", "--owner=0", "--group=0", "--numeric-owner", "--mtime=@0", "--mode=0644",
                "-C", "out", "-T", "names", "-cf", "theirs.tar");
        assertArrayEquals(tar, Files.readAllBytes(temp.resolve("theirs.tar")));
    }

    @Test
    void whatIsNotReadOfAFileIsReadPast() throws IOException {
        var files = files(new Random(SEED), 9);
        var reader = new TarReader(new ByteArrayInputStream(Blocks.tar(files)), TarCaps.PACKAGE);
        for (var name : files.keySet()) assertEquals(name, reader.next().orElseThrow().name());
        assertTrue(reader.next().isEmpty());
        assertTrue(reader.next().isEmpty());
    }

    @Test
    void aFileThatGrewOrShrankMeanwhileIsNoPackage() {
        for (int size : new int[] {9, 11}) {
            var writer = new TarWriter(OutputStream.nullOutputStream(), TarCaps.PACKAGE);
            assertThrows(IOException.class, () -> writer.put(new TarEntry("data/x", size), new ByteArrayInputStream(new byte[10])));
        }
    }

    @Test
    void theWriterTakesNoNameThatTheReaderWouldRefuse() {
        for (var name : List.of("", "/etc/x", "../x", "a/../b", "a//b", "a/", "评审.pdf", "a b", ".x", "a".repeat(101))) {
            var writer = new TarWriter(OutputStream.nullOutputStream(), TarCaps.PACKAGE);
            assertThrows(IllegalArgumentException.class, () -> writer.put(new TarEntry(name, 0), InputStream.nullInputStream()), name);
        }
        var twice = new TarWriter(OutputStream.nullOutputStream(), TarCaps.PACKAGE);
        assertThrows(IllegalArgumentException.class, () -> {
            twice.put(new TarEntry("b", 0), InputStream.nullInputStream());
            twice.put(new TarEntry("a", 0), InputStream.nullInputStream());
        });
    }

    private static TreeMap<String, byte[]> files(Random random, int count) {
        var files = new TreeMap<String, byte[]>();
        for (int i = 0; i < count; i++) {
            var content = new byte[List.of(0, 1, 511, 512, 513, 1024, 5000, 70_000).get(random.nextInt(8))];
            random.nextBytes(content);
            files.put("data/" + (char) ('a' + random.nextInt(3)) + "/" + random.nextInt(1000) + ".pdf", content);
        }
        files.put("n".repeat(95) + ".pdf", new byte[3]);
        return files;
    }

    private void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).directory(temp.toFile()).redirectErrorStream(true).redirectOutput(temp.resolve("said").toFile()).start();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), Files.readString(temp.resolve("said")));
    }
}
