package conclave.appliance.bench;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What Linux says of a process: the processor time it has had, and the memory it holds. */
final class ProcessFigures {

    /** What Linux shows to programs, whatever the kernel counts in. */
    private static final double TICKS_A_SECOND = 100;
    private static final int USER_TIME = 11;
    private static final double KIB_A_MB = 1024;
    private static final String COMPILER = " CompilerThre";

    private ProcessFigures() {
    }

    /** Seconds of processor, over all cores; 0 for a process that has ended. */
    static double processorSeconds(long pid) throws IOException {
        return seconds(Path.of("/proc", Long.toString(pid), "stat"), "");
    }

    /** What the compilers of a Java have had of it. Those of their threads that are gone took theirs along. */
    static double compilerSeconds(long pid) throws IOException {
        double sum = 0;
        try (var threads = Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "task"))) {
            for (var thread : threads) sum += seconds(thread.resolve("stat"), COMPILER);
        } catch (NoSuchFileException | DirectoryIteratorException gone) {
            return sum;
        }
        return sum;
    }

    private static double seconds(Path file, String name) throws IOException {
        try {
            var stat = Files.readString(file);
            if (!stat.contains(name)) return 0;
            // The name stands in brackets and may hold blanks; what follows it does not.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) / TICKS_A_SECOND;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** Resident memory in MB (2^20 bytes). */
    static double residentMegabytes(long pid) throws IOException {
        return megabytes(pid, "VmRSS:");
    }

    /** The most that it ever was. */
    static double mostResidentMegabytes(long pid) throws IOException {
        return megabytes(pid, "VmHWM:");
    }

    private static double megabytes(long pid, String field) throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
            if (line.startsWith(field)) return Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIB_A_MB;
        }
        throw new IOException("the system does not say how much memory process " + pid + " holds");
    }
}
