package conclave.exchange.office;

import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One thing that a form asks for.
 *
 * @param key what mappings and the program call it
 * @param titles the heading of our own form first, then what platforms call it
 * @param table of the dictionary, where one of its words belongs here; empty elsewhere
 */
record Item(String key, Kind kind, boolean required, int width, String hint, String table, List<String> titles) {

    enum Kind { TEXT, NAME, CODE, IDENTITY, PHONE, DATE, WHOLE, WORD, WORDS }

    /** Headings are compared a great many times, and the forms never change. */
    private static final ConcurrentHashMap<Item, TreeSet<String>> PLAIN = new ConcurrentHashMap<>();

    Item {
        titles = List.copyOf(titles);
    }

    /** Whether a heading, already plain, is one of its titles. */
    boolean called(String plain) {
        return PLAIN.computeIfAbsent(this, it -> new TreeSet<>(it.titles.stream().map(Heading::plain).toList())).contains(plain);
    }

    static Item must(String key, Kind kind, int width, String hint, String... titles) {
        return new Item(key, kind, true, width, hint, "", List.of(titles));
    }

    static Item may(String key, Kind kind, int width, String hint, String... titles) {
        return new Item(key, kind, false, width, hint, "", List.of(titles));
    }

    Item of(String words) {
        return new Item(key, kind, required, width, hint, words, titles);
    }

    String title() {
        return titles.getFirst();
    }

    List<String> words() {
        return Dictionary.table(table).words();
    }
}
