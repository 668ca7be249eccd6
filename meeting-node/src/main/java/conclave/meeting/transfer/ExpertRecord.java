package conclave.meeting.transfer;

import conclave.meeting.event.Fact;
import conclave.meeting.event.Half;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.RoundId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * 专家履职记录: what the record of a meeting says of one expert, for the pool that the expert came from. Facts only; what they are
 * worth is for people to say. Who was added at the venue cannot be told from a package yet, so nobody is marked as such.
 *
 * @param came how the expert came to a seat; an alternate who was never called has no seat and no record
 * @param left replaced by somebody else, at this moment
 * @param recusals declared by the expert or ordered, without those that were lifted
 * @param papers ballots in which a paper was issued; what became of it is not said
 */
public record ExpertRecord(PersonId expert, Seat came, Optional<Long> left, List<HalfDay> halfDays, List<OfRound> rounds, int recusals, int papers) {

    public enum Seat { MEMBER, ALTERNATE }

    /**
     * @param came signed in for this half-day; nothing: stayed away
     * @param left signed out before it ended
     * @param closed when the half-day ended; nothing: it has not
     */
    public record HalfDay(RoomId room, String day, Half half, long opened, Optional<Long> came, Optional<Long> left, Optional<Long> closed) {

        public long late() {
            return came.map(at -> Math.max(0, at - opened)).orElse(0L);
        }
    }

    /**
     * @param scores that stand
     * @param revisions submissions beyond the first of a sheet
     * @param deviation how far above (or below) the mean of all experts the marks lay, in the mean over the applicants; nothing where
     *     nobody else marked
     * @param distance the same without regard to above or below
     * @param voided by a recusal or a swap
     * @param returned because the sheet was replaced
     */
    public record OfRound(RoundId round, RoomId room, String stage, int scores, int revisions, int voided, int returned, Optional<BigDecimal> deviation,
                          Optional<BigDecimal> distance, List<Dossier> dossiers) {
        public OfRound {
            dossiers = List.copyOf(dossiers);
        }
    }

    /**
     * Moments of one sheet, in milliseconds. Neither is the time that somebody read: the one is how long the sheet lay begun on the
     * laptop, the other how long the expert had been at it since the sheet before, or since the round began.
     *
     * @param begun from the first draft to the first submission; nothing where no draft was kept, as in evidence alone
     */
    public record Dossier(ApplicantId applicant, Optional<Long> begun, long sincePrevious) {
    }

    public ExpertRecord {
        halfDays = List.copyOf(halfDays);
        rounds = List.copyOf(rounds);
    }

    /** Of everybody who had a seat, in the order of their names; from all facts of the meeting, drafts included where there are any. */
    public static List<ExpertRecord> of(List<Fact> facts) {
        var diary = new ExpertDiary();
        facts.forEach(diary::note);
        return diary.records();
    }
}
