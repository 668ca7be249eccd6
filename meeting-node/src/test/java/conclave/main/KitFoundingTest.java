package conclave.main;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.config.Checked;
import conclave.config.DataFolder;
import conclave.config.Finding;
import conclave.config.Kit;
import conclave.config.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A blank node takes the place of a lost one, also while somebody still tries to start the lost one there. */
class KitFoundingTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;
    private Kit before;

    @BeforeEach
    void found() throws IOException {
        var ports = new Member.Ports(8443, 8444, 8445, 8446);
        before = KitFounding.found(folder, Optional.empty(), List.of(new KitFounding.Wish("a", Member.Role.SERVER, "127.0.0.1", ports),
                new KitFounding.Wish("b", Member.Role.SERVER, "127.0.0.2", ports),
                new KitFounding.Wish("w", Member.Role.WITNESS, "127.0.0.3", ports))).value().orElseThrow();
        try (var files = Files.walk(folder.resolve("b"))) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    @Test
    void aFolderThatIsInUseForAMomentIsWaitedFor() throws Exception {
        var held = DataFolder.open(folder.resolve("b")).value().orElseThrow();
        var released = new AtomicBoolean();
        CompletableFuture.delayedExecutor(700, TimeUnit.MILLISECONDS).execute(() -> {
            released.set(true);
            close(held);
        });
        var kit = replaced(LONG).value().orElseThrow();
        assertTrue(released.get(), "not while somebody else holds the folder");
        assertNotEquals(before.member("b").orElseThrow().peer(), kit.member("b").orElseThrow().peer());
        assertEquals(before.member("a"), kit.member("a"));
        assertEquals(kit.member("b").orElseThrow().peer(), Files.readString(folder.resolve("b/node/id")).strip());
    }

    @Test
    void aFolderThatStaysInUseIsRefusedAndNothingIsChanged() throws Exception {
        var file = Files.readAllBytes(folder.resolve(KitFounding.FILE));
        try (var held = DataFolder.open(folder.resolve("b")).value().orElseThrow()) {
            assertTrue(Files.exists(held.root()));
            assertEquals(List.of("data.in-use"), replaced(Duration.ofMillis(300)).findings().stream().map(Finding::what).toList());
        }
        assertArrayEquals(file, Files.readAllBytes(folder.resolve(KitFounding.FILE)));
    }

    private Checked<Kit> replaced(Duration patience) throws IOException {
        return KitFounding.replace(folder, folder.resolve("a"), "b", patience);
    }

    private static void close(DataFolder held) {
        try {
            held.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
