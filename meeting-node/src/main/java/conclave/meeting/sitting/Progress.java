package conclave.meeting.sitting;


/** How many scores, opinions or papers a round wants and how many it has. */
public record Progress(int expected, int given) {

    public static Progress of(Judges judges, Round round) {
        if (round.casting().isPresent()) return ofCasting(round.casting().get());
        var expected = 0;
        var given = 0;
        for (var applicant : round.candidates()) {
            var writing = judges.of(round, applicant);
            var wanted = judges.wanted(round, writing);
            var have = (int) writing.stream().filter(judge -> round.standing(applicant, judge).isPresent()).count();
            expected += wanted;
            given += Math.min(have, wanted);
        }
        return new Progress(expected, given);
    }

    /**
     * Papers that are counted by hand have come in when two tellers came to the same; of those in a closed box nobody knows how
     * many there are, only how many tokens are out.
     */
    private static Progress ofCasting(Casting casting) {
        var given = switch (casting.secrecy()) {
            case NAMED -> casting.papers().size();
            case PAPER -> casting.agreed().map(Casting.HandCount::returned).orElse(0);
            case BLIND_TOKEN -> casting.issue().map(issue -> issue.box().map(Issue.Box::returned).orElse(issue.issued())).orElse(0);
        };
        return new Progress(casting.electors().size(), given);
    }

    public int missing() {
        return Math.max(0, expected - given);
    }
}
