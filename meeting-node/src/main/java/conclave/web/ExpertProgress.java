package conclave.web;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Stage.Secrecy;
import conclave.meeting.sitting.Casting;
import conclave.meeting.sitting.Judges;
import conclave.meeting.sitting.Round;

/** How much of a round is one expert's to give, and how much of it has come. */
record ExpertProgress(int given, int expected) {

    static ExpertProgress in(Judges judges, Round round, PersonId expert) {
        if (round.casting().isPresent()) return paper(round.casting().get(), expert);
        var mine = round.candidates().stream().filter(one -> judges.asks(round, one, expert)).toList();
        return new ExpertProgress((int) mine.stream().filter(one -> round.standing(one, expert).isPresent()).count(), mine.size());
    }

    /** Only a named paper is known to have come from somebody. */
    private static ExpertProgress paper(Casting casting, PersonId expert) {
        if (casting.secrecy() != Secrecy.NAMED) return new ExpertProgress(0, 0);
        return new ExpertProgress(casting.papers().has(expert) ? 1 : 0, casting.electors().contains(expert) ? 1 : 0);
    }
}
