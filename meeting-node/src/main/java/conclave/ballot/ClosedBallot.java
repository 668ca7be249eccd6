package conclave.ballot;

import conclave.seal.TokenKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The one record of a secret ballot. Tokens stand in their own order, the marks of each option in theirs: nothing says which
 * belonged together, or what came first. Also the marks of one paper are apart, because a paper with many options
 * could be filled in so that it is recognised.
 *
 * @param announcement its digest, in hex
 * @param columns for each option the marks of all valid papers, ascending; none where the ballot is void
 */
public record ClosedBallot(String announcement, int issued, int returned, int valid, Optional<Void> voided,
                           List<SignedToken> tokens, List<List<Integer>> columns) {

    /** 作废: more came back than went out, or so few that the count would tell who. */
    public enum Void { MORE_THAN_ISSUED, TOO_FEW }

    /** What an auditor can find. */
    public enum Flaw { OTHER_BALLOT, COUNTS, ORDER, SIGNATURE, COLUMNS, VOID }

    public ClosedBallot {
        tokens = List.copyOf(tokens);
        columns = columns.stream().map(List::copyOf).toList();
    }

    /** How often an option was marked so. */
    public int count(int option, int mark) {
        return (int) columns.get(option).stream().filter(each -> each == mark).count();
    }

    /** What does not hold; anybody may ask who has the announcement. */
    public List<Flaw> flaws(Announcement announced) {
        var flaws = new ArrayList<Flaw>();
        if (!announced.hex().equals(announcement)) flaws.add(Flaw.OTHER_BALLOT);
        if (returned != tokens.size() || valid > returned || valid < 0 || issued > announced.size()) flaws.add(Flaw.COUNTS);
        for (int i = 1; i < tokens.size(); i++) {
            if (bytes(tokens.get(i - 1)).compareTo(bytes(tokens.get(i))) >= 0) flaws.add(Flaw.ORDER);
        }
        var keys = announced.signers().stream().map(key -> TokenKey.of(Announcement.read(key))).toList();
        if (!tokens.stream().allMatch(token -> token.signedBy(keys))) flaws.add(Flaw.SIGNATURE);
        if (!voided.equals(whether(announced, issued, returned, valid))) flaws.add(Flaw.VOID);
        boolean fits = voided.isPresent() ? columns.isEmpty() : announced.paper().gives(columns, valid);
        if (!fits) flaws.add(Flaw.COLUMNS);
        return flaws.stream().distinct().toList();
    }

    static Optional<Void> whether(Announcement announced, int issued, int returned, int valid) {
        if (returned > issued) return Optional.of(Void.MORE_THAN_ISSUED);
        return valid < announced.fewest() ? Optional.of(Void.TOO_FEW) : Optional.empty();
    }

    private static String bytes(SignedToken token) {
        try {
            return HexFormat.of().formatHex(Announcement.read(token.token()));
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
