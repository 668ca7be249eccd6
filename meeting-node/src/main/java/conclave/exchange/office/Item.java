package conclave.exchange.office;

import java.util.List;

/**
 * One thing that a form asks for.
 *
 * @param key what mappings and the program call it
 * @param titles the heading of our own form first, then what platforms call it
 * @param table of the dictionary, where one of its words belongs here; empty elsewhere
 */
record Item(String key, Kind kind, boolean required, int width, String hint, String table, List<String> titles) {

    enum Kind { TEXT, NAME, CODE, IDENTITY, PHONE, DATE, WHOLE, WORD, WORDS }

    Item {
        titles = List.copyOf(titles);
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
