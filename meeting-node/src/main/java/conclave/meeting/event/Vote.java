package conclave.meeting.event;

import conclave.meeting.event.Id.ApplicantId;
import java.util.Optional;

/**
 * 得票: what a ballot said about one candidate, and what became of it.
 *
 * @param yes for it; under CHOOSE the papers that name it, under RANK its points
 * @param abstained valid papers that say neither, without those of experts who are recused from this candidate
 * @param denominator of so many the yes are a share: the attending, absent papers and invalid ones included; under RANK
 *     the most points there could be
 * @param needed so many yes; where only refusals are limited, so many who are not against; zero under RANK
 * @param place among the candidates of the ballot, shared by equals; where places are limited or an order was voted
 * @param tied equal at the edge of the places, to be voted on again
 */
public record Vote(ApplicantId applicant, int yes, int against, int abstained, int denominator, int needed,
                   Optional<Integer> place, Stage.Effect effect, boolean tied) {
}
