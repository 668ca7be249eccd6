package conclave.main;

import conclave.config.Finding;
import java.util.List;

/** A start that ends here, and what to tell people about it. Stays within this package. */
final class StartTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    StartTrouble(List<Finding> findings, Throwable cause) {
        super(cause);
        this.findings = List.copyOf(findings);
    }

    StartTrouble(Finding finding, Throwable cause) {
        this(List.of(finding), cause);
    }

    List<Finding> findings() {
        return findings;
    }
}
