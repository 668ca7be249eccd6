package conclave.config;

import java.util.List;
import java.util.Optional;

/** What was read, where nothing forbids to use it, and everything that was noticed on the way. */
public record Checked<T>(Optional<T> value, List<Finding> findings) {

    public Checked {
        findings = List.copyOf(findings);
    }

    public static <T> Checked<T> of(T value, List<Finding> findings) {
        if (findings.stream().anyMatch(Finding::isError)) return new Checked<>(Optional.empty(), findings);
        return new Checked<>(Optional.of(value), findings);
    }

    public static <T> Checked<T> refused(Finding... findings) {
        return new Checked<>(Optional.empty(), List.of(findings));
    }
}
