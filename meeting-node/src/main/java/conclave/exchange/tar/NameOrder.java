package conclave.exchange.tar;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Names come in the order of their bytes, so a name that came twice stands beside itself, and all that lies between a file and
 * what claims to lie below it begins with its name: a few names in memory are enough for any number of files.
 */
final class NameOrder {

    private final ArrayDeque<String> beginnings = new ArrayDeque<>();
    private String last = "";

    Optional<TarFault> next(String name) {
        int order = name.compareTo(last);
        if (order == 0) return Optional.of(TarFault.TWICE);
        if (order < 0) return Optional.of(TarFault.UNSORTED);
        while (!beginnings.isEmpty() && !name.startsWith(beginnings.peek())) beginnings.pop();
        if (beginnings.stream().anyMatch(file -> name.charAt(file.length()) == '/')) return Optional.of(TarFault.FILE_AS_FOLDER);
        beginnings.push(name);
        last = name;
        return Optional.empty();
    }
}
