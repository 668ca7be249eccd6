package conclave.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is printed for people to read, and for phones. */
final class TerminalTest {

    private static final int MAGNIFIED = 8;

    @Test
    void columnsStandUnderEachOtherWhateverTheScriptOfAName() {
        var lines = new Columns().row("姓名 name", "seat").row("阿依木·托略干", "1-01").row("Ann", "1-02").row("e\u0301e", "1-03").lines();
        var places = lines.stream().map(line -> Columns.width(line.substring(0, Math.max(line.indexOf("seat"), line.indexOf("1-0"))))).toList();
        assertEquals(List.of(15, 15, 15, 15), places);
    }

    /** A title in a score sheet that somebody sent would rename the window, clear the screen, or type an answer. */
    @Test
    void whatAFileSaysDoesNotCommandTheTerminal() {
        var shown = new StringWriter();
        try (var out = new PrintWriter(new PlainWriter(shown))) {
            out.printf("赋分表“%s”%s%n", "\u001b]0;x\u0007\u001b[2J\u009bA\b", '\u001b');
        }
        assertEquals("赋分表“\ufffd]0;x\ufffd\ufffd[2J\ufffdA\ufffd”\ufffd" + System.lineSeparator(), shown.toString());
        var printed = new ByteArrayOutputStream();
        var before = System.err;
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertEquals(2, Conclave.line().execute("sheet", "\u001b[2J"));
        } finally {
            System.setErr(before);
        }
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("\ufffd[2J") && printed.toString(StandardCharsets.UTF_8).indexOf('\u001b') < 0);
    }

    @Test
    void aPhoneReadsTheAddressOffTheTerminal() throws Exception {
        var address = "https://review.conclave.local:8443";
        var picture = new BinaryBitmap(new HybridBinarizer(asSeen(QrCode.lines(address))));
        var hints = Map.of(DecodeHintType.PURE_BARCODE, true, DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));
        assertEquals(address, new QRCodeReader().decode(picture, hints).getText());
    }

    /** The squares of a dark terminal, magnified: a drawn half is light. */
    private static RGBLuminanceSource asSeen(List<String> lines) {
        int width = lines.getFirst().length() * MAGNIFIED;
        int height = lines.size() * 2 * MAGNIFIED;
        var pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                char square = lines.get(y / (2 * MAGNIFIED)).charAt(x / MAGNIFIED);
                boolean upper = y / MAGNIFIED % 2 == 0;
                boolean light = square == '█' || square == (upper ? '▀' : '▄');
                pixels[y * width + x] = light ? 0xFFFFFF : 0;
            }
        }
        return new RGBLuminanceSource(width, height, pixels);
    }

    /** The switches stand in two files, because Maven cannot read the other; they say the same. */
    @Test
    void testsRunUnderTheSwitchesThatANodeRunsUnder() throws Exception {
        var project = Path.of(System.getProperty("conclave.project"));
        var quiet = Pattern.compile("<jvm.quiet>(.*)</jvm.quiet>").matcher(Files.readString(project.resolve("pom.xml")));
        assertTrue(quiet.find());
        var node = Files.readAllLines(project.resolve("appliance/src/main/jvm/node.options")).stream()
                .filter(line -> line.startsWith("--")).toList();
        var tests = Pattern.compile(" (?=--)").splitAsStream(quiet.group(1).strip())
                .map(option -> option.replaceFirst("^(--add-\\w+) ", "$1=")).toList();
        assertEquals(node, tests);
    }
}
