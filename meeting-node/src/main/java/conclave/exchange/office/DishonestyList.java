package conclave.exchange.office;

import conclave.exchange.IdNumber;
import conclave.exchange.MeetingFile.Applicant;
import conclave.exchange.workbook.CellFinding;
import conclave.exchange.workbook.Spot;
import conclave.exchange.workbook.Workbooks;
import conclave.seal.Digests;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * 失信人员名单, as a workbook or as CSV: name, and the identity number or its SHA-256, so that such a list can travel without the numbers
 * themselves. A hit decides nothing: it is said by name, and people decide.
 */
public final class DishonestyList {

    private static final List<String> NAME = List.of("姓名", "失信人员姓名");
    private static final List<String> NUMBER = List.of("身份证号", "身份证号码", "证件号码", "公民身份号码", "身份证号摘要", "证件号码摘要", "sha256");
    private static final int LARGEST = 64 << 20;
    private static final int LAST_HEADING = 10;

    /** @param digest hex SHA-256 of the identity number, empty where the list has none */
    private record Entry(String place, String name, String digest) {
    }

    private final String file;
    private final List<Entry> entries;

    private DishonestyList(String file, List<Entry> entries) {
        this.file = file;
        this.entries = entries;
    }

    /** The list, or why it cannot be used; half a list would be worse than none. */
    public record Read(Optional<DishonestyList> list, List<OfficeFinding> findings) {
        public Read {
            findings = List.copyOf(findings);
        }
    }

    public int size() {
        return entries.size();
    }

    public static Read read(String file, byte[] bytes) {
        if (bytes.length > LARGEST) return none(file, "list-too-large", "失信名单文件过大。", "请核对是否选错了文件。", "The list is too large; check the file.");
        if (file.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            return ListRows.text(bytes).map(text -> read(file, ListRows.csv(text))).orElseGet(() -> none(file, "list-encoding", "失信名单的文字编码无法识别。", "请另存为 UTF-8 或 GBK 的 CSV，或 .xlsx。",
                    "The encoding of the list is neither UTF-8 nor GBK; save it anew."));
        }
        var opened = Workbooks.read(bytes);
        if (opened.book().isEmpty() || opened.book().get().pages().isEmpty()) {
            return none(file, "list-unreadable", "失信名单打不开。", "请另存为 .xlsx 或 .csv。", "The list does not open; save it anew.");
        }
        return read(file, ListRows.of(opened.book().get().pages().getFirst()));
    }

    private static Read read(String file, List<List<String>> rows) {
        for (int heading = 0; heading < Math.min(LAST_HEADING, rows.size()); heading++) {
            int name = column(rows.get(heading), NAME);
            int number = column(rows.get(heading), NUMBER);
            if (name >= 0 && number >= 0) return entries(file, rows, heading, name, number);
        }
        return none(file, "list-headings", "失信名单没有“姓名”和“身份证号”两列，或行数过多。", "请补上标题行，或分成几个文件。", "The list has no columns 姓名 and 身份证号, or too many rows.");
    }

    private static Read entries(String file, List<List<String>> rows, int heading, int name, int number) {
        var entries = new ArrayList<Entry>();
        var findings = new ArrayList<OfficeFinding>();
        for (int row = heading + 1; row < rows.size(); row++) {
            var called = at(rows.get(row), name);
            var id = Values.narrow(at(rows.get(row), number)).replaceAll("\\s", "");
            var place = "第" + (row + 1) + "行";
            if (called.isEmpty() && id.isEmpty()) continue;
            var digest = digest(id);
            if (digest.isEmpty() && !id.isEmpty()) {
                findings.add(finding(file, true, "list-number", place + "的身份证号不是 18 位号码，也不是 64 位摘要。", "请改正；Excel 会把号码的后几位变成 0，单元格须为文本。",
                        "Row " + (row + 1) + " has neither an identity number nor its digest; correct it."));
            }
            entries.add(new Entry(place, Values.nameKey(called), digest));
        }
        if (findings.stream().anyMatch(OfficeFinding::error)) return new Read(Optional.empty(), findings);
        return new Read(Optional.of(new DishonestyList(file, entries)), findings);
    }

    private static String digest(String id) {
        if (id.matches("[0-9a-fA-F]{64}")) return id.toLowerCase(Locale.ROOT);
        var upper = id.toUpperCase(Locale.ROOT);
        if (IdNumber.valid(upper) || upper.matches("[1-9][0-9]{16}[0-9X]") && !upper.endsWith("000") || upper.matches("[0-9]{15}")) return of(upper);
        return "";
    }

    private static String of(String number) {
        return Digests.hex(Digests.sha256(number.getBytes(StandardCharsets.UTF_8)));
    }

    /** Every applicant who may be meant: the same number, the same name, or both. All are warnings, and none is left out. */
    public List<OfficeFinding> hits(List<Applicant> applicants) {
        var hits = new ArrayList<OfficeFinding>();
        for (var applicant : applicants) {
            var name = Values.nameKey(applicant.name());
            var digest = of(applicant.idNumber().strip().toUpperCase(Locale.ROOT));
            for (var entry : entries) {
                boolean number = entry.digest.equals(digest);
                boolean named = entry.name.equals(name);
                if (number || named) hits.add(hit(applicant, entry, number, named));
            }
        }
        return hits;
    }

    private OfficeFinding hit(Applicant applicant, Entry entry, boolean number, boolean named) {
        var who = "申报人 " + applicant.code() + " " + applicant.name() + " 与失信名单" + entry.place;
        if (number) {
            return finding(file, false, named ? "dishonesty-hit" : "dishonesty-number", who + (named ? "的姓名和身份证号都相同。" : "的身份证号相同，姓名不同。"),
                    "请由办事机构核实，决定是否取消申报资格，并留存依据。", "Applicant " + applicant.code() + " is on the list; people decide what follows.");
        }
        return finding(file, false, "dishonesty-namesake", who + "同名，" + (entry.digest.isEmpty() ? "名单没有身份证号。" : "身份证号不同。"), "请核对是不是同一个人。",
                "Applicant " + applicant.code() + " has the name of somebody on the list; check whether it is the same person.");
    }

    private static int column(List<String> row, List<String> titles) {
        for (int i = 0; i < row.size(); i++) {
            var plain = row.get(i).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
            if (titles.contains(plain)) return i;
        }
        return -1;
    }

    private static String at(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    private static Read none(String file, String rule, String what, String fix, String english) {
        return new Read(Optional.empty(), List.of(finding(file, true, rule, what, fix, english)));
    }

    private static OfficeFinding finding(String file, boolean error, String rule, String what, String fix, String english) {
        return new OfficeFinding(file, new CellFinding(error, rule, Spot.FILE, "", what, fix), english);
    }
}
