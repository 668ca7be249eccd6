package conclave.document.screen;

/** What is found without a dictionary. */
final class Patterns {

    private Patterns() {
    }

    static void find(Stretch text) {
        var groups = text.groups();
        var avoided = Avoided.in(text);
        boolean before = false;
        for (int g = 0; g < groups.many();) {
            int next = avoided.has(g) ? g : number(text, g, before);
            before = next > g;
            g = Math.max(next, g + 1);
        }
        CreditCodes.find(text);
        Mails.find(text);
        Papers.find(text);
        Addresses.find(text);
    }

    /** The group behind the number that begins here; this one where none does. */
    private static int number(Stretch text, int group, boolean before) {
        int next = Identities.find(text, group);
        if (next == group) next = Phones.find(text, group, before);
        if (next == group) next = Landlines.find(text, group);
        if (next == group) next = Cards.find(text, group);
        return next;
    }
}
