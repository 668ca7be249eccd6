package conclave.document.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;

/** One name in each place where a PDF can keep it out of sight; each is found, and said to be there. */
class HidingPlacesTest {

    private static final String VISIBLE = Paper.words("a page like any other", 100, 700, 12);

    @Test
    void aNameIsFoundWhereverItHidesInADocument() throws Exception {
        byte[] file;
        try (var paper = new Paper()) {
            var page = paper.page(VISIBLE + marked(paper) + Paper.words("beside the page Zhao1", 5000, 700, 12)
                    + "BT /F 12 Tf 3 Tr 100 600 Td (invisible Zhao2) Tj ET\n1 g " + Paper.words("white Zhao3", 100, 560, 12));
            properties(paper);
            bookmark(paper);
            annotations(paper, page);
            form(paper);
            attachment(paper);
            names(paper);
            picture(paper, page);
            page.getCOSObject().setItem("Left", paper.form(Paper.words("left over Zhao22", 10, 10, 9)));
            file = paper.saved();
        }
        var reading = Paper.read(changed(file));
        var expected = Map.ofEntries(
                Map.entry("Zhao1", HidingPlace.OUTSIDE_PAGE), Map.entry("赵四", HidingPlace.PROPERTIES), Map.entry("赵五", HidingPlace.XMP),
                Map.entry("赵六", HidingPlace.BOOKMARK), Map.entry("赵七", HidingPlace.ANNOTATION), Map.entry("赵八", HidingPlace.ANNOTATION),
                Map.entry("zhao9@example", HidingPlace.LINK), Map.entry("赵十", HidingPlace.FORM_FIELD), Map.entry("赵十一", HidingPlace.XFA),
                Map.entry("赵十二", HidingPlace.ALTERNATE_TEXT), Map.entry("Zhao13", HidingPlace.LAYER), Map.entry("赵十四", HidingPlace.SCRIPT),
                Map.entry("赵十五", HidingPlace.DESTINATION), Map.entry("赵十六", HidingPlace.PAGE_LABEL), Map.entry("Zhao17", HidingPlace.ATTACHMENT),
                Map.entry("赵十八", HidingPlace.FILE_NAME), Map.entry("赵十九", HidingPlace.PICTURE_DATA), Map.entry("Zhao20", HidingPlace.EARLIER_REVISION),
                Map.entry("赵二十一", HidingPlace.ALTERNATE_TEXT), Map.entry("Zhao22", HidingPlace.UNUSED), Map.entry("Zhao23", HidingPlace.BEHIND_THE_END),
                Map.entry("Zhao24", HidingPlace.ATTACHMENT));
        assertAll(expected.entrySet().stream().map(entry -> () ->
                assertTrue(Paper.at(reading, entry.getValue()).contains(entry.getKey()), entry + " is not in " + Paper.at(reading, entry.getValue()))));
        for (var drawn : List.of("Zhao2", "Zhao3", "Zhao13")) {
            var text = reading.texts().getFirst();
            int at = text.text().indexOf(drawn);
            assertTrue(at >= 0 && !text.between(at, at + drawn.length()).isEmpty(), drawn + " has a place on the page");
        }
    }

    /** Text that is spoken otherwise, and a layer that is switched off. */
    private static String marked(Paper paper) throws IOException {
        var off = new PDOptionalContentGroup("layer");
        var layers = new PDOptionalContentProperties();
        layers.addGroup(off);
        layers.setGroupEnabled(off, false);
        paper.pdf.getDocumentCatalog().setOCProperties(layers);
        paper.properties.setItem("Off", off.getCOSObject());
        var spoken = new COSDictionary();
        spoken.setItem("ActualText", new COSString("赵十二"));
        paper.properties.setItem("Spoken", spoken);
        var structure = new COSDictionary();
        structure.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
        structure.setItem("Alt", new COSString("赵二十一"));
        paper.pdf.getDocumentCatalog().getCOSObject().setItem("StructTreeRoot", structure);
        return "/Span /Spoken BDC " + Paper.words("spoken", 100, 650, 12) + "EMC /OC /Off BDC " + Paper.words("switched off Zhao13", 100, 620, 12) + "EMC\n";
    }

    private static void properties(Paper paper) throws IOException {
        paper.pdf.getDocumentInformation().setAuthor("赵四");
        var xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><d:creator xmlns:d='d' d:by='赵五'/></x:xmpmeta>";
        paper.pdf.getDocumentCatalog().setMetadata(new PDMetadata(paper.pdf, new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8))));
        paper.pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('赵十四')"));
    }

    private static void bookmark(Paper paper) {
        var outline = new PDDocumentOutline();
        var item = new PDOutlineItem();
        item.setTitle("赵六");
        outline.addLast(item);
        paper.pdf.getDocumentCatalog().setDocumentOutline(outline);
    }

    private static void annotations(Paper paper, PDPage page) throws IOException {
        var note = annotation("Text");
        note.setItem("Contents", new COSString("赵七"));
        note.setItem("RC", paper.stream("<p>" + new String("赵八".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1) + "</p>"));
        var link = annotation("Link");
        var action = new COSDictionary();
        action.setName(COSName.S, "URI");
        action.setString("URI", "mailto:zhao9@example.invalid");
        link.setItem(COSName.A, action);
        var all = new COSArray();
        all.add(note);
        all.add(link);
        page.getCOSObject().setItem(COSName.ANNOTS, all);
    }

    private static COSDictionary annotation(String kind) {
        var annotation = new COSDictionary();
        annotation.setItem(COSName.TYPE, COSName.ANNOT);
        annotation.setName(COSName.SUBTYPE, kind);
        annotation.setItem(COSName.RECT, new PDRectangle(10, 10, 20, 20));
        return annotation;
    }

    private static void form(Paper paper) throws IOException {
        var field = new COSDictionary();
        field.setName(COSName.FT, "Tx");
        field.setString(COSName.T, "name");
        field.setItem(COSName.V, new COSString("赵十"));
        var fields = new COSArray();
        fields.add(field);
        var form = new COSDictionary();
        form.setItem(COSName.FIELDS, fields);
        var xfa = new COSArray();
        xfa.add(new COSString("datasets"));
        xfa.add(paper.stream("<xfa:data xmlns:xfa='x'><name>" + new String("赵十一".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1) + "</name></xfa:data>"));
        form.setItem("XFA", xfa);
        paper.pdf.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
    }

    /** A PDF with a text attached to it, attached. */
    private static void attachment(Paper paper) throws IOException {
        byte[] inner;
        try (var other = new Paper()) {
            other.page(Paper.words("attached Zhao17", 100, 700, 12));
            attach(other, "inside.txt", "attached twice Zhao24".getBytes(StandardCharsets.UTF_8));
            inner = other.saved();
        }
        attach(paper, "赵十八.pdf", inner);
    }

    private static void attach(Paper paper, String name, byte[] file) throws IOException {
        var stream = paper.stream(new String(file, StandardCharsets.ISO_8859_1));
        var files = new COSDictionary();
        files.setItem(COSName.F, stream);
        var description = new COSDictionary();
        description.setItem(COSName.TYPE, COSName.getPDFName("Filespec"));
        description.setItem("UF", new COSString(name));
        description.setItem("EF", files);
        var list = new COSArray();
        list.add(description);
        paper.pdf.getDocumentCatalog().getCOSObject().setItem("AF", list);
    }

    private static void names(Paper paper) {
        var tree = new COSDictionary();
        var names = new COSArray();
        names.add(new COSString("赵十五"));
        names.add(new COSArray());
        tree.setItem(COSName.NAMES, names);
        var all = new COSDictionary();
        all.setItem("Dests", tree);
        paper.pdf.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, all);
        var label = new COSDictionary();
        label.setItem(COSName.P, new COSString("赵十六-"));
        label.setInt(COSName.ST, 1);
        var numbers = new COSArray();
        numbers.add(COSInteger.ZERO);
        numbers.add(label);
        var labels = new COSDictionary();
        labels.setItem(COSName.NUMS, numbers);
        paper.pdf.getDocumentCatalog().getCOSObject().setItem("PageLabels", labels);
    }

    private static void picture(Paper paper, PDPage page) throws IOException {
        var picture = paper.picture();
        try (var out = picture.createRawOutputStream()) {
            out.write(PictureFixtures.jpeg("赵十九"));
        }
        picture.setItem(COSName.FILTER, COSName.DCT_DECODE);
        page.getCOSObject().setItem("Picture", picture);
    }

    /** Written as it was once, then saved with today's words on top of that, and a remark behind the end. */
    private static byte[] changed(byte[] today) throws IOException {
        byte[] words;
        byte[] earlier;
        try (var pdf = Loader.loadPDF(today)) {
            var contents = pdf.getPage(0).getCOSObject().getCOSStream(COSName.CONTENTS);
            words = contents.createInputStream().readAllBytes();
            write(contents, Paper.words("earlier Zhao20", 100, 500, 12).getBytes(StandardCharsets.US_ASCII));
            var out = new ByteArrayOutputStream();
            pdf.save(out);
            earlier = out.toByteArray();
        }
        try (var pdf = Loader.loadPDF(earlier)) {
            var contents = pdf.getPage(0).getCOSObject().getCOSStream(COSName.CONTENTS);
            write(contents, words);
            contents.setNeedToBeUpdated(true);
            pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            var out = new ByteArrayOutputStream();
            pdf.saveIncremental(out);
            out.write("\nbehind the end Zhao23\n".getBytes(StandardCharsets.US_ASCII));
            return out.toByteArray();
        }
    }

    private static void write(COSStream contents, byte[] words) throws IOException {
        try (var out = contents.createOutputStream()) {
            out.write(words);
        }
    }
}
