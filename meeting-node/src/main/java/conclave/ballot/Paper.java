package conclave.ballot;

import conclave.seal.RoundKey;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 选票: what can be marked. One byte for each option, in their order: APPROVE 0 abstains, 1 approves, 2 is against;
 * CHOOSE 1 for at most {@code atMost} of them; RANK 1 for the first to n for the last. All zero is a blank paper.
 */
public record Paper(Form form, int atMost, List<String> options) {

    public enum Form { APPROVE, CHOOSE, RANK }

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    public Paper {
        options = List.copyOf(options);
        if (options.isEmpty() || options.size() > RoundKey.LONGEST || options.stream().distinct().count() != options.size()
                || !options.stream().allMatch(option -> ID.matcher(option).matches())) {
            throw new IllegalArgumentException("a paper has 1 to " + RoundKey.LONGEST + " different options");
        }
        boolean limited = form == Form.CHOOSE;
        if (limited ? atMost < 1 || atMost > options.size() : atMost != 0) throw new IllegalArgumentException("at most " + atMost);
    }

    /** The marks; empty where the paper is spoilt. Nothing of a spoilt paper is kept: what is free to write is free to be recognised. */
    Optional<int[]> read(byte[] opened) {
        if (opened.length != options.size()) return Optional.empty();
        var marks = new int[opened.length];
        int sum = 0;
        for (int i = 0; i < marks.length; i++) {
            marks[i] = opened[i] & 0xff;
            if (marks[i] > highest()) return Optional.empty();
            sum += marks[i];
        }
        boolean whole = switch (form) {
            case APPROVE -> true;
            case CHOOSE -> sum <= atMost;
            case RANK -> sum == 0 || eachOnce(marks);
        };
        return whole ? Optional.of(marks) : Optional.empty();
    }

    private int highest() {
        return switch (form) {
            case APPROVE -> 2;
            case CHOOSE -> 1;
            case RANK -> options.size();
        };
    }

    private static boolean eachOnce(int[] marks) {
        var seen = new boolean[marks.length + 1];
        for (int mark : marks) {
            if (mark == 0 || seen[mark]) return false;
            seen[mark] = true;
        }
        return true;
    }

    /** Whether so many whole papers can have given these columns. */
    boolean gives(List<List<Integer>> columns, int valid) {
        if (columns.size() != options.size() || !columns.stream().allMatch(column -> inOrder(column, valid))) return false;
        return switch (form) {
            case APPROVE -> true;
            case CHOOSE -> columns.stream().mapToLong(column -> count(column, 1)).sum() <= (long) valid * atMost;
            case RANK -> ranked(columns, valid);
        };
    }

    private boolean ranked(List<List<Integer>> columns, int valid) {
        long blank = count(columns.getFirst(), 0);
        for (int rank = 0; rank <= highest(); rank++) {
            int mark = rank;
            long times = columns.stream().mapToLong(column -> count(column, mark)).sum();
            if (times != (rank == 0 ? blank * options.size() : valid - blank)) return false;
        }
        return columns.stream().allMatch(column -> count(column, 0) == blank);
    }

    private boolean inOrder(List<Integer> column, int valid) {
        int last = 0;
        for (int mark : column) {
            if (mark < last || mark > highest()) return false;
            last = mark;
        }
        return column.size() == valid;
    }

    private static long count(List<Integer> column, int mark) {
        return column.stream().filter(each -> each == mark).count();
    }
}
