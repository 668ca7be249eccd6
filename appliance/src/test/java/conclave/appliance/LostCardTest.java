package conclave.appliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.config.NodeConfig;
import conclave.exchange.MeetingFolder;
import conclave.main.ConclaveNode;
import conclave.node.Admission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 补发登录卡 at the server: the old code ends and the new one is on paper, or nothing has changed and it is said why. */
final class LostCardTest {

    @TempDir
    private Path temp;
    private Path data;
    private ConclaveNode node;
    private final WaitingPackages waiting = new WaitingPackages(Preparation.NONE);

    @BeforeEach
    void aNodeServesAMeeting() throws Exception {
        data = temp.resolve("data");
        var config = NodeConfig.read(Optional.empty(), Map.of("data", data.toString(), "port", "0")).value().orElseThrow();
        node = ConclaveNode.start(config, waiting::begin, broken -> {
            throw broken;
        }).value().orElseThrow();
        var folder = temp.resolve("sample");
        assertEquals(0, Tried.of("package sample --out " + folder + " --rooms 1 --experts 2 --applicants 1 --kind real").code());
        new Admission(node.house()).admit(MeetingFolder.read(folder).meeting().orElseThrow(), folder);
        waiting.prepare(node);
        RunFile.write(node.data().runFile(), RunFile.content(node, guests()));
        waiting.meanwhile(node);
    }

    @AfterEach
    void closed() throws Exception {
        waiting.abandon();
        node.close();
    }

    private List<Guest> guests() {
        return Guest.of(node.house());
    }

    private Guest supervisor() {
        return guests().stream().filter(guest -> guest.role().equals("supervisor")).findFirst().orElseThrow();
    }

    private Tried again(String name, String out) {
        return Tried.of("meeting cards --data " + data + " --by 李技术员 --address https://review.conclave.local:8443 --out " + temp.resolve(out) + " --again " + name);
    }

    private List<String> left() throws IOException {
        var folder = data.resolve(LostCards.FOLDER);
        if (!Files.exists(folder)) return List.of();
        try (var inside = Files.list(folder)) {
            return inside.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void theOldCodeEndsAndTheNewOneIsOnTheCardAlone() throws Exception {
        var old = supervisor();
        var made = again(old.name(), "again.pdf");
        assertEquals(0, made.code(), made.text());
        var now = supervisor();
        assertNotEquals(old.code(), now.code());
        assertEquals(List.of(old.id(), old.name(), old.card().words()), List.of(now.id(), now.name(), now.card().words()));
        assertTrue(node.house().byCode(old.code()).isEmpty());
        assertEquals(now.id(), node.house().byCode(now.code()).orElseThrow().person());
        try (var pdf = Loader.loadPDF(Files.readAllBytes(temp.resolve("again.pdf")))) {
            var text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains(now.code()) && !text.contains(old.code()), text);
        }
        assertFalse(made.text().contains(now.code()));
        assertEquals(List.of(), left());
    }

    /** What would fail afterwards is asked before: nobody is left without a card for a name that was mistyped. */
    @Test
    void whatCannotBePrintedRenewsNothing() throws Exception {
        var old = supervisor();
        Files.writeString(temp.resolve("there.pdf"), "mine");
        assertTrue(again(old.name(), "there.pdf").text().contains("cards.exists"));
        assertTrue(again("无此人", "no.pdf").text().contains("cards.name-unknown"));
        Files.delete(node.data().runFile());
        assertTrue(again(old.name(), "no.pdf").text().contains("cards.node-stands"));
        assertEquals(old.code(), supervisor().code());
        assertFalse(Files.exists(temp.resolve("no.pdf")));
    }

    /** The folder is the owner's; what was torn there when the power went is answered and passed by. */
    @Test
    void whatIsNoWishChangesNothingAndDoesNotComeAgain() throws Exception {
        var before = guests().stream().map(Guest::code).toList();
        var folder = Files.createDirectories(data.resolve(LostCards.FOLDER));
        var cards = new LostCards(node);
        for (var wish : List.of("", "{", "{\"by\":[],\"meeting\":\"mtg_00000000\",\"person\":\"per_00000000\"}", "{\"by\":[7],\"meeting\":\"\",\"person\":\"\"}", "x".repeat(20_000))) {
            Files.writeString(folder.resolve("bad.part"), wish);
            Files.move(folder.resolve("bad.part"), folder.resolve("bad.json"));
            cards.look();
            assertFalse(Files.exists(folder.resolve("bad.json")), wish);
        }
        assertEquals(before, guests().stream().map(Guest::code).toList());
    }
}
