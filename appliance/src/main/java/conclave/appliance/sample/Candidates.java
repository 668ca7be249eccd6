package conclave.appliance.sample;

import conclave.exchange.IdNumber;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.Room;
import conclave.exchange.MeetingFile.Sex;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The applicants of the meeting, spread evenly over the rooms, still without documents. */
final class Candidates {

    private static final int VETOED_EVERY = 50;

    private final SampleOptions options;
    private final List<Room> rooms;
    private final List<Trade> trades;
    private final Names names;
    private final int cutoffYear;

    Candidates(SampleOptions options, List<Room> rooms, List<Trade> trades, Names names) {
        this.options = options;
        this.rooms = rooms;
        this.trades = trades;
        this.names = names;
        this.cutoffYear = options.startDate().getYear() - 1;
    }

    /** Called in order of the numbers, because names are not given twice. */
    Candidate make(int index) {
        var chance = Chance.of(options.seed(), "applicant " + index);
        var room = index % rooms.size();
        var trade = trades.get(room % trades.size());
        var named = names.next(chance, index);
        var veto = index % VETOED_EVERY == VETOED_EVERY - 9;
        var home = Trade.Region.any(chance);
        var careers = new Careers(trade, home, chance, cutoffYear);
        var facts = index == 0 ? careers.workedExample() : careers.facts(veto);
        var titled = LocalDate.of(cutoffYear - facts.yearsInPost(), chance.between(6, 12), chance.between(10, 28));
        var birth = LocalDate.of(titled.getYear() - chance.between(29, 36), chance.between(1, 12), chance.between(1, 28));
        return new Candidate(new Applicant(code(index), named.name(), named.sex(), birth, named.ethnicity(), idNumber(chance, birth, named.sex()),
                phone(chance), trade.unit(chance, home), home.place() + chance.oneOf(Trade.common().words("recommenders")),
                chance.oneOf(Trade.common().words("schools")) + " " + chance.oneOf(trade.words("major")) + "专业 "
                        + Spelling.education(facts.degree()),
                "工程师", titled, trade.name(), "高级工程师", rooms.get(room).code(), FactsOf.facts(facts, titled),
                FactsOf.names(facts), new TreeMap<>(), List.of()), facts);
    }

    private String code(int index) {
        var width = Math.max(3, Integer.toString(options.applicants()).length());
        return String.format(Locale.ROOT, "A-%0" + width + "d", index + 1);
    }

    /** The region 659xxx is the autonomous region's own group, with a county part that was never given out. */
    private static String idNumber(Chance chance, LocalDate birth, Sex sex) {
        int last = chance.between(0, 4) * 2 + (sex == Sex.MALE ? 1 : 0);
        var digits = "6599" + chance.between(70, 99) + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + chance.digits(2) + last;
        return digits + IdNumber.checkCharacter(digits);
    }

    private static String phone(Chance chance) {
        return chance.oneOf(List.of("139", "138", "186", "177", "150", "199")) + "0000" + chance.digits(4);
    }

}
