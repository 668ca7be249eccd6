package conclave.exchange.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.DocumentKind;
import conclave.exchange.MeetingFolder;
import conclave.exchange.SmallMeeting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose document a file is. What is not sure is never put into a dossier. */
class ScansTest {

    private static final Applicant LIKE = SmallMeeting.value(1).applicants().getFirst();
    private static final List<Applicant> PEOPLE = List.of(applicant("A-001", "张伟", Desk.ID_ONE), applicant("A-002", "王芳", Desk.ID_TWO),
            applicant("A-003", "阿依古丽·买买提", "659985198806060029"), applicant("A-0031", "王芳", "659985197001010021"), applicant("12", "欧阳修远", "659985197102020022"),
            applicant("A-006", "阿依古丽", "659985198707070023"), applicant("A-007", "John Smith", "659985198808080024"));

    @TempDir
    private Path workshop;

    @Test
    void whoeverIsNamedClearlyIsFound() {
        for (var name : List.of("张伟.pdf", "张伟_学历证书.pdf", "张伟-论文.pdf", "张　伟/1.pdf", "水利组/张 伟/扫描件 001.pdf", "张伟身份证.pdf", "身份证张伟.pdf", "（张伟）获奖.pdf", "张伟的申报表.pdf",
                "01张伟.pdf", Desk.ID_ONE + ".pdf", "材料 " + Desk.ID_ONE + "(1).pdf", "A-001.pdf", "a-001_2.pdf", "Ａ-００１/论文.pdf", "水利+张伟+评审表.pdf", "张伟.学历.pdf")) {
            assertEquals("A-001", owner(name), name);
        }
        for (var name : List.of("阿依古丽·买买提_论文.pdf", "阿依古丽•买买提.pdf", "阿依古丽．买买提/证书.pdf", "阿依古丽 买买提 证书.pdf", "阿依古丽买买提.pdf", "阿依古丽・买买提-1.pdf", "阿依古丽.买买提.证书.pdf", "阿依古丽｡买买提.pdf".replace('｡', '。'))) {
            assertEquals("A-003", owner(name), name);
        }
        assertEquals("A-006", owner("阿依古丽_论文.pdf"));
        assertEquals("A-007", owner("john smith/paper.pdf"));
        assertEquals("A-007", owner("Smith papers/John Smith 2019.pdf"));
        assertEquals("A-0031", owner("A-0031_王芳.pdf"));
        assertEquals("12", owner("12/论文.pdf"));
    }

    @Test
    void whatIsNotClearIsAFindingThatNamesTheFile() {
        assertEquals("scan-several", owner("王芳_论文.pdf"));
        assertEquals("scan-unmatched", owner("扫描件001.pdf"));
        assertEquals("scan-unmatched", owner("12_论文.pdf"));
        assertEquals("scan-uncertain", owner("张伟民学历证书.pdf"));
        assertEquals("scan-uncertain", owner("小张伟.pdf"));
        assertEquals("scan-conflict", owner("A-001/欧阳修远_论文.pdf"));
        assertEquals("scan-several", owner("张伟/欧阳修远.pdf"));
        assertEquals("scan-several", owner("A-001_A-002.pdf"));
        // A namesake who does not apply: the number says so.
        assertEquals("scan-conflict", owner("张伟_110101199003070011.pdf"));
    }

    @Test
    void theTitleSaysWhatItIsAndNotWhose() {
        assertEquals("学历证书", title("张伟_学历证书.pdf", 0));
        assertEquals("论文 核心期刊", title("A-001 张 伟 论文 核心期刊.pdf", 0));
        assertEquals("获奖证书", title(Desk.ID_ONE + "-获奖证书(张伟).pdf", 0));
        assertEquals("身份证", title("张伟的身份证.pdf", 0).replace("的", ""));
        assertEquals("证书", title("张伟.pdf", 0));
        assertEquals("论文", title("阿依古丽•买买提-论文.pdf", 2));
    }

    @Test
    void noNameMakesTheMatcherStumbleOrMatchAStranger() {
        var pieces = List.of("张伟", "王芳", "张", "伟", "_", "-", " ", "·", "•", "的", "证", "A-001", "a", "12", Desk.ID_ONE, "1", "\ud83d", "𠮷", "(", ")", "[", "/", ".", "\\E", "$1", "\u0000", "阿依古丽", "买买提");
        for (long seed = 0; seed < 500; seed++) {
            var chance = new Random(seed);
            var name = new StringBuilder();
            for (int i = chance.nextInt(8); i >= 0; i--) name.append(pieces.get(chance.nextInt(pieces.size())));
            var owner = owner(name + ".pdf");
            var hinted = name.indexOf("张") >= 0 || name.indexOf("A-001") >= 0 || name.indexOf("a") >= 0 || name.indexOf(Desk.ID_ONE) >= 0;
            if (owner.equals("A-001")) assertTrue(hinted, "seed " + seed + ": " + name);
            if (owner.equals("A-001")) assertFalse(title(name + ".pdf", 0).contains(Desk.ID_ONE), "seed " + seed + ": " + name);
        }
    }

    @Test
    void theListSaysWhatNamesDoNot() throws IOException {
        var desk = Desk.of(workshop).scan("扫描/IMG_0001.pdf").scan("扫描/IMG_0002.pdf")
                .list(3, "A-001", "IMG_0001.pdf", "水库设计", "项目").list(4, Desk.ID_TWO, "扫描\\img_0002", "", "论文");
        var gathered = desk.gather();
        assertEquals(List.of(), Desk.said(gathered, true));
        var zhang = gathered.meeting().orElseThrow().applicants().getFirst();
        assertEquals(List.of("水库设计", "评审表"), zhang.documents().stream().map(MeetingFile.Document::title).toList());
        assertEquals(DocumentKind.PAPER, gathered.meeting().get().applicants().getLast().documents().getFirst().kind());
    }

    @Test
    void aListThatDoesNotFitTheFilesIsSaid() throws IOException {
        var desk = Desk.of(workshop).scan("张伟/a.pdf").scan("王芳/a.pdf").list(3, "A-001", "没有.pdf").list(4, "A-001", "a.pdf").list(5, "赵六", "王芳_学历证书.pdf").list(6, "王芳", "评审表.pdf").list(7, "张伟", "评审表.pdf");
        assertEquals(List.of("listed-missing 材料清单.xlsx 材料清单!B3", "listed-several 材料清单.xlsx 材料清单!B4", "applicant-unknown 材料清单.xlsx 材料清单!A5", "listed-twice 材料清单.xlsx 材料清单!B7"),
                Desk.said(desk.gather(), true));
    }

    @Test
    void whatIsNeitherPdfNorPictureIsSaidByItsName() throws IOException {
        var desk = Desk.of(workshop).put("张伟/照片.jpg", latin("\u00ff\u00d8\u00ff")).put("张伟/空.pdf", "").put("张伟/假.pdf", "<html>").put("张伟/简历.rtf", "{\\rtf1").put("张伟/两样.png", latin("\u0089PNG\r\n\u001a\n %PDF-1.4"))
                .put("张伟/证书.pdf", latin("MM\u0000*")).put("张伟/Thumbs.db", "x").put("张伟/~$表.pdf", "x");
        assertTrue(Desk.said(desk.gather(), false).contains("scan-misnamed 张伟/证书.pdf !"));
        assertEquals(List.of("scan-empty 张伟/空.pdf !", "scan-form 张伟/假.pdf !", "scan-form 张伟/简历.rtf !", "scan-two-forms 张伟/两样.png !"), Desk.said(desk.gather(), true).stream().sorted().toList());
        Files.createSymbolicLink(desk.folder().resolve("张伟/链接.pdf"), Path.of("空.pdf"));
        assertTrue(Desk.said(desk.gather(), true).contains("link-refused 张伟/链接.pdf !"));
    }

    @Test
    void officeFilesAreTakenByTheirBytesAndTheirNames() throws IOException {
        var desk = Desk.of(workshop).put("张伟/简历.docx", "PK\u0003\u0004").put("张伟/清单.xlsx", "PK\u0003\u0004").put("张伟/证书.pdf", "PK\u0003\u0004");
        var gathered = desk.gather();
        assertEquals(List.of(), Desk.said(gathered, true));
        assertEquals(List.of("scan-misnamed 张伟/证书.pdf !"), Desk.said(gathered, false).stream().filter(it -> it.startsWith("scan-misnamed")).toList());
        assertEquals(List.of("docx", "docx", "xlsx"), gathered.meeting().orElseThrow().files().keySet().stream().map(it -> it.substring(it.lastIndexOf('.') + 1))
                .filter(it -> it.endsWith("x")).sorted().toList());
    }

    @Test
    void formTemplatesThatAreNoneAreSaidWithTheirLine() throws IOException {
        var right = "conclave form template 1\nkind form\n1 PHOTO 7800 900 9300 2600\n";
        assertEquals(List.of(), Desk.said(Desk.of(workshop.resolve("a")).put("遮盖模板.txt", right).gather(), true));
        assertEquals(List.of("forms-malformed 遮盖模板.txt !"), Desk.said(Desk.of(workshop.resolve("b")).put("遮盖模板.txt", right + "1 FACE 1 2 3 4").gather(), true));
    }

    /** Whoever prepares pages reads them where the venue will read them: in the meeting's own folder. */
    @Test
    void templatesAreReadOutOfTheMeetingsFolder() throws IOException {
        var template = "conclave form template 1\nkind form\n1 PHOTO 7800 900 9300 2600\n";
        var desk = Desk.of(workshop).put("遮盖模板.txt", template);
        desk.gather();
        assertEquals(template, MeetingFolder.read(desk.out()).forms());
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void whoeverHasNothingIsNamedAndAPieceTwiceIsSaid() throws IOException {
        assertTrue(Desk.said(Desk.of(workshop.resolve("a")).drop("王芳_学历证书.pdf").gather(), true).stream()
                .anyMatch(it -> it.startsWith("scans-missing 申报人.xlsx 申报人!")));
        var twice = Desk.of(workshop.resolve("b")).put("张伟_论文.pdf", "%PDF-1.4 same").put("王芳_论文.pdf", "%PDF-1.4 same").gather();
        assertEquals(List.of("scan-twice 王芳_论文.pdf !"), Desk.said(twice, false));
    }

    private static String owner(String name) {
        var slips = new Slips();
        var owner = new Whose(PEOPLE, slips).of(new Scan(name, 1, InputStream::nullInputStream));
        return owner.map(Applicant::code).orElseGet(() -> slips.all().getFirst().finding().rule());
    }

    private static String title(String name, int who) {
        return Whose.title(new Scan(name, 1, InputStream::nullInputStream), PEOPLE.get(who), DocumentKind.CERTIFICATE);
    }

    private static Applicant applicant(String code, String name, String number) {
        return new Applicant(code, name, LIKE.sex(), LIKE.birth(), LIKE.ethnicity(), number, LIKE.phone(), LIKE.unit(), LIKE.recommender(), LIKE.education(), LIKE.currentTitle(),
                LIKE.currentTitleDate(), LIKE.specialty(), LIKE.rank(), LIKE.room(), LIKE.facts(), LIKE.names(), LIKE.given(), LIKE.documents());
    }
}
