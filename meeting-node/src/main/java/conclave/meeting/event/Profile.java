package conclave.meeting.event;

/**
 * 规则参数: the numbers a committee is bound by. Places differ, so none of them is a constant of the program.
 *
 * @param quorum attending of the size of the committee
 * @param passing yes of those attending; abstentions are in the denominator
 * @param denominator whether who is recused from an applicant counts among those attending
 * @param panelMinimum experts of a panel at least
 * @param committeeMinimum members of the committee at least
 * @param fewestSecret with fewer returned papers a secret ballot is void
 * @param paperBelow with fewer voters a secret ballot goes on paper
 * @param swap what becomes of the scores of an expert who is replaced
 */
public record Profile(String code, int version, String name, Threshold quorum, Threshold passing, Denominator denominator,
                      int panelMinimum, int committeeMinimum, Parity committeeParity, boolean committeeForbidsMultipleOf3,
                      int fewestSecret, int paperBelow, Swap swap) {

    public enum Denominator { ATTENDING, ATTENDING_MINUS_RECUSED }

    public enum Parity { ODD, ANY }

    public enum Swap { VOID_SCORES, KEEP_SCORES }
}
