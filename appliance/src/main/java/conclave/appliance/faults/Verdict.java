package conclave.appliance.faults;

import java.util.List;
import java.util.Optional;

/** What a suite comes to. A canary that failed for another reason than the protection it lacks has shown nothing. */
enum Verdict {

    HOLDS(0, "成立 HOLDS"),
    FAILS(1, "不成立 FAILS"),
    /** Of a canary only: the kit did not start, or came back too slowly, and nothing was lost that could be seen. */
    NONE(5, "没有结论 NO VERDICT");

    private final int exit;
    private final String said;

    Verdict(int exit, String said) {
        this.exit = exit;
        this.said = said;
    }

    /** @param without the protection that was off, where it is a canary */
    static Verdict of(List<String> wrongs, Optional<Canary> without) {
        if (wrongs.isEmpty()) return HOLDS;
        return without.isEmpty() || wrongs.stream().anyMatch(without.get()::shows) ? FAILS : NONE;
    }

    int exit() {
        return exit;
    }

    String said(List<String> wrongs) {
        return wrongs.isEmpty() ? said : said + ": " + String.join("; ", wrongs);
    }
}
