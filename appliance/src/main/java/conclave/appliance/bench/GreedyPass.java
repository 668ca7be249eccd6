package conclave.appliance.bench;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.prepare.Grouping.Task;
import java.util.TreeMap;

/** What a person with a list does: each applicant in turn goes to the emptiest room that may take them. */
record GreedyPass(int[] loads, int recusedPairs, int leftOver) {

    static GreedyPass over(Task task) {
        var seats = new TreeMap<PersonId, Integer>();
        for (int room = 0; room < task.rooms().size(); room++) {
            for (var judge : task.rooms().get(room).judges()) seats.put(judge, room);
        }
        var loads = new int[task.rooms().size()];
        int pairs = 0;
        int leftOver = 0;
        for (var applicant : task.applicants()) {
            var recused = new int[loads.length];
            for (var judge : task.recusals().from(applicant.id())) recused[seats.get(judge)]++;
            int best = -1;
            for (int room = 0; room < loads.length; room++) {
                var here = task.rooms().get(room);
                if (loads[room] >= here.most() || !here.specialties().contains(applicant.specialty())) continue;
                if (here.judges().size() - recused[room] < task.panelMinimum()) continue;
                if (best < 0 || loads[room] < loads[best]) best = room;
            }
            if (best < 0) {
                leftOver++;
                continue;
            }
            loads[best]++;
            pairs += recused[best];
        }
        return new GreedyPass(loads, pairs, leftOver);
    }
}
