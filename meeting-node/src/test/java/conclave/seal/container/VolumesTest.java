package conclave.seal.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Volumes on a stick: lost, mixed up, renamed; and what is left of a package that was never finished. */
class VolumesTest {

    private static final InternationalSuite SUITE = new InternationalSuite();

    @TempDir
    private Path folder;

    private SealedFolder three() throws IOException {
        return SealedFolder.sealed(folder, SealedFolder.random(1, 2 * SealedFolder.CHUNK), 50_000);
    }

    @Test
    void aMissingVolumeIsNamed() throws IOException {
        three();
        Files.delete(folder.resolve("P.mpkg.002"));
        var refused = assertThrows(Refused.class, () -> VolumeNames.find(folder.resolve("P.mpkg")));
        assertEquals(Reason.VOLUME_MISSING, refused.reason());
        assertEquals("P.mpkg.002", refused.facts().get("volume"));
        assertTrue(refused.chinese().contains("P.mpkg.002"));
    }

    @Test
    void withoutTheLastVolumeItIsCut() throws IOException {
        var sealed = three();
        Files.delete(folder.resolve("P.mpkg.003"));
        assertThrows(Refused.class, sealed::read);
    }

    @Test
    void volumesThatChangedPlacesAreNotRead() throws IOException {
        var sealed = three();
        var files = sealed.files();
        assertThrows(Refused.class, () -> SealedFolder.read(List.of(files.get(0), files.get(2), files.get(1)), SUITE));
        assertThrows(Refused.class, () -> SealedFolder.read(List.of(files.get(0), files.get(1), files.get(1)), SUITE));
        assertThrows(Refused.class, () -> SealedFolder.read(List.of(files.get(1), files.get(0), files.get(2)), SUITE));
    }

    @Test
    void damageIsNamedByVolumeAndOffsetInIt() throws IOException {
        var sealed = three();
        var second = sealed.files().get(1);
        var bytes = Files.readAllBytes(second);
        bytes[40_000] ^= 4;
        Files.write(second, bytes);
        var refused = assertThrows(Refused.class, sealed::read);
        assertEquals("1", refused.facts().get("chunk"));
        assertEquals("P.mpkg.002", refused.facts().get("volume"));
        assertEquals(Integer.toString(20 + 3 + 64 + SealedFolder.CHUNK + 16 - 50_000), refused.facts().get("offset"));
    }

    @Test
    void aFileThatBearsNoVolumesNameIsNotTaken() {
        for (var name : new String[] {"P.zip", "P (1).mpkg", "测试.mpkg", ".mpkg", "P.mpkg.mpkg", "P.mpkg.002", "a\u202egkpm.mpkg"}) {
            assertEquals(Reason.VOLUME_NAME, assertThrows(Refused.class, () -> VolumeNames.find(folder.resolve(name)), name).reason());
        }
        assertEquals(Reason.VOLUME_MISSING, assertThrows(Refused.class, () -> VolumeNames.find(folder.resolve("P.mpkg"))).reason());
    }

    @Test
    void whatIsNotFinishedLeavesNothingBehind() throws IOException {
        try (var writer = ContainerWriter.create(folder, "P", SealedFolder.envelope(), SUITE, 50_000)) {
            writer.payload().write(SealedFolder.random(2, 6 << 20));
            assertTrue(Files.exists(folder.resolve("P.mpkg.part")));
            assertTrue(Files.exists(folder.resolve("P.mpkg.002.part")));
        }
        assertEmpty();
    }

    @Test
    void aVolumeTooManyLeavesNothingBehind() throws IOException {
        try (var writer = ContainerWriter.create(folder, "P", SealedFolder.envelope(), SUITE, 1_000)) {
            var refused = assertThrows(Refused.class, () -> writer.payload().write(SealedFolder.random(2, 6 << 20)));
            assertEquals(Reason.VOLUMES_MANY, refused.reason());
            assertThrows(IOException.class, writer::finish);
        }
        assertEmpty();
    }

    @Test
    void aPackageOfThatNameIsNotOverwritten() throws IOException {
        var sealed = three();
        var before = sealed.bytes();
        Files.writeString(folder.resolve("P.mpkg.p7s"), "its signature");
        assertEquals(Reason.EXISTS, assertThrows(Refused.class, this::three).reason());
        assertArrayEquals(before, sealed.bytes());
    }

    @Test
    void aNameThatAppearsMeanwhileIsNotOverwrittenEither() throws IOException {
        try (var writer = ContainerWriter.create(folder, "P", SealedFolder.envelope(), SUITE, 50_000)) {
            writer.payload().write(SealedFolder.random(3, 2 * SealedFolder.CHUNK));
            Files.writeString(folder.resolve("P.mpkg"), "somebody else's");
            assertEquals(Reason.EXISTS, assertThrows(Refused.class, writer::finish).reason());
        }
        assertEquals("somebody else's", Files.readString(folder.resolve("P.mpkg")));
        Files.delete(folder.resolve("P.mpkg"));
        assertEmpty();
    }

    @Test
    void whatAPowerCutLeftIsReplaced() throws IOException {
        for (var left : List.of("P.mpkg.part", "P.mpkg.002.part", "P.mpkg.019.part", "P.mpkg.p7s.part", "P-2.mpkg.part")) Files.writeString(folder.resolve(left), "left over");
        assertArrayEquals(SealedFolder.random(1, 2 * SealedFolder.CHUNK), three().read());
        try (var all = Files.list(folder)) {
            assertEquals(List.of("P-2.mpkg.part"), all.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".part")).toList());
        }
    }

    /** A kill between the names and the signature; whose they are, somebody must look at. */
    @Test
    void volumesWithoutASignatureAreNamedAsWhatTheyAre() throws IOException {
        for (var left : List.of("P.mpkg", "P.mpkg.002", "P.mpkg.003")) {
            Files.writeString(folder.resolve(left), "left over");
            assertEquals(Reason.UNSIGNED, assertThrows(Refused.class, this::three).reason());
            Files.delete(folder.resolve(left));
            assertEmpty();
        }
    }

    private void assertEmpty() throws IOException {
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
