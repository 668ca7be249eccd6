package conclave.appliance.bench;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.prepare.Grouping.Applying;
import conclave.meeting.prepare.Grouping.Room;
import conclave.meeting.prepare.Grouping.Task;
import conclave.meeting.prepare.Recusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A full house by chance: rooms with judges, applicants, and pairs of them that are recused. */
record Hall(int applicants, int rooms, int judges, int specialties, int recusedPercent, int panelMinimum, int most) {

    Task task(long seed) {
        var chance = new Random(seed);
        var benches = new ArrayList<Room>();
        for (int room = 0; room < rooms; room++) {
            var bench = new ArrayList<PersonId>();
            for (int i = 0; i < judges; i++) bench.add(judge(room * judges + i));
            benches.add(new Room(new RoomId(named("rm_", room)), "第" + (room + 1) + "评议室", List.of(specialty(room)), 0, most, bench));
        }
        var applying = new ArrayList<Applying>();
        var pairs = new ArrayList<Recusals.Pair>();
        for (int i = 0; i < applicants; i++) {
            var applicant = applicant(i);
            applying.add(new Applying(applicant, specialty(specialties == 1 ? 0 : chance.nextInt(specialties))));
            for (int judge = 0; judge < rooms * judges; judge++) {
                if (chance.nextInt(100) < recusedPercent) pairs.add(new Recusals.Pair(judge(judge), applicant));
            }
        }
        return new Task(applying, benches, Recusals.of(pairs), panelMinimum);
    }

    private String specialty(int number) {
        return "专业" + number % specialties;
    }

    static PersonId judge(int number) {
        return new PersonId(named("per_", number + 1));
    }

    static ApplicantId applicant(int number) {
        return new ApplicantId(named("apl_", number));
    }

    private static String named(String prefix, int number) {
        return prefix + String.format(Locale.ROOT, "%08d", number);
    }
}
