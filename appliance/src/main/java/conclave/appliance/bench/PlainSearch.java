package conclave.appliance.bench;

import conclave.appliance.corpus.Identity;
import conclave.document.screen.Hit;
import conclave.document.screen.Kind;
import conclave.document.text.PageText;
import java.util.ArrayList;
import java.util.List;

/** The plainest search there is: a dictionary with so many characters read wrongly, spaces passed over. What the sieve is held against. */
final class PlainSearch implements ScanRecall.Search {

    @Override
    public List<Hit> hits(PageText text, List<Identity> people) {
        var characters = new ArrayList<int[]>();
        int at = 0;
        for (int character : text.text().codePoints().toArray()) {
            if (!isPassedOver(character)) characters.add(new int[] {folded(character), at});
            at++;
        }
        var hits = new ArrayList<Hit>();
        for (var person : people) {
            for (var entry : person.all()) {
                var wanted = entry.getValue().codePoints().filter(it -> !isPassedOver(it)).map(PlainSearch::folded).toArray();
                hits.addAll(find(characters, wanted, entry.getKey(), allowed(entry.getKey(), wanted.length)));
            }
        }
        return hits;
    }

    private static boolean isPassedOver(int character) {
        return Character.isWhitespace(character) || "·.-—_:：•・。,，".indexOf(character) >= 0;
    }

    private static int folded(int character) {
        return Character.toLowerCase(character);
    }

    private static int allowed(Kind kind, int length) {
        return switch (kind) {
            case PHONE -> 1;
            case ID_NUMBER -> 2;
            default -> length <= 3 ? 0 : length <= 6 ? 1 : 2;
        };
    }

    /** Sellers's search: the least edits of any stretch that ends here; a local least is a hit. */
    private static List<Hit> find(List<int[]> text, int[] wanted, Kind kind, int allowed) {
        var hits = new ArrayList<Hit>();
        int[][] edits = new int[text.size() + 1][wanted.length + 1];
        int[][] begun = new int[text.size() + 1][wanted.length + 1];
        for (int i = 0; i <= text.size(); i++) begun[i][0] = i;
        for (int j = 1; j <= wanted.length; j++) edits[0][j] = j;
        for (int i = 1; i <= text.size(); i++) {
            for (int j = 1; j <= wanted.length; j++) {
                int same = edits[i - 1][j - 1] + (text.get(i - 1)[0] == wanted[j - 1] ? 0 : 1);
                int more = edits[i - 1][j] + 1;
                int less = edits[i][j - 1] + 1;
                edits[i][j] = Math.min(same, Math.min(more, less));
                begun[i][j] = edits[i][j] == same ? begun[i - 1][j - 1] : edits[i][j] == more ? begun[i - 1][j] : begun[i][j - 1];
            }
        }
        for (int i = 1; i <= text.size(); i++) {
            int here = edits[i][wanted.length];
            boolean least = here <= allowed && here < edits[i - 1][wanted.length] && (i == text.size() || here <= edits[i + 1][wanted.length]);
            int start = begun[i][wanted.length];
            if (least && start < i) hits.add(new Hit(kind, text.get(start)[1], text.get(i - 1)[1] + 1, 100 - 10 * here, here > 0));
        }
        return hits;
    }
}
