package conclave.document.mask;

import conclave.document.mask.MaskTrouble.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a plan line by line and says at which one it is none. */
final class PlanReader {

    private static final int MOST_BYTES = 16 << 20;
    private static final Pattern DOCUMENT = Pattern.compile("document [0-9a-f]{64}");
    private static final Pattern PAPER = Pattern.compile("paper [0-9a-f]{64}");
    private static final Pattern PAGES = Pattern.compile("pages [1-9][0-9]{0,4}");

    private PlanReader() {
    }

    static MaskPlan read(byte[] bytes) throws MaskTrouble {
        if (bytes.length > MOST_BYTES) throw new MaskTrouble(Code.NOT_A_PLAN, 0);
        var lines = new String(bytes, StandardCharsets.US_ASCII).split("\n", -1);
        boolean onPaper = lines[0].equals(MaskPlan.HEAD_ON_PAPER);
        int head = onPaper ? 4 : 3;
        expect(lines.length > head && (onPaper || lines[0].equals(MaskPlan.HEAD)), 1);
        expect(DOCUMENT.matcher(lines[1]).matches(), 2);
        expect(!onPaper || PAPER.matcher(lines[2]).matches(), 3);
        expect(PAGES.matcher(lines[head - 1]).matches(), head);
        int count = Integer.parseInt(lines[head - 1].substring(6));
        expect(count <= 10_000, head);
        List<List<MaskBox>> boxes = Stream.generate(() -> (List<MaskBox>) new ArrayList<MaskBox>()).limit(count).toList();
        for (int i = head; i < lines.length - 1; i++) {
            var line = BoxLine.read(lines[i], i + 1, Code.NOT_A_PLAN);
            int page = page(line.page(), count, i + 1);
            if (boxes.get(page - 1).size() == PageMask.MOST) throw new MaskTrouble(Code.TOO_MANY_BOXES, i + 1);
            boxes.get(page - 1).add(line.box());
        }
        Optional<String> paper = onPaper ? Optional.of(lines[2].substring(6)) : Optional.empty();
        return new MaskPlan(lines[1].substring(9), paper, boxes.stream().map(PageMask::new).toList());
    }

    private static int page(String word, int count, int line) throws MaskTrouble {
        if (!word.matches("[1-9][0-9]{0,4}")) throw new MaskTrouble(Code.NOT_A_PLAN, line);
        int page = Integer.parseInt(word);
        if (page > count) throw new MaskTrouble(Code.NO_SUCH_PAGE, line);
        return page;
    }

    private static void expect(boolean so, int line) throws MaskTrouble {
        if (!so) throw new MaskTrouble(Code.NOT_A_PLAN, line);
    }
}
