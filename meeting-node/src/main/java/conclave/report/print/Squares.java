package conclave.report.print;

import java.util.BitSet;

/**
 * A picture of dark and light squares, as telephones read them; row by row from the top.
 *
 * @param side how many squares a row has, and how many rows there are
 */
public record Squares(int side, BitSet dark) {

    public Squares {
        dark = (BitSet) dark.clone();
    }

    @Override
    public BitSet dark() {
        return (BitSet) dark.clone();
    }

    boolean isDark(int row, int column) {
        return dark.get(row * side + column);
    }
}
