package conclave.document.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Office files made into PDF by LibreOffice, where it is installed. It gets a private folder, a fresh profile without
 * macros, limits of time and memory, and, where the machine allows it, no network and no other processes to see. What
 * comes out is as foreign as what went in: it is opened by the rendering process like any other PDF.
 *
 * @param scratch lies in memory: the office file stands in it in clear as long as the conversion takes
 * @param fence commands before the program, which shut it in
 */
public record Conversion(Path program, Path scratch, Limits limits, List<String> fence) {

    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/bin/soffice"), Path.of("/usr/bin/libreoffice"),
            Path.of("/opt/libreoffice/program/soffice"));
    private static final List<String> APART = List.of("/usr/bin/unshare", "--map-root-user", "--net", "--ipc", "--pid", "--fork", "--kill-child");
    private static final List<byte[]> OFFICE_FILES = List.of(HexFormat.of().parseHex("504b0304"), HexFormat.of().parseHex("d0cf11e0a1b11ae1"),
            "{\\rtf".getBytes(StandardCharsets.US_ASCII));
    /** So many bytes tell whether it is one. */
    public static final int HEAD = 8;
    /** Of addresses; it uses a tenth of that. */
    private static final long MEMORY = 4L << 30;
    private static final long LOOK_MS = 100;
    private static final int PROBE_SECONDS = 5;

    /** @return nothing where LibreOffice or what shuts it in is missing */
    public static Optional<Conversion> onThisMachine(Path scratch, Limits limits) {
        if (!Files.isExecutable(Path.of("/usr/bin/prlimit")) || !Files.isExecutable(Path.of("/usr/bin/timeout"))) return Optional.empty();
        var fence = worksHere(APART) ? APART : List.<String>of();
        return PROGRAMS.stream().filter(Files::isExecutable).findFirst().map(program -> new Conversion(program, scratch, limits, fence));
    }

    private static boolean worksHere(List<String> fence) {
        try {
            var command = new ArrayList<>(fence);
            command.add("/bin/true");
            var probe = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            boolean ended = probe.waitFor(PROBE_SECONDS, TimeUnit.SECONDS);
            if (!ended) probe.destroyForcibly();
            return ended && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public ConvertedFile convert(long size, InputStream clear) throws NotConverted, IOException {
        return convert(size, clear, () -> false);
    }

    /**
     * @param givenUp asked now and then; nothing is left behind
     * @return the PDF, in a folder that goes away when it is closed
     * @throws IOException when {@code clear} or the scratch folder fails: not the fault of the file
     */
    public ConvertedFile convert(long size, InputStream clear, BooleanSupplier givenUp) throws NotConverted, IOException {
        if (size > limits.fileBytes()) throw new NotConverted(NotConverted.Reason.TOO_LARGE);
        var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        var folder = new ConvertedFile(Files.createTempDirectory(scratch, "convert", ours));
        try {
            lay(clear, size, folder.office());
            OfficeProfile.lay(folder.profile());
            run(folder, givenUp);
            if (!isPdf(folder.pdf())) throw new NotConverted(NotConverted.Reason.FAILED);
            return folder;
        } catch (NotConverted | IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static void lay(InputStream clear, long size, Path office) throws NotConverted, IOException {
        var head = clear.readNBytes(HEAD);
        if (!isOffice(head)) throw new NotConverted(NotConverted.Reason.NO_OFFICE_FILE);
        try (var out = Files.newOutputStream(office)) {
            out.write(head);
            copy(clear, out);
        }
        if (Files.size(office) != size) throw new IOException("the original is not as long as it was");
    }

    /** A folder in memory that is too small for the file is no fault of the disk. */
    private static void copy(InputStream clear, OutputStream out) throws NotConverted, IOException {
        var piece = new byte[64 << 10];
        for (int length = clear.read(piece); length >= 0; length = clear.read(piece)) {
            try {
                out.write(piece, 0, length);
            } catch (IOException full) {
                throw new NotConverted(NotConverted.Reason.TOO_LARGE);
            }
        }
    }

    public static boolean isOffice(byte[] head) {
        return OFFICE_FILES.stream().anyMatch(start -> begins(head, start));
    }

    private static boolean begins(byte[] head, byte[] wanted) {
        return head.length >= wanted.length && HexFormat.of().formatHex(head).startsWith(HexFormat.of().formatHex(wanted));
    }

    private void run(ConvertedFile folder, BooleanSupplier givenUp) throws NotConverted, IOException {
        var longest = limits.fileAtLeast();
        var builder = new ProcessBuilder(command(folder, longest)).directory(folder.folder().toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "HOME", folder.folder().toString(), "TMPDIR", folder.folder().toString(),
                "LANG", "C.UTF-8", "SAL_USE_VCLPLUGIN", "svp"));
        var process = builder.start();
        try {
            watch(process, System.nanoTime() + longest.multipliedBy(3).toNanos(), givenUp);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a file was converted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Limits of addresses say little: programs reserve more than they use. What it really holds is looked at. */
    private void watch(Process process, long until, BooleanSupplier givenUp) throws NotConverted, IOException, InterruptedException {
        while (!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
            if (givenUp.getAsBoolean()) throw new IOException("given up while a file was converted");
            if (System.nanoTime() > until) throw new NotConverted(NotConverted.Reason.TIMEOUT);
            if (Resident.bytes(process.toHandle()) > 2L * limits.heapMegabytes() << 20) throw new NotConverted(NotConverted.Reason.OUT_OF_MEMORY);
        }
    }

    /** It ends by itself, too, where nobody is left to end it. */
    private List<String> command(ConvertedFile folder, Duration longest) {
        var command = new ArrayList<>(fence);
        command.addAll(List.of("/usr/bin/prlimit", "--as=" + MEMORY, "--cpu=" + Math.max(1, longest.toSeconds()), "--fsize=" + limits.fileBytes(), "--core=0",
                "/usr/bin/timeout", "--signal=KILL", Long.toString(Math.max(1, longest.toSeconds() * 3)), program.toString(),
                "-env:UserInstallation=" + folder.profile().toUri(), "--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault",
                "--convert-to", "pdf", "--outdir", folder.folder().toString(), folder.office().toString()));
        return command;
    }

    private boolean isPdf(Path pdf) throws IOException {
        if (!Files.isRegularFile(pdf, LinkOption.NOFOLLOW_LINKS) || Files.size(pdf) > limits.fileBytes()) return false;
        try (var in = Files.newInputStream(pdf)) {
            return new String(in.readNBytes(5), StandardCharsets.US_ASCII).equals("%PDF-");
        }
    }
}
