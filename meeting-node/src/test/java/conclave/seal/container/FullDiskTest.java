package conclave.seal.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stick that fills while a package is written to it: a real file system of one megabyte, where the tests may mount one. */
class FullDiskTest {

    @TempDir
    private Path folder;

    @Test
    void aDiskThatFillsLeavesNothingBehindAndTakesASmallerPackage() throws Exception {
        var stick = Files.createDirectory(folder.resolve("stick"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", stick.toString()), "only root may mount a small disk here");
        try {
            try (var writer = ContainerWriter.create(stick, "P", SealedFolder.envelope(), new InternationalSuite(), 300_000)) {
                assertThrows(IOException.class, () -> {
                    writer.payload().write(new byte[3 << 20]);
                    writer.finish();
                });
            }
            try (var left = Files.list(stick)) {
                assertEquals(List.of(), left.toList());
            }
            assertArrayEquals(new byte[500_000], SealedFolder.sealed(stick, new byte[500_000], 300_000).read());
        } finally {
            assertTrue(run("umount", stick.toString()));
        }
    }

    private boolean run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("mount.log").toFile()).start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
