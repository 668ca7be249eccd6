package conclave.appliance.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeInstruction;
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
        for (var excision : Excision.values()) assertEquals(List.of(), ClassFile.of().verify(excision.changed()), excision::name);
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
    void withoutItsMajorityALeaderAsksForTheFurthest() throws Exception {
        var asked = ClassFile.of().parse(Excision.MAJORITY.changed()).methods().stream().filter(one -> one.methodName().equalsString("valueOf"))
                .flatMap(one -> one.code().orElseThrow().elementStream()).filter(InvokeInstruction.class::isInstance)
                .map(call -> ((InvokeInstruction) call).name().stringValue()).toList();
        assertTrue(asked.contains("getMax") && !asked.contains("getMajority"), asked::toString);
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
