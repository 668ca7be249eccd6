package conclave.appliance.day;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * One name for both servers. At the venue the router's name service tells it; here a browser gets a hosts file of its
 * own, in a mount namespace of its own, and nothing outside of it changes.
 */
record NameOfTwo(Path folder, String name) {

    /** Only root may mount. */
    static boolean possible() throws IOException, InterruptedException {
        return new ProcessBuilder("unshare", "-m", "true").redirectErrorStream(true).start().waitFor() == 0;
    }

    /** A program that starts this one where the name is known. */
    Path knownTo(Path program) throws IOException {
        var hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n127.0.0.1 " + name + "\n127.0.0.2 " + name + "\n");
        var script = Files.writeString(folder.resolve("driver"), """
                #!/bin/sh
                exec unshare -m sh -c 'mount --bind "$0" /etc/hosts && exec "$@"' '%s' '%s' "$@"
                """.formatted(hosts, program));
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
