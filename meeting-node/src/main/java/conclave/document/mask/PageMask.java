package conclave.document.mask;

import conclave.document.mask.MaskTrouble.Code;
import conclave.document.screen.Kind;
import conclave.document.text.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is painted over on one page, in an order of its own, so that the same boxes have the same digest however they
 * were found. That nothing is painted over is said by {@link #BARE}, and by nothing else.
 *
 * @param paper the SHA-256 of the PDF on which the boxes lie, where that is not the original: another print of it has its words elsewhere
 */
public record PageMask(List<MaskBox> boxes, Optional<String> paper) {

    public static final int MOST = 400;
    public static final PageMask BARE = new PageMask(List.of());

    public PageMask {
        if (boxes.size() > MOST) throw new IllegalArgumentException("more boxes than a page has words");
        boxes = boxes.stream().distinct().sorted().toList();
    }

    public PageMask(List<MaskBox> boxes) {
        this(boxes, Optional.empty());
    }

    public PageMask on(Optional<String> printed) {
        return new PageMask(boxes, printed);
    }

    public boolean isBare() {
        return boxes.isEmpty();
    }

    /** The places alone, for painting. */
    public List<Box> places() {
        return boxes.stream().map(MaskBox::box).toList();
    }

    public PageMask with(MaskBox box) throws MaskTrouble {
        if (boxes.size() == MOST) throw new MaskTrouble(Code.TOO_MANY_BOXES, 0);
        return new PageMask(Stream.concat(boxes.stream(), Stream.of(box)).toList(), paper);
    }

    public PageMask without(MaskBox box) throws MaskTrouble {
        var left = new ArrayList<>(boxes);
        if (!left.remove(box)) throw new MaskTrouble(Code.NO_SUCH_BOX, 0);
        return new PageMask(left, paper);
    }

    /** The same box elsewhere, for the same reason. */
    public PageMask moved(MaskBox box, int left, int top, int right, int bottom) throws MaskTrouble {
        return without(box).with(MaskBox.of(box.kind(), left, top, right, bottom));
    }

    /** What both cover, as when a page was read in two ways. Boxes for one reason that touch on one line become one. */
    public PageMask and(List<MaskBox> others) throws MaskTrouble {
        var all = Merging.of(Stream.concat(boxes.stream(), others.stream()).toList());
        if (all.size() > MOST) throw new MaskTrouble(Code.TOO_MANY_BOXES, 0);
        return new PageMask(all, paper);
    }

    public boolean covers(Kind kind) {
        return boxes.stream().anyMatch(one -> one.kind() == kind);
    }

    /** SHA-256 in hexadecimal: part of the address of every picture of the page. */
    public String digest() {
        var text = new StringBuilder("conclave page mask 1\n");
        paper.ifPresent(printed -> text.append("paper ").append(printed).append('\n'));
        for (var box : boxes) text.append(box.line()).append('\n');
        return Digest.of(text);
    }
}
