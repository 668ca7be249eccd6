package conclave.meeting.tally;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Settled;
import conclave.meeting.event.Settled.Reason;
import conclave.meeting.event.Stage.Cut;
import conclave.meeting.event.Stage.Effect;
import conclave.meeting.event.Stage.Quota;
import conclave.meeting.event.Stage.Ties;
import conclave.meeting.event.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * 名额控制. In this order: who has no total is left to people; below the entry fails; the best are locked in; the last
 * are locked out; the places that are left go to the best of the others. Hundredths are of all who came to the cut;
 * whoever is below the entry is among the last; whoever is locked in takes a place.
 *
 * @param rows the best first, without a total last
 * @param taken places that later stages cannot give away again, those kept for a second ballot included
 * @param open places kept for those who are voted on again
 * @param over so many more are in than the cut had places, because they are equal
 */
public record Cutting(List<Settled> rows, int taken, int open, int over) {

    public Cutting {
        rows = List.copyOf(rows);
    }

    public static Cutting of(Cut cut, List<Candidate> candidates) {
        return new Row(cut, candidates).cut();
    }

    /** The candidates in their order, while they are cut. */
    private static final class Row {
        private final Cut cut;
        private final int all;
        private final Table<ApplicantId, Integer> ranks;
        private final List<Candidate> sorted;
        private final List<Settled> rows = new ArrayList<>();

        Row(Cut cut, List<Candidate> candidates) {
            this.cut = cut;
            all = candidates.size();
            ranks = Ranks.of(candidates);
            sorted = Ranks.sorted(candidates);
        }

        Cutting cut() {
            var above = sorted.stream().filter(one -> one.total().isPresent() && !belowEntry(one)).toList();
            var below = sorted.stream().filter(this::belowEntry).toList();
            var places = cut.places().map(this::number);
            var best = cut.lockedIn().map(this::number).orElse(0);
            var in = Edge.at(Math.min(best, places.orElse(best)), above.size(), equalToNext(above), atLocks(Ties.ALL_OUT));
            settle(above.subList(0, in.in()), Effect.PASS, Reason.LOCKED_IN);
            settleTied(above.subList(in.in(), in.in() + in.tied()));
            var others = above.subList(in.in() + in.tied(), above.size());
            var last = cut.lockedOut().map(this::number).orElse(0) - below.size();
            var out = Edge.fromBehind(last, others.size(), equalToNext(others), atLocks(Ties.SHARED));
            var middle = others.subList(0, others.size() - out.in() - out.tied());
            var waiting = others.subList(middle.size(), middle.size() + out.tied());
            var open = middle(middle, places.map(number -> number - in.taken()));
            settleTied(waiting);
            settle(others.subList(others.size() - out.in(), others.size()), Effect.FAIL, Reason.LOCKED_OUT);
            settle(below, Effect.FAIL, Reason.BELOW_ENTRY);
            settle(sorted.subList(above.size() + below.size(), all), Effect.STAY, Reason.NO_TOTAL);
            return new Cutting(rows, in.taken() + open.taken(), in.open() + open.open(), in.over() + open.over());
        }

        /** Where there are places, equals are voted on again at their edge only: at the locks they compete for the places. */
        private Ties atLocks(Ties competing) {
            return cut.places().isPresent() && cut.ties() == Ties.SECOND_BALLOT ? competing : cut.ties();
        }

        private Edge middle(List<Candidate> middle, Optional<Integer> places) {
            if (places.isEmpty()) {
                settle(middle, Effect.STAY, Reason.STAYS);
                return new Edge(0, 0, 0, 0, 0);
            }
            var edge = Edge.at(places.get(), middle.size(), equalToNext(middle), cut.ties());
            settle(middle.subList(0, edge.in()), cut.winners(), Reason.WITHIN_PLACES);
            settleTied(middle.subList(edge.in(), edge.in() + edge.tied()));
            settle(middle.subList(edge.in() + edge.tied(), middle.size()), Effect.FAIL, Reason.OUTSIDE_PLACES);
            return edge;
        }

        private static IntPredicate equalToNext(List<Candidate> row) {
            return i -> row.get(i).total().orElseThrow().compareTo(row.get(i + 1).total().orElseThrow()) == 0;
        }

        private boolean belowEntry(Candidate one) {
            return cut.entry().isPresent() && one.total().filter(total -> total.compareTo(cut.entry().get()) < 0).isPresent();
        }

        private int number(Quota quota) {
            return switch (quota) {
                case Quota.Places places -> Math.max(0, places.number());
                case Quota.Percent percent -> (int) Math.max(0, (long) all * percent.hundredths() / 100);
            };
        }

        private void settle(List<Candidate> candidates, Effect effect, Reason reason) {
            for (var one : candidates) rows.add(new Settled(one.applicant(), ranks.get(one.applicant()), one.total(), effect, false, reason));
        }

        private void settleTied(List<Candidate> candidates) {
            for (var one : candidates) {
                rows.add(new Settled(one.applicant(), ranks.get(one.applicant()), one.total(), Effect.STAY, true, Reason.TIED_AT_EDGE));
            }
        }
    }
}
