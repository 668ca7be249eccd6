package conclave.appliance.sample;

import conclave.exchange.MeetingFile.Sex;
import java.util.List;
import java.util.TreeSet;

/**
 * Names as they are met in Xinjiang: Chinese ones; Uyghur, Kazakh and Kyrgyz ones of name and father's name with U+00B7 between;
 * some of three parts; Mongol ones with an initial; and now and then a character beyond the basic plane.
 */
final class Names {

    /** Repeats over the list of people, so that even a small meeting has every kind of name. */
    private static final List<String> PATTERN = List.of("汉", "维", "汉", "哈", "维长", "汉罕", "回", "汉", "维", "柯", "汉", "蒙");

    record Named(String name, Sex sex, String ethnicity) {
    }

    private final Phrases phrases = new Phrases("names.txt");
    private final TreeSet<String> taken = new TreeSet<>();

    Named next(Chance chance, int index) {
        var pattern = PATTERN.get(index % PATTERN.size());
        var named = make(chance, pattern);
        for (int tries = 0; unlikely(named.name()) && tries < 12; tries++) named = make(chance, tries < 6 ? pattern : plain(pattern));
        taken.add(named.name());
        return named;
    }

    /** Taken already, or a father of the same name as the child. */
    private boolean unlikely(String name) {
        var parts = name.split("·");
        return taken.contains(name) || parts.length == 2 && parts[0].equals(parts[1]);
    }

    private static String plain(String pattern) {
        return pattern.substring(0, 1);
    }

    private Named make(Chance chance, String pattern) {
        var sex = chance.happens(62) ? Sex.MALE : Sex.FEMALE;
        return switch (pattern) {
            case "维" -> new Named(withFather(chance, sex, "uyghur"), sex, "维吾尔族");
            case "维长" -> longName(chance);
            case "哈" -> new Named(withFather(chance, sex, "kazakh"), sex, "哈萨克族");
            case "柯" -> new Named(withFather(chance, sex, "kyrgyz"), sex, "柯尔克孜族");
            case "回" -> new Named(pick(chance, "hui-surnames") + pick(chance, "hui-given"), sex, "回族");
            case "蒙" -> new Named(mongol(chance, sex), sex, "蒙古族");
            case "汉罕" -> new Named(pick(chance, "rare"), sex, "汉族");
            default -> new Named(pick(chance, "surnames") + given(chance, sex), sex, "汉族");
        };
    }

    private String withFather(Chance chance, Sex sex, String people) {
        return pick(chance, people + "-" + word(sex)) + "·" + pick(chance, people + "-male");
    }

    private Named longName(Chance chance) {
        var name = pick(chance, "long");
        var female = phrases.words("uyghur-female").stream().anyMatch(name::startsWith) || name.startsWith("阿依") || name.startsWith("布威");
        return new Named(name, female ? Sex.FEMALE : Sex.MALE, "维吾尔族");
    }

    private String mongol(Chance chance, Sex sex) {
        return pick(chance, "mongol-initials") + "·" + pick(chance, "mongol-" + word(sex));
    }

    private String given(Chance chance, Sex sex) {
        return pick(chance, "given-" + word(sex));
    }

    private static String word(Sex sex) {
        return sex == Sex.MALE ? "male" : "female";
    }

    private String pick(Chance chance, String section) {
        return chance.oneOf(phrases.words(section));
    }
}
