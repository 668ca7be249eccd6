package conclave.appliance;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import conclave.report.print.Squares;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** A text as a QR code of half blocks: two rows of squares in one line, light squares drawn, as dark terminals want it. */
public final class QrCode {

    private static final int BORDER = 2;

    private QrCode() {
    }

    public static List<String> lines(String text) {
        var squares = squares(text);
        var lines = new ArrayList<String>();
        for (int y = 0; y < squares.getHeight(); y += 2) {
            var line = new StringBuilder();
            for (int x = 0; x < squares.getWidth(); x++) line.append(half(light(squares, x, y), light(squares, x, y + 1)));
            lines.add(line.toString());
        }
        return lines;
    }

    /** The same as a picture for paper. */
    static Squares picture(String text) {
        var squares = squares(text);
        var dark = new BitSet();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) dark.set(y * squares.getWidth() + x, squares.get(x, y));
        }
        return new Squares(squares.getWidth(), dark);
    }

    private static BitMatrix squares(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, BORDER));
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds this", e);
        }
    }

    private static boolean light(BitMatrix squares, int x, int y) {
        return y >= squares.getHeight() || !squares.get(x, y);
    }

    private static char half(boolean upper, boolean lower) {
        if (upper && lower) return '█';
        if (upper) return '▀';
        return lower ? '▄' : ' ';
    }
}
