package conclave.exchange.workbook;

import conclave.meeting.rule.sheet.Finding;
import conclave.meeting.rule.sheet.FindingWords;
import java.util.List;
import java.util.Locale;

/** What the rules say about a sheet, said about the cells that it was read from. */
final class SheetFindings {

    /** Where a part could not be read, sums over the whole say nothing. */
    private static final List<Finding.Code> OF_SUMS = List.of(Finding.Code.CANNOT_REACH, Finding.Code.ABOVE_MAX, Finding.Code.COUNTED_TOGETHER,
            Finding.Code.WEIGHTS_NOT_ONE, Finding.Code.EXPERTS_MISSING, Finding.Code.INDICATORS_MISSING, Finding.Code.CHILDREN_MISSING);

    /** And where a field or a chart could not be read, its absence is no news. */
    private static final List<Finding.Code> OF_NAMES = List.of(Finding.Code.UNKNOWN_FIELD, Finding.Code.UNKNOWN_CHART, Finding.Code.UNKNOWN_LIST,
            Finding.Code.FIELD_TYPE, Finding.Code.CHART_MISSES, Finding.Code.EXPRESSION, Finding.Code.UNKNOWN_CHOICE, Finding.Code.CHOICES_MISSING,
            Finding.Code.LIST_WITHOUT_FIELDS, Finding.Code.CHART_EMPTY);

    private SheetFindings() {
    }

    static void add(List<Finding> found, Book book, Places places, Remarks remarks) {
        var unread = remarks.errors();
        var unnamed = remarks.troubled(Layout.FIELDS.page()) || remarks.troubled(Layout.CHARTS.page());
        for (var finding : found) {
            var spot = places.spot(finding.place());
            var follows = unread && OF_SUMS.contains(finding.code()) || unnamed && OF_NAMES.contains(finding.code()) || remarks.lineTroubled(spot);
            if (!follows) remarks.add(at(finding, spot, book.text(spot)));
        }
    }

    static CellFinding at(Finding finding, Spot spot, String value) {
        var where = FindingWords.where(finding.place());
        var sentence = FindingWords.sentence(finding);
        var said = sentence.substring(sentence.indexOf(where) + where.length() + 1);
        var fix = said.lastIndexOf("，请");
        return new CellFinding(finding.error(), finding.code().name().toLowerCase(Locale.ROOT).replace('_', '-'), spot, value,
                where + "：" + (fix < 0 ? said : said.substring(0, fix) + "。"), fix < 0 ? "请改正后重新检查。" : said.substring(fix + 1));
    }
}
