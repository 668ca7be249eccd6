package conclave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.exchange.MeetingFile;
import conclave.meeting.event.Role;
import conclave.node.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may see how the machines are, and what they are told. */
class NodesPageTest {

    @TempDir
    Path folder;

    @Test
    void whoLooksAfterTheMachinesOrTheTimeSeesTheNodesAndNobodyElse() throws Exception {
        try (var site = new TestSite(folder, 1, MeetingFile.Policy.REAL_NAME)) {
            assertEquals(401, site.browser().get("/api/nodes").statusCode());
            for (var role : List.of(Role.EXPERT, Role.CHAIR, Role.SECRETARY)) assertEquals(403, site.signedIn(role, "R01", 0).get("/api/nodes").statusCode(), role.name());
            for (var role : List.of(Role.SUPERVISOR, Role.TECHNICIAN, Role.REGISTRAR)) assertEquals(200, site.signedIn(role, "", 0).get("/api/nodes").statusCode(), role.name());
        }
    }

    @Test
    void aNodeThatStandsAloneIsOneCardWithEveryFigure() throws Exception {
        try (var site = new TestSite(folder, 1, MeetingFile.Policy.DOUBLE_BLIND)) {
            var answer = site.signedIn(Role.TECHNICIAN, "", 0).get("/api/nodes");
            var board = TestSite.json(answer);
            assertEquals("oneNode", board.text("whole"));
            var node = (Json.Obj) board.list("nodes").getFirst();
            assertTrue(node.flag("self"));
            var figures = new TreeSet<String>();
            for (var verdict : node.list("verdicts")) figures.add(((Json.Obj) verdict).text("figure"));
            assertEquals(new TreeSet<>(List.of("contact", "copies", "disk", "lag", "leader", "readiness", "signing")), figures);
            assertFalse(answer.body().contains("expert"), "nothing of what the meeting is about");
        }
    }

    @Test
    void everyVerdictHasASentenceAndWhateverIsNotFineHasANextStep() {
        var missing = new TreeSet<String>();
        for (var language : List.of("zh-CN", "en")) {
            var words = Words.of(language);
            for (var matter : Verdict.Matter.values()) {
                var key = "nodes." + Codec.name(matter);
                if (words.find(key).isEmpty()) missing.add(language + " " + key);
                if (words.find(key + ".next").isPresent() == (matter.grade() == Verdict.Grade.FINE)) missing.add(language + " " + key + ".next");
            }
            for (var figure : Verdict.Figure.values()) if (words.find("nodes.figure." + Codec.name(figure)).isEmpty()) missing.add(figure.name());
        }
        assertEquals(new TreeSet<>(), missing);
    }
}
