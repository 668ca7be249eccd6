package conclave.document.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
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

/** A PDF of one page with something told in each place where a PDF can keep it out of sight. */
public final class HidingFixtures {

    private static final String VISIBLE = Paper.words("a page like any other", 100, 700, 12);

    private final UnaryOperator<String> told;

    private HidingFixtures(UnaryOperator<String> told) {
        this.told = told;
    }

    /** @param told from the name that a place is known by to what stands there; in Latin letters where the name is */
    public static byte[] file(UnaryOperator<String> told, String... shown) throws IOException {
        return new HidingFixtures(told).file(String.join("", shown));
    }

    private byte[] file(String shown) throws IOException {
        byte[] file;
        try (var paper = new Paper()) {
            var page = paper.page(VISIBLE + shown + marked(paper) + Paper.words("beside the page " + told.apply("Zhao1"), 5000, 700, 12)
                    + "BT /F 12 Tf 3 Tr 100 600 Td (invisible " + told.apply("Zhao2") + ") Tj ET\n1 g " + Paper.words("white " + told.apply("Zhao3"), 100, 560, 12));
            properties(paper);
            bookmark(paper);
            annotations(paper, page);
            form(paper);
            attachment(paper);
            names(paper);
            picture(paper, page);
            page.getCOSObject().setItem("Left", paper.form(Paper.words("left over " + told.apply("Zhao22"), 10, 10, 9)));
            file = paper.saved();
        }
        return changed(file);
    }

    /** Text that is spoken otherwise, and a layer that is switched off. */
    private String marked(Paper paper) throws IOException {
        var off = new PDOptionalContentGroup("layer");
        var layers = new PDOptionalContentProperties();
        layers.addGroup(off);
        layers.setGroupEnabled(off, false);
        paper.pdf.getDocumentCatalog().setOCProperties(layers);
        paper.properties.setItem("Off", off.getCOSObject());
        var spoken = new COSDictionary();
        spoken.setItem("ActualText", new COSString(told.apply("赵十二")));
        paper.properties.setItem("Spoken", spoken);
        var structure = new COSDictionary();
        structure.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
        structure.setItem("Alt", new COSString(told.apply("赵二十一")));
        paper.pdf.getDocumentCatalog().getCOSObject().setItem("StructTreeRoot", structure);
        return "/Span /Spoken BDC " + Paper.words("spoken", 100, 650, 12) + "EMC /OC /Off BDC " + Paper.words("switched off " + told.apply("Zhao13"), 100, 620, 12) + "EMC\n";
    }

    private void properties(Paper paper) throws IOException {
        paper.pdf.getDocumentInformation().setAuthor(told.apply("赵四"));
        var xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><d:creator xmlns:d='d' d:by='" + told.apply("赵五") + "'/></x:xmpmeta>";
        paper.pdf.getDocumentCatalog().setMetadata(new PDMetadata(paper.pdf, new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8))));
        paper.pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('" + told.apply("赵十四") + "')"));
    }

    private void bookmark(Paper paper) {
        var outline = new PDDocumentOutline();
        var item = new PDOutlineItem();
        item.setTitle(told.apply("赵六"));
        outline.addLast(item);
        paper.pdf.getDocumentCatalog().setDocumentOutline(outline);
    }

    private void annotations(Paper paper, PDPage page) throws IOException {
        var note = annotation("Text");
        note.setItem("Contents", new COSString(told.apply("赵七")));
        note.setItem("RC", paper.stream("<p>" + new String(told.apply("赵八").getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1) + "</p>"));
        var link = annotation("Link");
        var action = new COSDictionary();
        action.setName(COSName.S, "URI");
        action.setString("URI", "mailto:" + told.apply("zhao9") + "@example.invalid");
        link.setItem(COSName.A, action);
        var all = new COSArray();
        all.add(note);
        all.add(link);
        page.getCOSObject().setItem(COSName.ANNOTS, all);
    }

    private COSDictionary annotation(String kind) {
        var annotation = new COSDictionary();
        annotation.setItem(COSName.TYPE, COSName.ANNOT);
        annotation.setName(COSName.SUBTYPE, kind);
        annotation.setItem(COSName.RECT, new PDRectangle(10, 10, 20, 20));
        return annotation;
    }

    private void form(Paper paper) throws IOException {
        var field = new COSDictionary();
        field.setName(COSName.FT, "Tx");
        field.setString(COSName.T, "name");
        field.setItem(COSName.V, new COSString(told.apply("赵十")));
        var fields = new COSArray();
        fields.add(field);
        var form = new COSDictionary();
        form.setItem(COSName.FIELDS, fields);
        var xfa = new COSArray();
        xfa.add(new COSString("datasets"));
        xfa.add(paper.stream("<xfa:data xmlns:xfa='x'><name>" + new String(told.apply("赵十一").getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1) + "</name></xfa:data>"));
        form.setItem("XFA", xfa);
        paper.pdf.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
    }

    /** A PDF with a text attached to it, attached. */
    private void attachment(Paper paper) throws IOException {
        byte[] inner;
        try (var other = new Paper()) {
            other.page(Paper.words("attached " + told.apply("Zhao17"), 100, 700, 12));
            attach(other, "inside.txt", ("attached twice " + told.apply("Zhao24")).getBytes(StandardCharsets.UTF_8));
            inner = other.saved();
        }
        attach(paper, told.apply("赵十八") + ".pdf", inner);
    }

    private void attach(Paper paper, String name, byte[] file) throws IOException {
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

    private void names(Paper paper) {
        var tree = new COSDictionary();
        var names = new COSArray();
        names.add(new COSString(told.apply("赵十五")));
        names.add(new COSArray());
        tree.setItem(COSName.NAMES, names);
        var all = new COSDictionary();
        all.setItem("Dests", tree);
        paper.pdf.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, all);
        var label = new COSDictionary();
        label.setItem(COSName.P, new COSString(told.apply("赵十六") + "-"));
        label.setInt(COSName.ST, 1);
        var numbers = new COSArray();
        numbers.add(COSInteger.ZERO);
        numbers.add(label);
        var labels = new COSDictionary();
        labels.setItem(COSName.NUMS, numbers);
        paper.pdf.getDocumentCatalog().getCOSObject().setItem("PageLabels", labels);
    }

    private void picture(Paper paper, PDPage page) throws IOException {
        var picture = paper.picture();
        try (var out = picture.createRawOutputStream()) {
            out.write(PictureFixtures.jpeg(told.apply("赵十九")));
        }
        picture.setItem(COSName.FILTER, COSName.DCT_DECODE);
        page.getCOSObject().setItem("Picture", picture);
    }

    /** Written as it was once, then saved with today's words on top of that, and a remark behind the end. */
    private byte[] changed(byte[] today) throws IOException {
        byte[] words;
        byte[] earlier;
        try (var pdf = Loader.loadPDF(today)) {
            var contents = pdf.getPage(0).getCOSObject().getCOSStream(COSName.CONTENTS);
            words = contents.createInputStream().readAllBytes();
            write(contents, Paper.words("earlier " + told.apply("Zhao20"), 100, 500, 12).getBytes(StandardCharsets.US_ASCII));
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
            out.write(("\nbehind the end " + told.apply("Zhao23") + "\n").getBytes(StandardCharsets.US_ASCII));
            return out.toByteArray();
        }
    }

    private void write(COSStream contents, byte[] words) throws IOException {
        try (var out = contents.createOutputStream()) {
            out.write(words);
        }
    }
}
