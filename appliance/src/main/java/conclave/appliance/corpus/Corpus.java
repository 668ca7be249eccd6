package conclave.appliance.corpus;

import conclave.appliance.sample.Sample;
import conclave.appliance.sample.SampleOptions;
import conclave.appliance.sample.TypeCase;
import conclave.document.screen.Kind;
import conclave.exchange.MeetingFile;
import conclave.exchange.MeetingFile.Applicant;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Equal seeds give equal pages. Every person on them is invented. */
public final class Corpus {

    /** Certificate, form, letter and list by turns; some eleven identifiers a page. */
    public static final int USUAL_PAGES = 24;

    private final TypeCase types;
    private final long seed;
    private final List<Identity> people;

    private Corpus(TypeCase types, long seed, List<Identity> people) {
        this.types = types;
        this.seed = seed;
        this.people = people;
    }

    /** @throws IOException when a Chinese font is missing, which it says */
    public static Corpus of(long seed, int pages) throws IOException {
        int wanted = 0;
        for (int page = 1; page <= pages; page++) wanted += layout(page).people;
        var options = new SampleOptions(2, 2, Math.max(2, wanted), seed, MeetingFile.Kind.REHEARSAL, LocalDate.of(2026, 11, 23), Path.of("unwritten"));
        var chance = new Random(seed);
        var people = new ArrayList<Identity>();
        for (var applicant : Sample.applicants(options)) people.add(identity(applicant, chance));
        return new Corpus(TypeCase.open(TypeCase.FONTS), seed, people);
    }

    /** A page before it was scanned: the text as a text layer holds it, and who is on it. */
    public record Page(int number, String text, List<Identity> people, List<Written> written) {
    }

    /** An identifier in a text, in code points. */
    public record Written(Kind kind, String value, int start, int end) {
    }

    /**
     * A page as it was scanned.
     *
     * @param planted all identifiers on it and where
     * @param sealed those of them that a seal touches
     */
    public record ScannedPage(int number, BufferedImage image, List<Identity> people, List<Planted> planted, List<Planted> sealed) {
    }

    /** @param number counted from 1 */
    public Page page(int number) {
        var sheet = sheet(number);
        var written = sheet.places().stream().map(place -> new Written(place.kind(), place.value(), place.start(), place.end())).toList();
        return new Page(number, sheet.text(), peopleOn(number), written);
    }

    public ScannedPage scan(int number, Variant variant) throws IOException {
        var scan = new Scanner(types, variant, seed * 1_000 + number * 10L + variant.ordinal()).scan(sheet(number), peopleOn(number).getFirst().unit());
        return new ScannedPage(number, scan.image(), peopleOn(number), scan.planted(), scan.sealed());
    }

    private Sheet sheet(int number) {
        return layout(number).print(types, peopleOn(number), number % 8 < 4);
    }

    private List<Identity> peopleOn(int number) {
        int first = 0;
        for (int page = 1; page < number; page++) first += layout(page).people;
        return people.subList(first, first + layout(number).people);
    }

    private static Layout layout(int page) {
        return Layout.values()[(page - 1) % Layout.values().length];
    }

    private static Identity identity(Applicant applicant, Random chance) {
        var syllables = List.of("wang", "li", "aili", "gul", "min", "xue", "tur", "jun", "hong", "erk");
        var mail = syllables.get(chance.nextInt(10)) + syllables.get(chance.nextInt(10)) + chance.nextInt(10, 999) + "@" + List.of("example.cn", "mail.example.com").get(chance.nextInt(2));
        var certificate = switch (chance.nextInt(3)) {
            case 0 -> "XJGC" + digits(chance, 8);
            case 1 -> "65" + digits(chance, 12);
            default -> 2005 + chance.nextInt(18) + "-GJ-" + digits(chance, 5);
        };
        return new Identity(applicant.name(), applicant.unit(), applicant.idNumber(), applicant.phone(), mail, certificate);
    }

    private static String digits(Random chance, int count) {
        return String.format(Locale.ROOT, "%0" + count + "d", chance.nextLong((long) Math.pow(10, count)));
    }
}
