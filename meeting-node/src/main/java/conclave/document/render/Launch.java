package conclave.document.render;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * How a rendering process is started: this Java, an empty environment, and a class path of PDFBox and ourselves
 * only, so that code smuggled into it finds no network library, no database and no keys to play with.
 *
 * @param scratch where PDFBox keeps its list of this machine's fonts; nothing of any document is written there
 */
public record Launch(Path java, String classPath, Path scratch) {

    private static final String PATH_SEPARATOR = System.getProperty("path.separator");
    private static final Path LIMITER = Path.of("/usr/bin/prlimit");
    /** Beside the heap and the file: code, threads, and what libraries of the system take while they decode a scan. */
    private static final long MORE_MEMORY = 1L << 30;

    public static Launch likeThisProcess(Path scratch) {
        return new Launch(Path.of(System.getProperty("java.home"), "bin", "java"), onlyWhatDrawingNeeds(), scratch);
    }

    Process process(Limits limits) throws IOException {
        var command = new ArrayList<>(fence(limits));
        command.add(java.toString());
        command.addAll(List.of("-Xmx" + limits.heapMegabytes() + "m", "-Xms48m", "-Xss4m", "-XX:+UseSerialGC",
                "-XX:MaxDirectMemorySize=" + (limits.fileBytes() + (1 << 20)), "-XX:+ExitOnOutOfMemoryError",
                "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30", "-XX:-UsePerfData", "-XX:CICompilerCount=2",
                "-XX:+SuppressFatalErrorMessage", "-XX:-CreateCoredumpOnCrash", "-Xlog:disable",
                "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED",
                "-Dpdfbox.fontcache=" + scratch, "-Djava.io.tmpdir=" + scratch, "-Duser.home=" + scratch,
                "-Dorg.apache.commons.logging.Log=" + Complaints.class.getName(),
                "-cp", classPath, RenderingMain.class.getName(), Integer.toString(limits.pages())));
        var builder = new ProcessBuilder(command).directory(scratch.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return builder.start();
    }

    /** Java keeps to its heap by itself; what it calls does not, and a small file may say that it is a large picture. */
    private static List<String> fence(Limits limits) {
        if (!Files.isExecutable(LIMITER)) return List.of();
        long most = ((long) limits.heapMegabytes() << 20) + limits.fileBytes() + MORE_MEMORY;
        return List.of(LIMITER.toString(), "--data=" + most, "--");
    }

    private static String onlyWhatDrawingNeeds() {
        var places = new LinkedHashSet<String>();
        for (var type : List.of(RenderingMain.class, PDDocument.class, RandomAccessRead.class, FontBoxFont.class, LogFactory.class)) {
            places.add(placeOf(type));
        }
        return String.join(PATH_SEPARATOR, places);
    }

    private static String placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no place of " + type, e);
        }
    }
}
