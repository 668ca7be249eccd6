package conclave.document.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import conclave.document.text.Box;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodesTest {

    @Test
    void twoCodesOnAPageAreTwoTextsWithTheirPlaces() throws WriterException {
        var page = new PrintedPage().words("获奖证书", 60, 400, 300).image();
        print(page, code("姓名：阿依古丽·买买提 证书号 2019-GJ-00871", BarcodeFormat.QR_CODE, "UTF-8", 220, 220), 1200, 1900);
        print(page, code("XJGC20190421", BarcodeFormat.QR_CODE, "UTF-8", 200, 200), 150, 1900);
        var prepared = Preparation.prepare(page);
        var texts = Codes.find(2, prepared.full(), prepared.placing());
        assertEquals(2, texts.size());
        var named = texts.stream().filter(text -> text.text().contains("阿依古丽·买买提")).findFirst().orElseThrow();
        assertEquals(2, named.page());
        var box = named.runs().getFirst().box();
        var code = new Box(1225 * 10_000 / 1654, 1925 * 10_000 / 2339, 1395 * 10_000 / 1654, 2095 * 10_000 / 2339);
        assertEquals(box, box.with(code), "not the whole code is covered");
        assertTrue(box.right() - box.left() < 2200, "far more than the code is covered: " + box);
    }

    @Test
    void aCodeInTheOldChineseCodingIsReadAsWell() throws WriterException {
        var page = new PrintedPage().image();
        print(page, code("王建国 工程师", BarcodeFormat.QR_CODE, "GB18030", 220, 220), 700, 700);
        var prepared = Preparation.prepare(page);
        var texts = Codes.find(1, prepared.full(), prepared.placing());
        assertTrue(texts.stream().anyMatch(text -> text.text().contains("王建国")), texts::toString);
    }

    @Test
    void aBarCodeIsReadAsWell() throws WriterException {
        var page = new PrintedPage().image();
        print(page, code("6501702019", BarcodeFormat.CODE_128, null, 420, 90), 600, 1200);
        var prepared = Preparation.prepare(page);
        var texts = Codes.find(1, prepared.full(), prepared.placing());
        assertEquals(1, texts.size());
        assertEquals("6501702019", texts.getFirst().text());
    }

    private static BitMatrix code(String text, BarcodeFormat format, String coding, int width, int height) throws WriterException {
        Map<EncodeHintType, Object> hints = coding == null ? Map.of() : Map.of(EncodeHintType.CHARACTER_SET, coding);
        return new MultiFormatWriter().encode(text, format, width, height, hints);
    }

    private static void print(BufferedImage page, BitMatrix code, int left, int top) {
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) page.setRGB(left + x, top + y, code.get(x, y) ? 0x202020 : 0xffffff);
        }
    }
}
