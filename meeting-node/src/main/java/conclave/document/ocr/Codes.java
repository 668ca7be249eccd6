package conclave.document.ocr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import conclave.document.text.Box;
import conclave.document.text.PageText;
import conclave.document.text.PageText.Run;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * QR and bar codes: a certificate's often holds the name or number that was masked beside it. Each becomes a text of its own
 * whose one piece is the whole code, so that a hit in it covers the code.
 */
final class Codes {

    private static final Map<DecodeHintType, Object> OTHERS = Map.of(DecodeHintType.POSSIBLE_FORMATS,
            List.of(BarcodeFormat.CODE_128, BarcodeFormat.DATA_MATRIX, BarcodeFormat.PDF_417), DecodeHintType.TRY_HARDER, true);
    private static final int MOST = 20;
    /** The points that are found lie in the middle of a code's corner marks. */
    private static final double AROUND = 0.3;
    private static final Charset CHINESE = Charset.forName("GB18030");

    private Codes() {
    }

    static List<PageText> find(int page, Grey picture, Placing placing) {
        var texts = new ArrayList<PageText>();
        for (var code : all(picture)) {
            if (texts.size() == MOST) break;
            var read = said(code);
            if (read.isBlank() || code.getResultPoints() == null) continue;
            box(code, placing, picture).ifPresent(box -> texts.add(new PageText(page, PageText.Source.OCR, read,
                    List.of(new Run(0, read.codePointCount(0, read.length()), box, 100)))));
        }
        return texts;
    }

    private static List<Result> all(Grey picture) {
        var bitmap = new BinaryBitmap(new HybridBinarizer(new PlanarYUVLuminanceSource(picture.pixels(), picture.width(), picture.height(),
                0, 0, picture.width(), picture.height(), false)));
        var found = new ArrayList<Result>();
        look(() -> found.addAll(Arrays.asList(new QRCodeMultiReader().decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)))));
        look(() -> found.add(new MultiFormatReader().decode(bitmap, OTHERS)));
        return found;
    }

    /** Strange patterns make the decoders stumble over their own arrays: then there is no code that could be read. */
    private static boolean look(Look look) {
        try {
            look.find();
            return true;
        } catch (NotFoundException | RuntimeException e) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Look {
        void find() throws NotFoundException;
    }

    /** As it was decoded; the same bytes as Chinese beside it, where they are no UTF-8: nothing in a code says which they are. */
    private static String said(Result code) {
        var metadata = code.getResultMetadata();
        var segments = metadata == null ? null : metadata.get(ResultMetadataType.BYTE_SEGMENTS);
        if (!(segments instanceof List<?> pieces)) return code.getText();
        var bytes = new ByteArrayOutputStream();
        for (var piece : pieces) if (piece instanceof byte[] more) bytes.writeBytes(more);
        var spellings = new TreeSet<String>(List.of(code.getText()));
        spellings.add(decoded(bytes.toByteArray()));
        return String.join("\n", spellings);
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, CHINESE);
        }
    }

    private static Optional<Box> box(Result code, Placing placing, Grey picture) {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = -1;
        float bottom = -1;
        for (var point : code.getResultPoints()) {
            if (point == null) continue;
            left = Math.min(left, point.getX());
            right = Math.max(right, point.getX());
            top = Math.min(top, point.getY());
            bottom = Math.max(bottom, point.getY());
        }
        if (right < 0) return Optional.empty();
        double around = Math.max(right - left, bottom - top) * AROUND + 2;
        return Optional.of(placing.box(Math.max(0, left - around), Math.max(0, top - around), Math.min(picture.width(), right + around),
                Math.min(picture.height(), bottom + around)));
    }
}
