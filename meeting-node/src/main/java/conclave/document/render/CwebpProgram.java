package conclave.document.render;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Debian's {@code cwebp}, where the library cannot be called: pixels in at one end, a picture out at the other, no file. */
final class CwebpProgram implements WebP {

    private static final List<Path> PLACES = List.of(Path.of("/usr/bin/cwebp"), Path.of("/usr/local/bin/cwebp"));
    private static final int MOST_BYTES = 32 << 20;

    private final Path program;

    private CwebpProgram(Path program) {
        this.program = program;
    }

    static Optional<WebP> find() {
        return PLACES.stream().filter(Files::isExecutable).findFirst().map(CwebpProgram::new);
    }

    @Override
    public byte[] lossy(int[] pixels, int width, int height) throws IOException {
        return written(List.of("-m", "2", "-q", "80"), pixels, width, height);
    }

    @Override
    public byte[] lossless(int[] pixels, int width, int height) throws IOException {
        return written(List.of("-lossless", "-m", "1", "-q", "20"), pixels, width, height);
    }

    private byte[] written(List<String> how, int[] pixels, int width, int height) throws IOException {
        var command = new ArrayList<>(List.of(program.toString(), "-quiet"));
        command.addAll(how);
        command.addAll(List.of("-o", "-", "--", "-"));
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            var fed = CompletableFuture.runAsync(() -> feed(process.getOutputStream(), pixels, width, height));
            var picture = process.getInputStream().readNBytes(MOST_BYTES);
            fed.join();
            if (process.waitFor() != 0 || !Picture.Coding.WEBP.begins(picture)) throw new IOException("cwebp made no picture");
            return picture;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while cwebp worked", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** A PPM. If the program goes away in between, its missing answer says so. */
    private static void feed(OutputStream to, int[] pixels, int width, int height) {
        try (var out = new BufferedOutputStream(to, 1 << 16)) {
            out.write(("P6\n" + width + " " + height + "\n255\n").getBytes(StandardCharsets.US_ASCII));
            var row = new byte[3 * width];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int pixel = pixels[y * width + x];
                    row[3 * x] = (byte) (pixel >> 16);
                    row[3 * x + 1] = (byte) (pixel >> 8);
                    row[3 * x + 2] = (byte) pixel;
                }
                out.write(row);
            }
        } catch (IOException gone) {
            return;
        }
    }
}
