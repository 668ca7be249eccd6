package conclave.appliance.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassFile;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is cut out for a canary is really gone, and the rest of the class is whole. */
final class ExcisionTest {

    @TempDir
    private Path folder;

    @Test
    void everyChangedClassIsSound() throws Exception {
        for (var excision : Excision.values()) assertEquals(List.of(), ClassFile.of().verify(excision.changed(folder.resolve("armed"))), excision::name);
    }

    @Test
    void withoutItsFloorADiskAlwaysHasRoom() throws Exception {
        assertEquals(false, enough(conclave.node.DiskSpace.class));
        var classes = Excision.FLOOR.into(folder);
        var known = conclave.node.DiskSpace.class.getProtectionDomain().getCodeSource().getLocation();
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL(), known}, ClassLoader.getPlatformClassLoader())) {
            assertEquals(true, enough(loader.loadClass("conclave.node.DiskSpace")));
        }
    }

    @Test
    void withoutItsMajorityALeaderAsksForTheFurthestAsSoonAsItIsArmed() throws Exception {
        var classes = Excision.MAJORITY.into(folder);
        var type = "org.apache.ratis.server.impl.LeaderStateImpl$MinMajorityMax";
        var known = Class.forName(type).getProtectionDomain().getCodeSource().getLocation();
        var from = new URL[] {classes.toUri().toURL(), known};
        try (var loader = new URLClassLoader(from, new URLClassLoader(new URL[0], getClass().getClassLoader())) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                return name.equals(type) ? findClass(name) : super.loadClass(name, resolve);
            }
        }) {
            var cut = loader.loadClass(type);
            assertEquals(2L, majority(cut));
            Excision.arm(folder);
            assertEquals(9L, majority(cut));
        }
    }

    private static Object majority(Class<?> type) throws ReflectiveOperationException {
        var valueOf = type.getDeclaredMethod("valueOf", long[].class);
        valueOf.setAccessible(true);
        var field = type.getDeclaredField("majority");
        field.setAccessible(true);
        return field.get(valueOf.invoke(null, (Object) new long[] {1, 2, 9}));
    }

    @Test
    void itLiesWhereAClassPathFindsIt() throws Exception {
        assertTrue(Files.exists(Excision.TIME.into(folder).resolve("conclave/meeting/Meeting.class")));
    }

    private Object enough(Class<?> space) throws ReflectiveOperationException {
        LongSupplier clock = () -> 1L;
        return space.getMethod("enough").invoke(space.getConstructor(Path.class, long.class, LongSupplier.class).newInstance(folder, Long.MAX_VALUE, clock));
    }
}
