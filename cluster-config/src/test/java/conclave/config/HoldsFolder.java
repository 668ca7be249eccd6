package conclave.config;

import java.io.IOException;
import java.nio.file.Path;

/** A second process for a test: opens a data folder, says what came of it, and stays until its input ends. */
public final class HoldsFolder {

    private HoldsFolder() {
    }

    public static void main(String[] args) throws IOException {
        var opened = DataFolder.open(Path.of(args[0]));
        System.out.println(opened.findings().isEmpty() ? "held" : opened.findings().getFirst().what());
        while (System.in.read() >= 0) {
            System.out.flush();
        }
    }
}
