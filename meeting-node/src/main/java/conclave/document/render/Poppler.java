package conclave.document.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Debian's {@code pdftoppm}, for scans in codings that nothing here reads (JPEG 2000, JBIG2): the file in at one end,
 * pixels out at the other, no file on any disk. It is held to a share of memory and of processor time of its own, and
 * ends when this process does.
 */
final class Poppler {

    private static final Path PROGRAM = Path.of("/usr/bin/pdftoppm");
    private static final Path LIMITER = Path.of("/usr/bin/prlimit");
    private static final long MOST_MEMORY = 1536L << 20;
    private static final int MOST_SECONDS = 20;
    private static final int MOST_SAID = 4096;

    private Poppler() {
    }

    static boolean isHere() {
        return Files.isExecutable(PROGRAM) && Files.isExecutable(LIMITER);
    }

    /** Empty where it could not. What it complains of is missing on the page. */
    static Optional<DrawnPage> draw(ByteBuffer pdf, int page, int width, int mostHeight, boolean photographed) {
        try {
            var process = new ProcessBuilder(command(page, width)).start();
            try {
                return drawn(process, pdf, width, mostHeight, photographed);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static List<String> command(int page, int width) {
        var command = new ArrayList<>(List.of(LIMITER.toString(), "--as=" + MOST_MEMORY, "--cpu=" + MOST_SECONDS, "--"));
        var number = Integer.toString(page);
        command.addAll(List.of(PROGRAM.toString(), "-f", number, "-l", number, "-cropbox", "-scale-to-x", Integer.toString(width),
                "-scale-to-y", "-1", "-"));
        return command;
    }

    private static Optional<DrawnPage> drawn(Process process, ByteBuffer pdf, int width, int mostHeight, boolean photographed) throws IOException {
        var fed = CompletableFuture.runAsync(() -> feed(process.getOutputStream(), pdf.duplicate().rewind()));
        var said = CompletableFuture.supplyAsync(() -> complaints(process));
        BufferedImage image;
        try (var out = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
            image = pixels(out, width, mostHeight);
        }
        fed.join();
        return Optional.of(new DrawnPage(image, photographed, said.join() == 0));
    }

    /** A program that has seen enough of a file closes its end. */
    private static void feed(OutputStream to, ByteBuffer pdf) {
        try (var channel = Channels.newChannel(to)) {
            while (pdf.hasRemaining()) channel.write(pdf);
        } catch (IOException enough) {
            return;
        }
    }

    private static int complaints(Process process) {
        try (var said = process.getErrorStream()) {
            int bytes = said.readNBytes(MOST_SAID).length;
            said.transferTo(OutputStream.nullOutputStream());
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PPM: {@code P6}, width, height, 255, and three bytes a pixel. */
    private static BufferedImage pixels(DataInputStream in, int width, int mostHeight) throws IOException {
        if (in.readByte() != 'P' || in.readByte() != '6') throw new IOException("no picture");
        in.readByte();
        int across = number(in);
        int down = number(in);
        if (across != width || down < 1 || down > mostHeight || number(in) != 255) throw new IOException("no size for a page");
        var image = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
        var to = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        var row = new byte[3 * across];
        for (int y = 0; y < down; y++) {
            in.readFully(row);
            for (int x = 0; x < across; x++) {
                to[y * across + x] = (row[3 * x] & 255) << 16 | (row[3 * x + 1] & 255) << 8 | row[3 * x + 2] & 255;
            }
        }
        return image;
    }

    private static int number(DataInputStream in) throws IOException {
        int value = 0;
        for (int digit = in.readByte(); digit >= '0' && digit <= '9'; digit = in.readByte()) {
            value = value * 10 + digit - '0';
            if (value > 100_000) throw new IOException("no size for a page");
        }
        return value;
    }
}
