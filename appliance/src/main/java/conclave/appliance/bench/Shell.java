package conclave.appliance.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/** What a technician would type instead, in a folder, with the time that it takes. */
record Shell(Path folder) {

    private static final int PATIENCE_MINUTES = 60;

    double seconds(String line) throws IOException, InterruptedException {
        var said = folder.resolve("shell.txt");
        long began = System.nanoTime();
        var process = new ProcessBuilder("bash", "-c", "set -euo pipefail; " + line).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(said.toFile()).start();
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) throw new IOException(line + ": " + Files.readString(said));
        } finally {
            process.destroyForcibly();
        }
        return (System.nanoTime() - began) / 1e9;
    }

    long bytes(Path of) throws IOException {
        try (var all = Files.walk(of)) {
            return all.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
        }
    }

    /** Empty and there. */
    void fresh(Path place) throws IOException {
        if (Files.exists(place)) {
            try (var all = Files.walk(place)) {
                for (var file : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        }
        Files.createDirectory(place);
    }
}
