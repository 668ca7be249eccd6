package conclave.meeting.tally;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Table;
import conclave.meeting.sitting.Casting;
import conclave.meeting.sitting.Issue;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The papers of a ballot, read: which are valid, and what the valid ones say. Their order is nowhere kept. */
final class Papers {

    /** Under RANK {@code yes} are points: as many as there are names for the first place, one for the last. */
    record Said(int yes, int against, int abstain, int unmarked) {
        static final Said NOTHING = new Said(0, 0, 0, 0);
    }

    private final Poll poll;
    private final Table<ApplicantId, Said> said;
    private final int returned;
    private final int valid;

    private Papers(Poll poll, int returned, int valid, Table<ApplicantId, Said> said) {
        this.poll = poll;
        this.returned = returned;
        this.valid = valid;
        this.said = said;
    }

    private Papers(Poll poll, List<SortedMap<ApplicantId, String>> valid) {
        this.poll = poll;
        this.returned = poll.papers().size();
        this.valid = valid.size();
        var all = Table.<ApplicantId, Said>empty();
        for (var candidate : poll.candidates()) {
            var sum = Said.NOTHING;
            for (var paper : valid) sum = with(sum, paper.get(candidate));
            all = all.with(candidate, sum);
        }
        said = all;
    }

    static Papers read(Poll poll) {
        return new Papers(poll, poll.papers().stream().filter(paper -> valid(poll, paper)).toList());
    }

    /** What tellers read off; who stands unmarked on a valid paper is the rest. */
    static Papers told(Poll poll, Casting.HandCount count) {
        var valid = count.returned() - count.invalid();
        var said = Table.<ApplicantId, Said>empty();
        for (var line : count.lines()) {
            said = said.with(line.applicant(), new Said(line.yes(), line.against(), line.abstained(),
                    valid - line.yes() - line.against() - line.abstained()));
        }
        return new Papers(poll, count.returned(), valid, said);
    }

    /** What the box said; a name that nobody marked on a paper abstains, or is passed over where names are chosen. */
    static Papers boxed(Poll poll, Issue.Box box) {
        var said = Table.<ApplicantId, Said>empty();
        for (var column : box.columns()) said = said.with(column.applicant(), said(poll, column.times()));
        return new Papers(poll, box.returned(), box.valid(), said);
    }

    private static Said said(Poll poll, List<Integer> times) {
        return switch (poll.balloting().form()) {
            case APPROVE -> new Said(times.get(1), times.get(2), times.get(0), 0);
            case CHOOSE -> new Said(times.get(1), 0, 0, times.get(0));
            case RANK -> new Said(points(times), 0, 0, times.getFirst());
        };
    }

    private static int points(List<Integer> times) {
        var points = 0;
        for (int place = 1; place < times.size(); place++) points += times.get(place) * (times.size() - place);
        return points;
    }

    int returned() {
        return returned;
    }

    int valid() {
        return valid;
    }

    Said about(ApplicantId candidate) {
        return said.get(candidate).orElse(Said.NOTHING);
    }

    /** A paper that can be read in two ways, or names whom it may not, says nothing. */
    private static boolean valid(Poll poll, SortedMap<ApplicantId, String> paper) {
        if (!poll.candidates().containsAll(paper.keySet())) return false;
        return switch (poll.balloting().form()) {
            case APPROVE -> paper.values().stream().allMatch(List.of(Poll.YES, Poll.AGAINST, Poll.ABSTAIN)::contains);
            case CHOOSE -> paper.size() <= poll.balloting().choose() && paper.values().stream().allMatch(Poll.YES::equals);
            case RANK -> places(poll, paper);
        };
    }

    private static boolean places(Poll poll, SortedMap<ApplicantId, String> paper) {
        var given = new TreeMap<String, Boolean>();
        for (var place : paper.values()) {
            if (place(poll, place) == 0 || given.put(place, true) != null) return false;
        }
        return true;
    }

    /** From one to the number of names; zero: none. */
    private static int place(Poll poll, String word) {
        for (int place = 1; place <= poll.candidates().size(); place++) {
            if (Integer.toString(place).equals(word)) return place;
        }
        return 0;
    }

    private Said with(Said sum, String word) {
        if (word == null) return new Said(sum.yes, sum.against, sum.abstain, sum.unmarked + 1);
        return switch (word) {
            case Poll.YES -> new Said(sum.yes + 1, sum.against, sum.abstain, sum.unmarked);
            case Poll.AGAINST -> new Said(sum.yes, sum.against + 1, sum.abstain, sum.unmarked);
            case Poll.ABSTAIN -> new Said(sum.yes, sum.against, sum.abstain + 1, sum.unmarked);
            case String place -> new Said(sum.yes + poll.candidates().size() - place(poll, place) + 1, sum.against, sum.abstain, sum.unmarked);
        };
    }
}
