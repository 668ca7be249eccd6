package conclave.appliance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.appliance.Conclave;
import conclave.config.NodeConfig;
import conclave.exchange.MeetingFolder;
import conclave.main.ConclaveNode;
import conclave.meeting.event.Ground;
import conclave.meeting.event.Item;
import conclave.meeting.event.Refusal.Code;
import conclave.meeting.event.Role;
import conclave.node.Admission;
import conclave.node.Hall;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** From the table that somebody filled in to the closed dossier: plan, new folder, import, and the same after a restart. */
class PlannedMeetingTest {

    @TempDir
    private Path temp;

    @Test
    void whoDeclaredATieBeforeTheMeetingFindsTheDossierClosed() throws Exception {
        var source = temp.resolve("source").toString();
        conclave("package", "sample", "--out", source, "--rooms", "1", "--experts", "4", "--applicants", "2", "--seed", "7");
        var ties = Files.writeString(temp.resolve("ties.csv"), "专家编号,申报人编号,理由,说明\nE002,A-001,师生关系,硕士导师\n");
        conclave("plan", source, "--ties", ties.toString(), "--apply", temp.resolve("planned").toString());
        try (var node = started()) {
            closed(new Admission(node.house()).admit(MeetingFolder.read(temp.resolve("planned")).meeting().orElseThrow(), temp.resolve("planned")));
        }
        try (var node = started()) {
            closed(node.house().halls().iterator().next());
        }
        assertTrue(holding("teacherStudent") > 0, "the ground stands in the record");
        assertEquals(0, holding("硕士导师"), "somebody's words about a person lie nowhere in clear");
    }

    /** In how many files of the server these words stand. */
    private long holding(String words) throws IOException {
        var many = 0;
        try (var files = Files.walk(temp.resolve("data"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(words)) many++;
            }
        }
        return many;
    }

    private static void closed(Hall hall) {
        var register = hall.register().orElseThrow();
        var expert = register.people().values().stream().filter(it -> it.grants().stream().anyMatch(grant -> grant.role() == Role.EXPERT))
                .sorted(Comparator.comparing(Item.Person::seat)).toList().get(1);
        var recusals = hall.meeting().floor().recusals();
        assertEquals(1, recusals.size());
        for (var applicant : register.applicants().values()) {
            var mine = applicant.code().equals("A-001");
            assertEquals(mine ? Optional.of(Ground.TEACHER_STUDENT) : Optional.empty(), recusals.get(applicant.id()).flatMap(row -> row.get(expert.id())));
            var refused = hall.meeting().rights(expert.id()).toRead(applicant.id()).orElseThrow().code();
            assertEquals(mine ? Code.RECUSED : Code.SITTING_NOT_OPEN, refused);
            if (mine) {
                var note = register.recusals().get(applicant.id()).flatMap(row -> row.get(expert.id())).flatMap(Item.Recusal::note).orElseThrow();
                assertEquals("申明有师生关系：硕士导师", hall.faces().note("recusal", applicant.id(), note));
            }
        }
        assertTrue(hall.meeting().floor().recused(expert.id(), recusals.iterator().next().getKey()));
    }

    private ConclaveNode started() {
        var config = NodeConfig.read(Optional.empty(), Map.of("data", temp.resolve("data").toString(), "port", "0")).value().orElseThrow();
        return ConclaveNode.start(config, _ -> { }, broken -> {
            throw broken;
        }).value().orElseThrow();
    }

    private static void conclave(String... arguments) {
        assertEquals(0, new CommandLine(new Conclave()).execute(arguments));
    }
}
