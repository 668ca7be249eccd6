package conclave.appliance.bench;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.prepare.Recusals;
import conclave.meeting.prepare.Reviewing;
import conclave.meeting.prepare.Reviewing.Dossier;
import java.util.ArrayList;
import java.util.Random;

/** Lead reviewers of a room: 100 dossiers of very different size, 20 judges, two readers each, 5 % recused. */
final class ReviewingCase {

    private static final int DOSSIERS = 100;
    private static final int JUDGES = 20;

    private ReviewingCase() {
    }

    static void measure(Report report, int runs) {
        var millis = new double[runs];
        var busiest = new double[runs];
        var bound = new double[runs];
        for (int run = 0; run < runs; run++) {
            var chance = new Random(run + 1);
            var judges = new ArrayList<PersonId>();
            for (int i = 0; i < JUDGES; i++) judges.add(Hall.judge(i));
            var dossiers = new ArrayList<Dossier>();
            var pairs = new ArrayList<Recusals.Pair>();
            for (int i = 0; i < DOSSIERS; i++) {
                int pages = chance.nextInt(10) == 0 ? 200 + chance.nextInt(800) : 20 + chance.nextInt(100);
                dossiers.add(new Dossier(Hall.applicant(i), pages));
                for (var judge : judges) {
                    if (chance.nextInt(20) == 0) pairs.add(new Recusals.Pair(judge, Hall.applicant(i)));
                }
            }
            var recusals = Recusals.of(pairs);
            long began = System.nanoTime();
            var plan = Reviewing.assign(dossiers, judges, recusals, 2);
            millis[run] = (System.nanoTime() - began) / 1e6;
            busiest[run] = plan.pages().values().stream().mapToLong(Long::longValue).max().orElse(0);
            bound[run] = plan.ceiling();
        }
        report.add(Figure.of("a room's reviewers", "assignment", "ms", millis));
        report.add(Figure.of("a room's reviewers", "busiest reader", "pages", busiest)
                .against("what no plan goes below", Figure.of("", "", "pages", bound)));
    }
}
