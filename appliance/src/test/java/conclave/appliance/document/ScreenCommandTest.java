package conclave.appliance.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.Tried;
import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenCommandTest {

    private static final String TEXT = "𬭎工：申报人阿依古丽·买买提，手机 138 9999 0001。\r\n身份证号：11010519491231002X\n";

    @TempDir
    private Path temp;

    @Test
    void hitsAreAListWithOffsetsInCodePoints() throws IOException {
        var file = write("a.txt", TEXT, StandardCharsets.UTF_8);
        var tried = Tried.of("screen --json --dictionary " + dictionary("{\"name\":\"阿依古丽·买买提\"}") + " " + file);
        assertEquals(0, tried.code(), tried::text);
        assertEquals(List.of("name 6 14", "phone 18 31", "id_number 39 57"), hits(tried.text()));
        assertFalse(tried.text().contains("阿依古丽"), "the value is not shown");
        assertFalse(tried.text().contains("value"));
        var first = (Json.Obj) list(tried.text()).getFirst();
        assertEquals(file.toString(), first.text("file"));
        assertEquals(1, first.number("page"));
        assertEquals(97, first.number("confidence"));
    }

    @Test
    void valuesAreShownToWhoAsksForThem() throws IOException {
        var file = write("a.txt", TEXT, StandardCharsets.UTF_8);
        var tried = Tried.of("screen --json --show-values " + file);
        assertEquals(List.of("138 9999 0001", "11010519491231002X"), list(tried.text()).stream().map(hit -> ((Json.Obj) hit).text("value")).toList());
        assertTrue(Tried.of("screen --show-values " + file).text().contains("身份证号 id_number  99  11010519491231002X"), tried::text);
    }

    @Test
    void everyEncodingGivesTheSameOffsets() throws IOException {
        var marked = new ArrayList<Path>();
        marked.add(write("u8.txt", TEXT, StandardCharsets.UTF_8));
        marked.add(write("u8m.txt", "\ufeff" + TEXT, StandardCharsets.UTF_8));
        marked.add(write("gb.txt", TEXT, Charset.forName("GB18030")));
        marked.add(write("le.txt", "\ufeff" + TEXT, StandardCharsets.UTF_16LE));
        marked.add(write("be.txt", "\ufeff" + TEXT, StandardCharsets.UTF_16BE));
        marked.add(write("bare.txt", TEXT, StandardCharsets.UTF_16LE));
        for (var file : marked) {
            var tried = Tried.of("screen --json " + file);
            assertEquals(List.of("phone 18 31", "id_number 39 57"), hits(tried.text()), file::toString);
        }
    }

    @Test
    void foldersAreWalkedNamesAreLookedAtAndWhatCannotBeReadIsSaid() throws IOException {
        var folder = Files.createDirectories(temp.resolve("材料/一"));
        Files.writeString(folder.resolve("张晓明证书.txt"), "无");
        Files.write(folder.resolve("empty.txt"), new byte[0]);
        Files.write(folder.resolve("program.bin"), new byte[] {0, 1, 2, 3, 0, 7, 8, 0, 0, 0, 5, 6});
        Files.write(folder.resolve("torn.txt"), ("身份证号：11010519491231002X" + "\n文字".repeat(50)).getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("torn.txt"), new byte[] {(byte) 0xe4, (byte) 0xff, (byte) 0xfe}, StandardOpenOption.APPEND);
        Files.createSymbolicLink(folder.resolve("zlink"), temp);
        var tried = Tried.of("screen --dictionary " + dictionary("[{\"names\":[\"张晓明\"]}]") + " " + temp.resolve("材料") + " " + temp.resolve("none"));
        assertEquals(1, tried.code());
        assertTrue(tried.text().contains("[file_name] 0–3  姓名 name"), tried::text);
        for (var code : List.of("screen.empty", "screen.torn-text", "screen.not-a-file link", "screen.absent", "screen.unknown-form")) {
            assertTrue(tried.text().contains(code), () -> code + " in " + tried.text());
        }
        assertTrue(tried.text().contains("身份证号 id_number  99"), tried::text);
        assertTrue(tried.text().contains("共 4 个文件，发现 2 处，5 项没有筛查。"), tried::text);
    }

    @Test
    void aDocumentIsReadInAChildAndItsHiddenTextsAreLookedAt() throws IOException {
        var file = temp.resolve("scan.pdf");
        try (var pdf = new PDDocument()) {
            var page = new PDPage();
            pdf.addPage(page);
            try (var content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText("Contact: 138 9999 0001");
                content.endText();
            }
            pdf.getDocumentInformation().setAuthor("aygul@163.com");
            pdf.save(file.toFile());
        }
        var tried = Tried.of("screen --json " + file);
        assertEquals(0, tried.code(), tried::text);
        assertEquals(List.of("mail 0 13", "phone 9 22"), hits(tried.text()).stream().sorted().distinct().toList());
        assertTrue(tried.text().contains("\"place\":\"properties\""), tried::text);
    }

    @Test
    void whoeverWantsItCleanIsToldByTheExitCode() throws IOException {
        var clean = write("clean.txt", "本项目于2019年6月完成验收。", StandardCharsets.UTF_8);
        assertEquals(0, Tried.of("screen --must-be-clean " + clean).code());
        assertEquals("[]", Tried.of("screen --json --must-be-clean " + clean).text().replaceAll("\\s", ""));
        assertEquals(1, Tried.of("screen --must-be-clean " + write("a.txt", TEXT, StandardCharsets.UTF_8)).code());
    }

    @Test
    void aDictionaryIsUnderstoodWholeOrNotAtAll() throws IOException {
        var text = write("a.txt", TEXT, StandardCharsets.UTF_8);
        for (var wrong : List.of("{\"nmae\":\"阿依古丽\"}", "{\"name\":5}", "{\"name\":\"阿\"}", "{\"birth\":\"1985年\"}", "[1]", "{", "{\"format\":\"other 2\",\"people\":[]}", "{\"people\":{}}", "{\"people\":[],\"more\":1}")) {
            var tried = Tried.of("screen --json --dictionary " + dictionary(wrong) + " " + text);
            assertEquals(1, tried.code(), wrong);
            assertTrue(tried.text().contains("(dictionary."), () -> wrong + " " + tried.text());
        }
        assertTrue(Tried.of("screen --dictionary " + temp.resolve("none.json") + " " + text).text().contains("dictionary.unreadable"));
        assertEquals(0, Tried.of("screen --dictionary " + dictionary("{\"format\":\"conclave-dictionary 1\",\"people\":[{\"code\":\"A1\",\"name\":\"\",\"units\":[\"新疆大学\"]}]}") + " " + text).code());
    }

    private Path dictionary(String json) throws IOException {
        return Files.writeString(temp.resolve("dictionary.json"), json);
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        return Files.write(temp.resolve(name), text.getBytes(charset));
    }

    private static List<Json> list(String text) {
        return ((Json.Arr) CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8))).items();
    }

    private static List<String> hits(String text) {
        return list(text).stream().map(Json.Obj.class::cast).map(hit -> hit.text("kind") + " " + hit.number("start") + " " + hit.number("end")).toList();
    }
}
