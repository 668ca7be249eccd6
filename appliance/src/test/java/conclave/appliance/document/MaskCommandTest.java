package conclave.appliance.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.Tried;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import conclave.document.mask.MaskPlan;
import conclave.document.screen.Kind;
import conclave.document.text.Box;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskCommandTest {

    @TempDir
    private Path temp;

    /** A page that names somebody, one that names nobody, one that is a picture. */
    private Path document() throws IOException {
        var file = temp.resolve("application.pdf");
        try (var pdf = new PDDocument()) {
            write(pdf, "Applicant Wulumuqi Canary, telephone 13899990001");
            write(pdf, "Nothing is said of anybody here.");
            var page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            try (var content = new PDPageContentStream(pdf, page)) {
                content.drawImage(LosslessFactory.createFromImage(pdf, new BufferedImage(400, 560, BufferedImage.TYPE_BYTE_GRAY)), 0, 0, 595, 842);
            }
            pdf.save(file.toFile());
        }
        return file;
    }

    private static void write(PDDocument pdf, String line) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        try (var content = new PDPageContentStream(pdf, page)) {
            content.setFont(new PDType1Font(FontName.HELVETICA), 12);
            content.beginText();
            content.newLineAtOffset(60, 742);
            content.showText(line);
            content.endText();
        }
    }

    private Path dictionary() throws IOException {
        return Files.writeString(temp.resolve("dictionary.json"), "{\"name\":\"Wulumuqi Canary\"}", StandardCharsets.UTF_8);
    }

    @Test
    void whatWasFoundIsCoveredAndWhatCouldNotBeReadIsNotMade() throws Exception {
        var out = temp.resolve("masked");
        var tried = Tried.of("mask --json --dictionary " + dictionary() + " --out " + out + " " + document());
        assertEquals(1, tried.code(), tried::text);
        try (var files = Files.list(out)) {
            var names = files.map(file -> file.getFileName().toString().replaceAll("\\.(webp|png|jpeg)$", "")).sorted().toList();
            assertEquals(List.of("page-0001", "page-0001.thumb", "page-0001.zoom", "page-0002", "page-0002.thumb", "page-0002.zoom", "plan.json", "plan.mask"), names);
        }
        assertTrue(tried.text().contains("mask.needs-reading") || tried.text().contains("mask.unsure-reading"), tried::text);
        var plan = MaskPlan.read(Files.readAllBytes(out.resolve("plan.mask")));
        var json = (Json.Obj) CanonicalJson.read(Files.readAllBytes(out.resolve("plan.json")));
        assertEquals(plan.digest(), json.text("plan"));
        assertTrue(plan.page(1).covers(Kind.NAME) && plan.page(1).covers(Kind.PHONE), tried::text);
        assertTrue(plan.page(2).isBare());
        // The line stands 100 points below the upper edge, its name from the 114th point on.
        assertTrue(plan.page(1).places().stream().anyMatch(box -> box.meets(new Box(1950, 1110, 3400, 1180))), plan::toString);
        for (var text : List.of(tried.text(), Files.readString(out.resolve("plan.json")), Files.readString(out.resolve("plan.mask")))) {
            assertFalse(text.contains("Canary") || text.contains("13899990001"), "a clear value");
        }
    }

    @Test
    void whatCannotBeUsedIsToldAndNothingIsLeft() throws Exception {
        var out = temp.resolve("masked");
        var form = Files.writeString(temp.resolve("form.txt"), "conclave form template 1\nkind FORM\n1 PHOTO 1 1 900000 9\n");
        refused("mask.not-opened", "mask --dictionary " + dictionary() + " --out " + out + " " + temp.resolve("absent.pdf"));
        refused("mask.form", "mask --form " + form + " --dictionary " + dictionary() + " --out " + out + " " + document());
        refused("dictionary.unreadable", "mask --dictionary " + temp.resolve("absent.json") + " --out " + out + " " + document());
        refused("mask.out-exists", "mask --dictionary " + dictionary() + " --out " + temp + " " + document());
        assertFalse(Files.exists(out));
        try (var left = Files.list(temp)) {
            assertEquals(0, left.filter(file -> file.getFileName().toString().startsWith(".mask")).count());
        }
    }

    private static void refused(String code, String command) throws IOException {
        var tried = Tried.of(command);
        assertEquals(1, tried.code(), tried::text);
        assertTrue(tried.text().contains(code), tried::text);
    }
}
