package conclave.appliance.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.Tried;
import conclave.config.DataFolder;
import conclave.exchange.BagWriter;
import conclave.seal.MeetingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
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
            bag.put("data/result.json", ("{\"meeting\":\"" + MEETING + "\"}\n").getBytes(StandardCharsets.UTF_8));
            bag.put("data/outcomes.jsonl", "{\"applicant\":\"apl_00000001\"}\n{\"applicant\":\"apl_00000002\"}\n".getBytes(StandardCharsets.UTF_8));
            bag.finish(LocalDate.of(2026, 11, 21), Map.of());
        }
        data = place.resolve("data");
        try (var folder = DataFolder.open(data).value().orElseThrow()) {
            key = folder.meeting(MEETING).resolve("key");
            MeetingKey.found(key, MEETING).close();
        }
    }

    private Tried answer(String file, String... more) {
        return Tried.of("package receipt " + result + " --by 平台 --out " + place.resolve(file), more);
    }

    private Tried purge(String receipts, String... more) {
        return Tried.of("package purge --data " + data + " --result " + result + " --meeting " + MEETING + " " + receipts, more);
    }

    private String at(String file) {
        return place.resolve(file).toString();
    }

    @Test
    void whatIsOpenIsToldUntilNothingIsAndOnlyThenTheKeyGoes() throws IOException {
        assertEquals(1, Tried.of("package reconcile --result " + result).code());
        assertEquals(0, answer("1.json", "--refuse", "applicant/apl_00000002=与名册不符", "--resend", "data/outcomes.jsonl").code());
        var open = Tried.of("package reconcile --result " + result + " " + at("1.json"));
        assertTrue(open.code() == 1 && open.text().contains("applicant/apl_00000002") && open.text().contains("不得销毁"), open.text());
        var early = purge(at("1.json"), "--by", "王主任", "--by", "李技术员");
        assertTrue(early.code() == 1 && early.text().contains("还有2条") && Files.exists(key), early.text());
        assertEquals(0, answer("2.json", "--number", "2", "--only", "--accept", "applicant/apl_00000002", "--accept", "data/outcomes.jsonl").code());
        var settled = Tried.of("package reconcile --json --result " + result + " " + at("1.json") + " " + at("2.json"));
        assertTrue(settled.code() == 0 && settled.text().contains("\"settled\":true"), settled.text());
        var both = at("1.json") + " " + at("2.json");
        assertEquals(1, purge(both, "--by", "王主任").code());
        assertEquals(1, purge(both, "--by", "王主任", "--by", " 王主任").code());
        assertTrue(Files.exists(key));
        var done = purge(both, "--by", "王主任", "--by", "李技术员");
        assertTrue(done.code() == 0 && done.text().contains("conclave-wipe/1"), done.text());
        assertFalse(Files.exists(key));
        var again = purge(both, "--by", "王主任", "--by", "李技术员");
        assertTrue(again.code() == 0 && again.text().contains("此前已销毁") && again.text().contains("\"absent\":false"), again.text());
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
        var twice = Tried.of("package reconcile --result " + result + " " + at("1.json") + " " + at("1.json"));
        assertTrue(twice.code() == 1 && twice.text().contains("OUT_OF_ORDER"), twice.text());
        Files.writeString(place.resolve("no.json"), "{}");
        var none = Tried.of("package reconcile --result " + result + " " + at("no.json"));
        assertTrue(none.code() == 1 && none.text().contains("不是平台回执"), none.text());
        assertEquals(2, answer("1.json").code(), "a receipt is not written over");
        assertEquals(2, answer("3.json", "--refuse", "data/nothing=原因").code());
        assertEquals(2, answer("4.json", "--refuse", "data/outcomes.jsonl= ").code());
        assertEquals(2, Tried.of("package result " + place + " --out " + at("new")).code());
    }

    @Test
    void aStickMayBePulledOutWhenWhatIsOnItWasReadAndNotBefore() throws IOException {
        var stick = Files.createDirectory(place.resolve("stick"));
        var file = Files.writeString(place.resolve("r.mpkg"), "sealed");
        var done = Tried.of("package handover --to " + stick + " " + file);
        assertTrue(done.code() == 0 && done.text().contains("可以安全取出"), done.text());
        assertEquals("sealed", Files.readString(stick.resolve("r.mpkg")));
        var again = Tried.of("package handover --to " + stick + " " + file);
        assertTrue(again.code() == 1 && again.text().contains("THERE_ALREADY") && !again.text().contains("可以安全取出"), again.text());
        var gone = Tried.of("package handover --to " + place.resolve("pulled") + " " + file);
        assertTrue(gone.code() == 1 && gone.text().contains("可能已被拔出"), gone.text());
        assertEquals(2, Tried.of("package handover --to " + stick + " " + place.resolve("none")).code());
    }
}
