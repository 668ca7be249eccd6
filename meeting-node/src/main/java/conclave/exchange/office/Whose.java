package conclave.exchange.office;

import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.MeetingFile.DocumentKind;
import conclave.exchange.workbook.Spot;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whose document a file is, by its name and the folders it lies in: code, identity number, name. A name counts where it stands alone or beside
 * a word that says what the document is; everything less clear is a finding. A certificate in the wrong dossier is worse than one more question.
 */
final class Whose {

    private static final Pattern STRONG = Pattern.compile("[_\\-\u2014\u2013+()\\[\\]{}【】《》<>,，、;；:：&=#@~!\"'“”0-9]+");
    private static final Pattern WEAK = Pattern.compile("[\\s\\p{Z}.\u00b7\u2022\u2027\u2219\u22c5\u30fb\uff65\u0387\u16eb\u2e31\u318d\ua78f\u25cf\u26ab\u2024\u3002]+");
    private static final Pattern IDENTITY = Pattern.compile("(?<![0-9A-Za-z])([1-9][0-9]{16}[0-9Xx]|[1-9][0-9]{14})(?![0-9A-Za-z])");
    /** Of a person or a telephone; whoever reads the title has no business with either. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{11,}[Xx]?");
    private static final String WORDS = "的|身份证|证件|学历|学位|毕业|证|聘|任职|职称|论文|论著|著作|专著|期刊|获奖|奖|业绩|项目|课题|工程|申报|评审|推荐|考核|资格|继续教育|社保|承诺|照片|合同|材料|附件|工作|述职|总结|专利|成果|简历|简表|综合|扫描";
    private static final Pattern BEFORE = Pattern.compile("(" + WORDS + ").*");
    private static final Pattern AFTER = Pattern.compile(".*(" + WORDS + "|件|表|书|文)");
    private static final int RUN = 6;

    private final List<Applicant> applicants;
    private final TreeMap<String, List<Applicant>> names = new TreeMap<>();
    private final TreeMap<String, Applicant> identities = new TreeMap<>();
    private final TreeMap<String, Applicant> codes = new TreeMap<>();
    private final Slips slips;

    Whose(List<Applicant> applicants, Slips slips) {
        this.applicants = List.copyOf(applicants);
        this.slips = slips;
        for (var it : applicants) {
            names.computeIfAbsent(Values.nameKey(it.name()), _ -> new ArrayList<>()).add(it);
            codes.put(it.code().toLowerCase(Locale.ROOT), it);
            identities.put(it.idNumber().toUpperCase(Locale.ROOT), it);
        }
    }

    /** By the code, the number or the name that somebody wrote into a list. */
    List<Applicant> called(String text) {
        var number = identities.get(Values.narrow(text).replaceAll("\\s", "").toUpperCase(Locale.ROOT));
        if (number != null) return List.of(number);
        var coded = codes.get(Values.narrow(text).strip().toLowerCase(Locale.ROOT));
        return coded == null ? names.getOrDefault(Values.nameKey(text), List.of()) : List.of(coded);
    }

    Optional<Applicant> of(Scan scan) {
        var strong = new TreeMap<String, Applicant>();
        var named = new TreeSet<String>();
        var strange = new TreeSet<String>();
        var plain = new ArrayList<String>();
        for (var step : scan.name().substring(0, scan.name().length() - scan.base().length() + scan.stem().length()).split("/")) {
            var text = Normalizer.normalize(step, Normalizer.Form.NFKC);
            plain.add(text);
            var number = IDENTITY.matcher(text);
            while (number.find()) {
                var known = identities.get(number.group(1).toUpperCase(Locale.ROOT));
                if (known != null) strong.put(known.code(), known);
                else strange.add(number.group(1));
            }
            var lower = text.toLowerCase(Locale.ROOT);
            codes.forEach((code, it) -> {
                if (coded(lower, code)) strong.put(it.code(), it);
            });
            named.addAll(namesIn(text));
        }
        return decide(scan, strong, named, strange, plain);
    }

    private Optional<Applicant> decide(Scan scan, TreeMap<String, Applicant> strong, TreeSet<String> named, TreeSet<String> strange, List<String> plain) {
        if (strong.size() > 1) return none(Slip.SCAN_SEVERAL, scan, words(List.copyOf(strong.values())));
        if (strong.size() == 1) {
            var one = strong.firstEntry().getValue();
            var other = named.stream().flatMap(it -> names.get(it).stream()).filter(it -> !it.name().equals(one.name())).findFirst();
            if (other.isPresent()) return none(Slip.SCAN_CONFLICT, scan, words(List.of(one)), words(List.of(other.get())));
            return strange.isEmpty() ? Optional.of(one) : none(Slip.SCAN_CONFLICT, scan, words(List.of(one)), strange.first());
        }
        if (named.isEmpty()) {
            var like = applicants.stream().filter(it -> plain.stream().anyMatch(text -> Values.nameKey(text).contains(Values.nameKey(it.name())))).toList();
            return like.isEmpty() ? none(Slip.SCAN_UNMATCHED, scan) : none(Slip.SCAN_UNCERTAIN, scan, words(like));
        }
        var found = named.stream().flatMap(it -> names.get(it).stream()).toList();
        if (found.size() > 1) return none(Slip.SCAN_SEVERAL, scan, words(found));
        return strange.isEmpty() ? Optional.of(found.getFirst()) : none(Slip.SCAN_CONFLICT, scan, words(found), strange.first());
    }

    private Optional<Applicant> none(Slip slip, Scan scan, Object... facts) {
        slips.error(slip, scan.name(), Spot.FILE, "", facts);
        return Optional.empty();
    }

    private static String words(List<Applicant> applicants) {
        return applicants.stream().limit(5).map(it -> it.name() + "（" + it.code() + "）").collect(Collectors.joining("、"));
    }

    /** Codes of one or two characters are too easily a number of something else: only as the whole name. */
    private static boolean coded(String lower, String wanted) {
        if (lower.equals(wanted)) return true;
        if (wanted.length() < 3 || wanted.length() == 3 && wanted.chars().allMatch(c -> c >= '0' && c <= '9')) return false;
        for (int at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            if ((at == 0 || !plainLetter(lower.charAt(at - 1))) && (end == lower.length() || !plainLetter(lower.charAt(end)))) return true;
        }
        return false;
    }

    private static boolean plainLetter(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z';
    }

    /** Keys of names that stand there; of two that begin at one place the longer. */
    private TreeSet<String> namesIn(String text) {
        var found = new TreeSet<String>();
        for (var part : STRONG.split(text)) {
            var atoms = List.of(WEAK.split(part)).stream().map(Values::nameKey).filter(it -> !it.isEmpty()).limit(40).toList();
            for (int from = 0; from < atoms.size(); from++) {
                var longest = longest(atoms, from, found);
                if (longest > 0) from += longest - 1;
                else besideWord(atoms.get(from)).ifPresent(found::add);
            }
        }
        return found;
    }

    private int longest(List<String> atoms, int from, TreeSet<String> found) {
        for (int count = Math.min(RUN, atoms.size() - from); count > 0; count--) {
            var key = String.join("", atoms.subList(from, from + count));
            if (!names.containsKey(key)) continue;
            found.add(key);
            return count;
        }
        return 0;
    }

    /** 张三身份证, 学历证书张三: what is left over must be such a word, or it may be the rest of a longer name. */
    private Optional<String> besideWord(String atom) {
        for (int length = Math.min(atom.length() - 1, 40); length >= 2; length--) {
            var head = atom.substring(0, length);
            if (names.containsKey(head) && BEFORE.matcher(atom.substring(length)).matches()) return Optional.of(head);
            var tail = atom.substring(atom.length() - length);
            if (names.containsKey(tail) && AFTER.matcher(atom.substring(0, atom.length() - length)).matches()) return Optional.of(tail);
        }
        return Optional.empty();
    }

    /** What the document is called, without what says whose it is: experts who must not know see the title. */
    static String title(Scan scan, Applicant applicant, DocumentKind kind) {
        var loose = Values.nameKey(applicant.name()).codePoints().mapToObj(c -> Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining("[\\s\\p{Z}.\u00b7\u2022\u2027\u30fb\uff65]*"));
        var title = Pattern.compile(loose, Pattern.CASE_INSENSITIVE).matcher(Normalizer.normalize(scan.stem(), Normalizer.Form.NFKC)).replaceAll("");
        title = NUMBER.matcher(title.replace(applicant.code(), "")).replaceAll("").replaceAll("\\(\\s*\\)|\\[\\s*]|【\\s*】", "");
        title = Values.visible(title).replaceAll("^[\\s\\p{Z}_+.·、,，的-]+|[\\s\\p{Z}_+.·、,，-]+$", "");
        if (title.codePointCount(0, title.length()) > 200) title = title.substring(0, title.offsetByCodePoints(0, 200));
        return title.codePoints().anyMatch(Character::isLetter) ? title : Dictionary.table("documentKind").find(kind.name().toLowerCase(Locale.ROOT)).orElseThrow().word();
    }

    static Optional<DocumentKind> kind(String name) {
        if (name.matches(".*(申报表|评审表|推荐表|呈报表|简表|综合材料|申请表).*")) return Optional.of(DocumentKind.FORM);
        if (name.matches(".*破格.*")) return Optional.of(DocumentKind.EXCEPTIONAL);
        if (name.matches(".*(转评|转系列).*")) return Optional.of(DocumentKind.TRANSFER);
        if (name.matches(".*(论文|论著|著作|专著|期刊|发表).*")) return Optional.of(DocumentKind.PAPER);
        if (name.matches(".*(获奖|奖状|奖项|奖励|等奖|荣誉).*")) return Optional.of(DocumentKind.AWARD);
        if (name.matches(".*(证书|证件|身份证|学历|学位|聘书|资格|证明|合格|毕业|继续教育|考核|照片|执业).*")) return Optional.of(DocumentKind.CERTIFICATE);
        if (name.matches(".*(项目|业绩|课题|工程|成果|专利|总结|述职|报告).*")) return Optional.of(DocumentKind.PROJECT);
        return Optional.empty();
    }
}
