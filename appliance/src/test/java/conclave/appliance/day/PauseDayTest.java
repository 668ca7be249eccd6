package conclave.appliance.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plug is pulled and put in again: the pages say that the room stands still, keep what is typed, and go on at the secretary's word. */
final class PauseDayTest {

    @TempDir
    private Path folder;

    private final List<Laptop> laptops = new ArrayList<>();
    private Venue venue;
    private Secretary secretary;
    private Expert expert;

    @AfterEach
    void everybodyGoesHome() {
        try {
            laptops.forEach(Laptop::close);
        } finally {
            if (venue != null) venue.close();
        }
    }

    @Test
    void aRoomComesBackPausedAndTheSecretaryResumesIt() throws Exception {
        var data = folder.resolve("data");
        venue = Venue.open(data);
        secretary = new Secretary(laptop("pause-secretary", venue.card("secretary")));
        secretary.does("openSitting");
        expert = new Expert(venue.cards("expert").getFirst(), laptop("pause-expert", venue.cards("expert").getFirst()));
        for (var other : venue.cards("expert").subList(1, 4)) Caller.signedIn(venue, other).close();
        secretary.does("openRound");
        expert.begins();
        expert.scores("A-001", List.of("12.5", "13", "8.5"));
        expert.goesOn();
        expert.isShown("A-002");
        expert.fills(List.of("11", "9.5"));
        venue.killed();
        venue = venue.openedAgain(data);

        theExpertIsToldAndTypesOn();
        theSecretaryResumes();
        expert.submits(1);
        secretary.seesScores(2, 16);
        theSecretaryWantsABreak();
    }

    private Laptop laptop(String owner, Card card) throws Exception {
        var laptop = Laptop.of(owner, folder.resolve("profiles"), venue);
        laptops.add(laptop);
        Visitor.signsIn(laptop, card, card.code());
        return laptop;
    }

    private void theExpertIsToldAndTypesOn() throws Exception {
        var laptop = expert.laptop();
        laptop.waitForText("paused", "会议已暂停。您填写的内容都在，请等候秘书恢复。");
        assertEquals(List.of("11", "9.5", ""), expert.marks());
        laptop.click("mark-A5.3");
        laptop.type("7");
        expert.savedOnServer();
        assertFalse(laptop.see("submit").isEnabled(), "nothing is handed in");
        laptop.photograph("80-paused-expert");
        laptop.click("my-list");
        laptop.see("paused");
        laptop.photograph("81-paused-list");
        laptop.click("row-A-002");
        expert.isShown("A-002");
        expert.finds(List.of("11", "9.5", "7"));
    }

    private void theSecretaryResumes() throws Exception {
        var laptop = secretary.laptop();
        secretary.mayNow("paused");
        assertTrue(laptop.text("next").contains("服务器中断后已重新启动"), laptop.text("next"));
        laptop.photograph("82-paused-secretary");
        secretary.asksFor("resumeRoom");
        laptop.photograph("83-resume-panel");
        secretary.confirms("resumeRoom");
        secretary.mayNow("awaitScores");
        expert.laptop().waitUntilGone("paused");
    }

    private void theSecretaryWantsABreak() throws Exception {
        secretary.laptop().click("pause-room");
        secretary.confirms("pauseRoom");
        secretary.mayNow("paused");
        assertTrue(secretary.laptop().text("next").contains("秘书已于"), secretary.laptop().text("next"));
        secretary.laptop().photograph("84-break-secretary");
        expert.laptop().see("paused");
        secretary.does("resumeRoom");
        expert.laptop().waitUntilGone("paused");
    }
}
