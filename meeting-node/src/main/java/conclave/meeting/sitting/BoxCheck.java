package conclave.meeting.sitting;

import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.SittingCommand.Column;
import conclave.meeting.event.SittingCommand.OpenBox;
import conclave.meeting.event.SittingCommand.SignedToken;
import conclave.meeting.event.Stage.Balloting;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether what the box says can have come out of a box. Tokens and columns must stand in the one order that tells nothing, and so
 * many whole papers must be able to give these columns. Whose signatures they are is for those who have the keys.
 */
record BoxCheck(Balloting ballot, List<ApplicantId> candidates, Issue issue, int fewest) {

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");

    Optional<String> wrong(OpenBox said) {
        var signers = issue.announced().signers().size();
        if (!said.tokens().stream().allMatch(token -> TOKEN.matcher(token.token()).matches() && token.signatures().size() == signers)) {
            return Optional.of("tokens");
        }
        if (!ascending(said.tokens())) return Optional.of("order");
        if (said.valid() < 0 || said.valid() > said.tokens().size()) return Optional.of("counts");
        // A ballot that is void shows nothing of what stood on its papers.
        if (said.tokens().size() > issue.issued() || said.valid() < fewest) {
            return said.columns().isEmpty() ? Optional.empty() : Optional.of("void");
        }
        return whole(said.columns(), said.valid()) ? Optional.empty() : Optional.of("columns");
    }

    private static boolean ascending(List<SignedToken> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i - 1).token().compareTo(tokens.get(i).token()) >= 0) return false;
        }
        return true;
    }

    private boolean whole(List<Column> columns, int valid) {
        if (!columns.stream().map(Column::applicant).toList().equals(candidates)) return false;
        if (!columns.stream().allMatch(column -> adds(column, valid))) return false;
        return switch (ballot.form()) {
            case APPROVE -> true;
            case CHOOSE -> columns.stream().mapToLong(column -> column.times().get(1)).sum() <= (long) valid * ballot.choose();
            case RANK -> ordered(columns, valid);
        };
    }

    private boolean adds(Column column, int valid) {
        return column.times().size() == marks() && column.times().stream().allMatch(times -> times >= 0)
                && column.times().stream().mapToLong(times -> times).sum() == valid;
    }

    private int marks() {
        return switch (ballot.form()) {
            case APPROVE -> 3;
            case CHOOSE -> 2;
            case RANK -> candidates.size() + 1;
        };
    }

    /** A paper that is not blank gives each place once. */
    private boolean ordered(List<Column> columns, int valid) {
        var blank = columns.getFirst().times().getFirst();
        for (int place = 1; place < marks(); place++) {
            var at = place;
            if (columns.stream().mapToLong(column -> column.times().get(at)).sum() != valid - blank) return false;
        }
        return columns.stream().allMatch(column -> column.times().getFirst().equals(blank));
    }
}
