package conclave.node;

import conclave.exchange.MeetingFile.Policy;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.MeetingId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Order;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingCommand.SubmitScore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A whole kit in a process of its own: experts score at both servers, without end, and what they are told is saved is said
 * aloud, one write for each line. It is killed from outside, all three nodes at once. Argument: the folder of the kit.
 */
final class KitChild {

    private KitChild() {
    }

    public static void main(String[] arguments) throws Exception {
        try {
            begin(new TestKit(Path.of(arguments[0])));
        } catch (Exception e) {
            say("failed " + e);
            Runtime.getRuntime().halt(1);
        }
        // Whoever started this ends it; where nobody is left to do so, it ends by itself.
        while (System.in.read() >= 0) continue;
        Runtime.getRuntime().halt(0);
    }

    private static void begin(TestKit kit) throws Exception {
        for (var name : TestKit.ALL) kit.start(name);
        var first = kit.house("a");
        first.house.found(true).chamber().ready().get(120, TimeUnit.SECONDS);
        var hall = first.admit(1, Policy.REAL_NAME);
        var round = ChamberTest.scoringBegins(first, hall, "R01");
        var experts = TestHouse.people(hall, Role.EXPERT, "R01").stream().map(Item.Person::id).toList();
        for (int i = 0; i < experts.size(); i++) {
            var house = kit.house(TestKit.SERVERS.get(i % TestKit.SERVERS.size()));
            var expert = experts.get(i);
            Thread.ofVirtual().start(() -> scores(house, hall.id(), round, expert));
        }
    }

    private static void scores(TestHouse at, MeetingId meeting, RoundId round, PersonId expert) {
        var applicants = applicants(at, meeting);
        var revisions = new int[applicants.size()];
        for (int turn = 0; ; turn++) {
            int which = turn % revisions.length;
            var order = score(at, round, applicants.get(which), expert, revisions[which]);
            for (var done = false; !done; ) {
                var reply = at.house.hall(meeting).orElseThrow().chamber().submit(order).join();
                done = reply instanceof Reply.Done;
                if (reply instanceof Reply.Refused no) say("refused " + no.refusal().code());
            }
            say("ack " + applicants.get(which).value() + " " + expert.value() + " " + ++revisions[which]);
        }
    }

    /** Also where the import has not been read yet. */
    private static List<ApplicantId> applicants(TestHouse at, MeetingId meeting) {
        while (at.house.hall(meeting).flatMap(Hall::register).isEmpty()) LockSupport.parkNanos(10_000_000);
        var register = at.house.hall(meeting).orElseThrow().register().orElseThrow();
        return register.applicantsOf(register.rooms().values().getFirst().id());
    }

    static Order score(TestHouse at, RoundId round, ApplicantId applicant, PersonId expert, int basedOn) {
        var key = "k-" + applicant.value().substring(4, 12) + "-" + basedOn;
        return new Order(key, key, expert, at.now.incrementAndGet(), new SubmitScore(round, applicant, basedOn, SmallMeeting.marks("12", "11", "8.5"), Optional.empty()));
    }

    private static synchronized void say(String line) {
        try {
            System.out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        } catch (IOException e) {
            Runtime.getRuntime().halt(9);
        }
    }
}
