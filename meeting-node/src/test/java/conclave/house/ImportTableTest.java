package conclave.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportTableTest {

    @Test
    void nobodyKnowsWhomTheyMayNotKnow() {
        var sources = new ArrayList<Tree.Source>();
        for (var module : List.of("cluster-config", "meeting-node", "appliance")) {
            sources.addAll(Tree.files(Tree.ROOT.resolve(module).resolve("src/main/java"), ".java").stream().map(Tree.Source::code).toList());
        }
        var findings = ImportTable.broken(sources);
        assertTrue(findings.isEmpty(), () -> "The import table is broken:\n" + String.join("\n", findings));
    }

    @Test
    void aForbiddenNeighbourIsFoundHoweverItIsNamed() {
        found("package conclave.meeting.rule;\nimport conclave.meeting.tally.Tallies;");
        found("package conclave.meeting.event;\nimport static conclave.meeting.rule.Marks.read;");
        found("package conclave.meeting.intake;\nclass A { conclave.meeting.sitting.Floor floor; }");
        found("package conclave.codec;\nimport conclave.meeting.Meeting;");
        found("package conclave.node;\nimport conclave.ledger.ratis.RatisLedgers;");
        found("package conclave.web;\nclass A { Object o = new conclave . seal . bouncycastle . Authority(); }");
        found("package conclave.view;\nimport conclave.node.*;");
        found("package conclave.presence;\nimport conclave.presence.hazelcast.Shared;");
        found("package conclave.attic;\nclass A {}");
        found("package elsewhere;\nclass A {}");
    }

    @Test
    void whatTheTableAllowsIsNotFound() {
        for (var text : List.of("package conclave.main;\nimport conclave.ledger.ratis.RatisLedgers;",
                "package conclave.ledger.ratis;\nimport conclave.ledger.Ledger;\nimport conclave.ledger.ratis.RatisOptions;",
                "package conclave.meeting.transfer;\nimport conclave.meeting.tally.Tallies;",
                "package conclave.seal;\n// conclave.node.House is meant\nclass A { String s = \"conclave.web.Problem\"; }",
                "package conclave.appliance.sample;\nimport conclave.appliance.doctor.Doctor;\nimport conclave.exchange.BagWriter;")) {
            assertEquals(List.of(), ImportTable.broken(new Tree.Source("A.java", JavaText.code(text))), text);
        }
    }

    private static void found(String text) {
        assertEquals(1, ImportTable.broken(new Tree.Source("A.java", JavaText.code(text))).size(), text);
    }
}
