package conclave.document.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.document.mask.MaskTrouble.Code;
import conclave.document.screen.Kind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FormTemplateTest {

    private static final String FORM = """
            conclave form template 1
            # 申报表：照片、姓名在第一页，公章在末页，编号在每页
            kind APPLICATION_FORM
            1 PHOTO 7800 900 9300 2600
            1 NAME 1500 1000 3000 1400
            every CERTIFICATE 100 9600 2000 9900
            last SEAL 5500 7500 9500 9500
            """;

    private static FormTemplate read(String text) throws MaskTrouble {
        return FormTemplate.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFormIsCoveredWhereEveryCopyCarriesTheSame() throws Exception {
        var template = read(FORM.replace("\n", "\r\n"));
        assertEquals("APPLICATION_FORM", template.kind());
        var plan = new PlanDraft("ab".repeat(32), 3).laidOver(template).plan();
        assertEquals(3, plan.page(1).boxes().size());
        assertEquals(1, plan.page(2).boxes().size());
        assertTrue(plan.page(3).covers(Kind.SEAL) && plan.page(1).covers(Kind.PHOTO) && !plan.page(2).covers(Kind.PHOTO));
    }

    @Test
    void aFormOfFewerPagesIsAnotherForm() throws Exception {
        var template = read(FORM + "4 SEAL 100 100 900 900\n");
        var trouble = assertThrows(MaskTrouble.class, () -> new PlanDraft("ab".repeat(32), 3).laidOver(template));
        assertEquals(Code.NO_SUCH_PAGE, trouble.code());
    }

    @Test
    void whatIsNoTemplateIsToldWithItsLine() {
        refused(Code.NOT_A_TEMPLATE, 1, "");
        refused(Code.NOT_A_TEMPLATE, 2, "conclave form template 1\nphoto 1 2 3 4\n");
        refused(Code.NOT_A_TEMPLATE, 8, FORM + "first NAME 1 1 900 900\n");
        refused(Code.NOT_A_TEMPLATE, 8, FORM + "1 NAME 1 1 900\n");
        refused(Code.OFF_THE_PAGE, 8, FORM + "1 NAME 1 1 90000 900\n");
        refused(Code.COVERS_NOTHING, 8, FORM + "1 NAME 900 1 1 900\n");
        refused(Code.COVERS_NOTHING, 0, "conclave form template 1\nkind FORM\n");
        assertEquals(Code.NOT_A_TEMPLATE, assertThrows(MaskTrouble.class, () -> FormTemplate.read(new byte[] {(byte) 0xff, 1, 2})).code());
        assertEquals(Code.NOT_A_TEMPLATE, assertThrows(MaskTrouble.class, () -> FormTemplate.read(new byte[1 << 20])).code());
    }

    private static void refused(Code code, int line, String text) {
        var trouble = assertThrows(MaskTrouble.class, () -> read(text), text);
        assertEquals(code + " " + line, trouble.code() + " " + trouble.at(), text);
    }
}
