package conclave.document.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Office files, written part by part. */
public final class OfficeFixtures {

    private static final String WORD = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='r' xmlns:a='a'";

    private OfficeFixtures() {
    }

    public static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    /** One that an office program opens, not only our reader. */
    public static byte[] wordFile(String said) throws IOException {
        var types = "http://schemas.openxmlformats.org/package/2006/";
        return zip(Map.of("[Content_Types].xml", xml("<Types xmlns='" + types + "content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"),
                "_rels/.rels", xml("<Relationships xmlns='" + types + "relationships'><Relationship Id='r' Target='word/document.xml'"
                        + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'/></Relationships>"),
                "word/document.xml", document(paragraph(said))));
    }

    static byte[] xml(String said) {
        return ("<?xml version='1.0' encoding='UTF-8' standalone='yes'?>" + said).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] word(String root, String body) {
        return xml("<w:" + root + " " + WORD + ">" + body + "</w:" + root + ">");
    }

    static byte[] document(String body) {
        return word("document", "<w:body>" + body + "</w:body>");
    }

    static String paragraph(String... runs) {
        var paragraph = new StringBuilder("<w:p>");
        for (var run : runs) paragraph.append("<w:r><w:t xml:space='preserve'>").append(run).append("</w:t></w:r>");
        return paragraph.append("</w:p>").toString();
    }

    static byte[] sheet(String before, String rows) {
        return xml("<worksheet xmlns='s'>" + before + "<sheetData>" + rows + "</sheetData></worksheet>");
    }
}
