package conclave.appliance.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * One blank page for every applicant, the same file for all; where megabytes are wanted, each has a file of its own that
 * carries its share of them, as bytes that belong to no page and that nothing can make smaller.
 */
final class Papers {

    private static final long MEGABYTE = 1 << 20;

    private final byte[] blank;
    private final int ballast;

    Papers(int megabytes, int applicants) throws IOException {
        this.ballast = Math.toIntExact(megabytes * MEGABYTE / applicants);
        this.blank = page(new byte[0]);
    }

    byte[] paper(int number) throws IOException {
        if (ballast == 0) return blank;
        var bytes = new byte[ballast];
        new Random(number).nextBytes(bytes);
        return page(bytes);
    }

    private static byte[] page(byte[] carried) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            if (carried.length > 0) carry(document, carried);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void carry(PDDocument document, byte[] carried) throws IOException {
        var stream = new PDStream(document);
        try (var out = stream.createOutputStream()) {
            out.write(carried);
        }
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("ConclaveBallast"), stream.getCOSObject());
    }
}
