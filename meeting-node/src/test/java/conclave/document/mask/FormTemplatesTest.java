package conclave.document.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormTemplatesTest {

    private static final String FORM = "conclave form template 1\n# 照片在第二页\nkind form\n2 PHOTO 7800 900 9300 2600\n";
    private static final String CERTIFICATE = "conclave form template 1\nkind certificate\n1 PHOTO 500 500 2500 3000\n\n";

    private static FormTemplates read(String set) throws MaskTrouble {
        return FormTemplates.read(set.getBytes(StandardCharsets.UTF_8));
    }

    private static int wrong(String set) {
        return assertThrows(MaskTrouble.class, () -> read(set)).at();
    }

    @Test
    void oneFileHoldsTheTemplatesOfAMeeting() throws Exception {
        assertEquals(Set.of("form", "certificate"), read("# 本次会议\r\n" + FORM + "\n" + CERTIFICATE.replace("\n", "\r\n")).byKind().keySet());
        assertEquals(FormTemplates.NONE, read(""));
        assertEquals(FormTemplates.NONE, read("\n# 没有模板\n"));
    }

    @Test
    void theLineThatIsWrongIsThatOfTheWholeFile() {
        assertEquals(7, wrong(FORM + CERTIFICATE.replace("PHOTO", "FACE")));
        assertEquals(1, wrong("表格模板\n" + FORM));
        assertEquals(5, wrong(FORM + FORM), "a second one of a kind");
        assertEquals(3, wrong("\n\nconclave form template 1\n\n"), "one that covers nothing");
    }

    @Test
    void whateverComesIsASetOrTroubleWithALine() {
        for (long seed = 1; seed <= 2000; seed++) {
            var random = new Random(seed);
            var bytes = (FORM + CERTIFICATE).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i <= random.nextInt(4); i++) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            try {
                assertTrue(FormTemplates.read(bytes).byKind().size() <= 2, "seed " + seed);
            } catch (MaskTrouble e) {
                assertTrue(e.at() >= 0 && e.at() <= 9, "seed " + seed + ": " + e.getMessage());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }
}
