package conclave.appliance.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.Tried;
import conclave.config.DataFolder;
import conclave.exchange.BagWriter;
import conclave.seal.MeetingKey;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the result to the certificate, as it is typed: nothing can be erased one step too early. */
final class ResultCommandsTest {

    private static final String MEETING = "mtg_answered01";

    @TempDir
    Path place;
    Path result;
    Path data;
    Path key;

    @BeforeEach
    void aResultAndTheNodeItCameFrom() throws IOException {
        result = place.resolve("result");
        try (var bag = new BagWriter(result)) {
            bag.put("data/result.json", ("{\"edition\":1,\"lines\":9,\"meeting\":\"" + MEETING + "\",\"sealedAt\":7}\n").getBytes(StandardCharsets.UTF_8));
            bag.put("data/outcomes.jsonl", "{\"applicant\":\"apl_00000001\"}\n{\"applicant\":\"apl_00000002\"}\n".getBytes(StandardCharsets.UTF_8));
            bag.finish(LocalDate.of(2026, 11, 21), Map.of());
        }
        Signers.in(place);
        data = place.resolve("data");
        try (var folder = DataFolder.open(data).value().orElseThrow()) {
            key = folder.meeting(MEETING).resolve("key");
            MeetingKey.found(key, MEETING).close();
        }
    }

    private Tried answer(String file, String... more) {
        return Tried.of("package receipt " + result + " --by 平台 --key " + at("platform.key") + " --out " + place.resolve(file), more);
    }

    private Tried reconcile(String arguments) {
        return Tried.of("package reconcile --result " + result + " --trust " + at("platform.crt") + arguments);
    }

    private Tried purge(String receipts, String... more) {
        return Tried.of("package purge --data " + data + " --result " + result + " --meeting " + MEETING + " --trust " + at("platform.crt") + " " + receipts, more);
    }

    private String at(String file) {
        return place.resolve(file).toString();
    }

    @Test
    void whatIsOpenIsToldUntilNothingIsAndOnlyThenTheKeyGoes() throws IOException {
        assertEquals(1, reconcile("").code());
        assertEquals(0, answer("1.json", "--refuse", "applicant/apl_00000002=与名册不符", "--resend", "data/outcomes.jsonl").code());
        var open = reconcile(" " + at("1.json"));
        assertTrue(open.code() == 1 && open.text().contains("applicant/apl_00000002") && open.text().contains("不得销毁"), open.text());
        var early = purge(at("1.json"), "--by", "王主任", "--by", "李技术员");
        assertTrue(early.code() == 1 && early.text().contains("还有2条") && Files.exists(key), early.text());
        assertEquals(0, answer("2.json", "--number", "2", "--only", "--accept", "applicant/apl_00000002", "--accept", "data/outcomes.jsonl").code());
        var settled = reconcile(" --json " + at("1.json") + " " + at("2.json"));
        assertTrue(settled.code() == 0 && settled.text().contains("\"settled\":true"), settled.text());
        var both = at("1.json") + " " + at("2.json");
        assertEquals(1, purge(both, "--by", "王主任").code());
        assertEquals(1, purge(both, "--by", "王主任", "--by", " 王主任").code());
        assertTrue(Files.exists(key));
        var done = purge(both, "--by", "王主任", "--by", "李技术员");
        assertTrue(done.code() == 0 && done.text().contains("销毁证明") && done.text().contains("王主任、李技术员") && done.text().contains("第 2 号回执")
                && !done.text().contains("conclave-wipe/1"), done.text());
        assertFalse(Files.exists(key));
        var again = purge(both, "--by", "王主任", "--by", "李技术员", "--out", at("wipe.xlsx"));
        assertTrue(again.code() == 0 && again.text().contains("此前已销毁") && Files.size(place.resolve("wipe.xlsx")) > 0, again.text());
        var program = purge(both + " --json", "--by", "王主任", "--by", "李技术员");
        assertTrue(program.code() == 0 && program.text().startsWith("{\"absent\":false") && program.text().contains("conclave-wipe/1"), program.text());
        assertEquals(2, purge(both, "--by", "王主任", "--by", "李技术员", "--out", at("wipe.xlsx")).code(), "a certificate is not written over");
    }

    @Test
    void aNodeThatRunsKeepsItsKeyAndAnotherFolderDoesNotBecomeOne() throws IOException {
        answer("1.json");
        try (var running = DataFolder.open(data).value().orElseThrow()) {
            var refused = purge(at("1.json"), "--by", "王主任", "--by", "李技术员");
            assertTrue(refused.code() == 1 && refused.text().contains("先停止节点") && Files.exists(running.meetings().resolve(MEETING).resolve("key")), refused.text());
        }
        data = place.resolve("mistyped");
        assertEquals(2, purge(at("1.json"), "--by", "王主任", "--by", "李技术员").code());
        assertFalse(Files.exists(data));
    }

    @Test
    void receiptsThatDoNotFitAreSaidAndNothingFollowsFromThem() throws IOException {
        answer("1.json");
        var twice = reconcile(" " + at("1.json") + " " + at("1.json"));
        assertTrue(twice.code() == 1 && twice.text().contains("OUT_OF_ORDER"), twice.text());
        Files.writeString(place.resolve("no.json"), "{}");
        var none = reconcile(" --unsigned " + at("no.json"));
        assertTrue(none.code() == 1 && none.text().contains("不是平台回执"), none.text());
        assertEquals(2, answer("1.json").code(), "a receipt is not written over");
        assertEquals(2, answer("3.json", "--refuse", "data/nothing=原因").code());
        assertEquals(2, answer("4.json", "--refuse", "data/outcomes.jsonl= ").code());
        assertEquals(2, Tried.of("package result " + place + " --out " + at("new")).code());
    }

    /** On the word of nobody, of somebody else, or of a file that was changed since, no key is destroyed. */
    @Test
    void onlyWhatWasSignedByWhoMayUnlocksThePurge() throws IOException {
        var bare = Tried.of("package receipt " + result + " --by 平台 --out " + at("bare.json"));
        assertTrue(bare.code() == 0 && bare.text().contains("没有签名"), bare.text());
        var unheard = reconcile(" " + at("bare.json"));
        assertTrue(unheard.code() == 1 && unheard.text().contains("UNSIGNED"), unheard.text());
        var looked = reconcile(" --unsigned --json " + at("bare.json"));
        assertTrue(looked.code() == 0 && looked.text().contains("\"signed\":false"), looked.text());
        refusedToPurge("bare.json", "UNSIGNED");
        for (var signer : List.of("stranger signer.untrusted", "venue signer.role", "node signer.role")) {
            var who = signer.split(" ")[0];
            assertEquals(0, Tried.of("package receipt " + result + " --by 平台 --key " + at(who + ".key") + " --out " + at(who + ".json")).code());
            var trusted = "--trust " + at("venue.crt") + " --trust " + at("node.crt") + " ";
            var refused = purge(trusted + at(who + ".json"), "--by", "王主任", "--by", "李技术员");
            assertTrue(refused.code() == 1 && refused.text().contains(signer.split(" ")[1]) && Files.exists(key), refused.text());
        }
        assertEquals(0, answer("1.json").code());
        Files.writeString(place.resolve("1.json"), Files.readString(place.resolve("1.json")).replace("accepted", "Accepted"));
        refusedToPurge("1.json", "answer.signed-file");
        Files.copy(place.resolve("1.json.p7s"), place.resolve("2.json.p7s"));
        Files.copy(place.resolve("bare.json"), place.resolve("2.json"));
        refusedToPurge("2.json", "answer.signed-file");
    }

    private void refusedToPurge(String receipt, String code) {
        var refused = purge(at(receipt), "--by", "王主任", "--by", "李技术员");
        assertTrue(refused.code() == 1 && refused.text().contains(code) && Files.exists(key), refused.text());
    }

    @Test
    void aReceiptThatTravelsSealedIsOpenedByWhomItIsForAndByNobodyElse() throws IOException {
        assertEquals(0, answer("r1.mpkg", "--recipient", at("node.crt")).code());
        var held = reconcile(" --key " + at("node.key") + " --json " + at("r1.mpkg"));
        assertTrue(held.code() == 0 && held.text().contains("\"settled\":true"), held.text());
        var other = reconcile(" --key " + at("venue.key") + " " + at("r1.mpkg"));
        assertTrue(other.code() == 1 && other.text().contains("envelope.recipient"), other.text());
        assertTrue(reconcile(" " + at("r1.mpkg")).text().contains("envelope.recipient"));
        var bytes = Files.readAllBytes(place.resolve("r1.mpkg"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(place.resolve("r1.mpkg"), bytes);
        assertTrue(reconcile(" --key " + at("node.key") + " " + at("r1.mpkg")).text().contains("volume.hash"));
        assertEquals(0, Tried.of("package build " + result + " --type result --name R --out " + at("made") + " --key " + at("node.key") + " --recipient " + at("platform.crt")).code());
        var result = reconcile(" --trust " + at("node.crt") + " --key " + at("platform.key") + " " + at("made/R.mpkg"));
        assertTrue(result.code() == 1 && result.text().contains("answer.other-type"), result.text());
        assertEquals(0, Tried.of("package build " + at("result") + " --type receipt --name N --meeting " + MEETING + " --out " + at("made") + " --key " + at("platform.key")
                + " --recipient " + at("node.crt")).code());
        var empty = reconcile(" --key " + at("node.key") + " " + at("made/N.mpkg"));
        assertTrue(empty.code() == 1 && empty.text().contains("不是平台回执"), empty.text());
    }

    /** What somebody else wrote is believed in nothing: neither its length, nor its names, nor its signs. */
    @Test
    void whatAnAttackerWritesIntoAnAnswer() throws IOException {
        var good = Files.readString(place.resolve(written("good.json")));
        assertTrue(looked(good.replace("applicant/apl_00000001", "../../meetings/key")).contains("UNKNOWN_ITEM"));
        var steering = looked(good.replace("applicant/apl_00000001", "data/\\u001b[2J"));
        assertTrue(steering.contains("UNKNOWN_ITEM") && steering.indexOf('\u001b') < 0, steering);
        assertTrue(looked(good.replace("apl_00000002", "apl_00000001")).contains("ITEM_TWICE"));
        assertTrue(looked(good.replace(MEETING, "mtg_another001")).contains("OTHER_MEETING"));
        assertTrue(looked(good.replaceFirst("\"result\":\"[0-9a-f]", "\"result\":\"x")).contains("OTHER_RESULT"));
        assertTrue(looked(good.replaceFirst("\"meeting\"", "\"meeting\":\"a\",\"meeting\"")).contains("不是平台回执"));
        assertTrue(looked("[".repeat(100_000)).contains("不是平台回执"));
        try (var large = new RandomAccessFile(place.resolve("large.json").toFile(), "rw")) {
            large.setLength(1L << 30);
        }
        assertTrue(reconcile(" --unsigned " + at("large.json")).text().contains("too long"));
    }

    private String written(String file) {
        assertEquals(0, answer(file).code());
        return file;
    }

    private String looked(String text) throws IOException {
        Files.writeString(place.resolve("looked.json"), text);
        var looked = reconcile(" --unsigned " + at("looked.json"));
        assertEquals(1, looked.code(), looked.text());
        return looked.text();
    }

    /** The office signs for the workbook together with what was read out of it; a workbook of later is another. */
    @Test
    void anOfficeSignsForTheExcelOfItsPlatform() throws IOException {
        Files.writeString(place.resolve("mapping.json"), "{\"format\":\"conclave-mapping 1\",\"name\":\"某平台\",\"receipts\":{\"columns\":{\"answer\":\"入库状态\"},"
                + "\"words\":[{\"from\":\"成功\",\"to\":\"accepted\"}],\"files\":true}}");
        workbook("apl_00000001", "成功", "apl_00000009", "成功");
        var unknown = excel("0.json");
        assertTrue(unknown.code() == 1 && unknown.text().contains("UNKNOWN_ITEM") && unknown.text().contains("B3"), unknown.text());
        workbook("apl_00000001", "成功", "apl_00000002", "也许");
        var odd = excel("0.json");
        assertTrue(odd.code() == 1 && odd.text().contains("B3") && !Files.exists(place.resolve("0.json")), odd.text());
        workbook("apl_00000001", "成功", "apl_00000002", "成功");
        var read = excel("1.json");
        assertTrue(read.code() == 0 && read.text().contains("接收 4"), read.text());
        var kept = Files.readAllBytes(place.resolve("回执.xlsx"));
        Files.write(place.resolve("回执.xlsx"), new byte[] {1}, StandardOpenOption.APPEND);
        refusedToPurge("1.json", "answer.signed-file");
        Files.delete(place.resolve("回执.xlsx"));
        refusedToPurge("1.json", "answer.signed-file");
        Files.write(place.resolve("回执.xlsx"), kept);
        var done = purge(at("1.json"), "--by", "王主任", "--by", "李技术员");
        assertTrue(done.code() == 0 && !Files.exists(key), done.text());
    }

    private Tried excel(String file) {
        return answer(file, "--excel", at("回执.xlsx"), "--mapping", at("mapping.json"));
    }

    private void workbook(String... cells) throws IOException {
        try (var book = new XSSFWorkbook(); var out = Files.newOutputStream(place.resolve("回执.xlsx"))) {
            var sheet = book.createSheet("接收情况");
            var heading = sheet.createRow(0);
            heading.createCell(0).setCellValue("申报编号");
            heading.createCell(1).setCellValue("入库状态");
            for (int i = 0; i < cells.length; i += 2) {
                var row = sheet.createRow(1 + i / 2);
                row.createCell(0).setCellValue(cells[i]);
                row.createCell(1).setCellValue(cells[i + 1]);
            }
            book.write(out);
        }
    }

    @Test
    void beforeTheSealNothingIsErased() throws IOException {
        result = place.resolve("unsealed");
        try (var bag = new BagWriter(result)) {
            bag.put("data/result.json", ("{\"edition\":1,\"lines\":9,\"meeting\":\"" + MEETING + "\",\"sealedAt\":null}\n").getBytes(StandardCharsets.UTF_8));
            bag.put("data/outcomes.jsonl", "{\"applicant\":\"apl_00000001\"}\n".getBytes(StandardCharsets.UTF_8));
            bag.finish(LocalDate.of(2026, 11, 21), Map.of());
        }
        answer("early.json");
        refusedToPurge("early.json", "尚未封存");
    }

    /** The platform has signed for the manifest: what somebody writes into the folder afterwards is not what it accepted. */
    @Test
    void aResultFolderThatWasChangedSinceErasesNothing() throws IOException {
        var head = result.resolve("data/result.json");
        var outcomes = result.resolve("data/outcomes.jsonl");
        answer("1.json", "--only", "--accept", "applicant/apl_00000001", "--accept", "data/outcomes.jsonl", "--accept", "data/result.json");
        var all = Files.readString(outcomes);
        Files.writeString(outcomes, all.lines().findFirst().orElseThrow() + "\n");
        refusedToPurge("1.json", "RESULT_CHANGED");
        Files.writeString(outcomes, all);
        answer("2.json");
        Files.writeString(head, Files.readString(head).replace("\"sealedAt\":7", "\"sealedAt\":8"));
        refusedToPurge("2.json", "RESULT_CHANGED");
        var looked = reconcile(" " + at("2.json"));
        assertTrue(looked.code() == 1 && looked.text().contains("RESULT_CHANGED"), looked.text());
        assertTrue(answer("3.json").code() != 0 && !Files.exists(place.resolve("3.json")), "nobody answers to it either");
    }

    @Test
    void aStickMayBePulledOutWhenWhatIsOnItWasReadAndNotBefore() throws IOException {
        var stick = Files.createDirectory(place.resolve("stick"));
        var file = Files.writeString(place.resolve("r.mpkg"), "sealed");
        var done = Tried.of("package handover --to " + stick + " " + file);
        assertTrue(done.code() == 0 && done.text().contains("可以安全拔出"), done.text());
        assertEquals("sealed", Files.readString(stick.resolve("r.mpkg")));
        var again = Tried.of("package handover --to " + stick + " " + file);
        assertTrue(again.code() == 1 && again.text().contains("stick.there-already") && !again.text().contains("可以安全拔出"), again.text());
        var gone = Tried.of("package handover --to " + place.resolve("pulled") + " " + file);
        assertTrue(gone.code() == 1 && gone.text().contains("可能已被拔出"), gone.text());
        assertEquals(2, Tried.of("package handover --to " + stick + " " + place.resolve("none")).code());
    }
}
