package conclave.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what strace wrote: which fdatasync of a log segment began and ended between which writes. */
final class SyncOrder {

    private static final Pattern SYNC = Pattern.compile("(\\d+) +fdatasync\\(\\d+<[^>]*/log_[^>]*>(\\) += 0| <unfinished \\.\\.\\.>).*");
    private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. fdatasync resumed>\\) += 0.*");

    private record Sync(int began, int ended) {
    }

    private final List<String> lines;
    private final List<Sync> syncs = new ArrayList<>();

    SyncOrder(List<String> lines) {
        this.lines = lines;
        var begun = new HashMap<String, Integer>();
        for (int i = 0; i < lines.size(); i++) {
            var sync = SYNC.matcher(lines.get(i));
            if (sync.matches() && sync.group(2).startsWith(")")) syncs.add(new Sync(i, i));
            else if (sync.matches()) begun.put(sync.group(1), i);
            var resumed = RESUMED.matcher(lines.get(i));
            if (resumed.matches() && begun.containsKey(resumed.group(1))) syncs.add(new Sync(begun.remove(resumed.group(1)), i));
        }
    }

    /** True if a sync began after this text was written to a segment and ended before that text was spoken. */
    boolean syncedBetween(String written, String spoken) {
        int write = find("/log_", written);
        int word = find("write(1<", "\"" + spoken + "\"");
        return write >= 0 && word >= 0 && syncs.stream().anyMatch(sync -> sync.began() > write && sync.ended() < word);
    }

    private int find(String where, String what) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(where) && lines.get(i).contains(what)) return i;
        }
        return -1;
    }
}
