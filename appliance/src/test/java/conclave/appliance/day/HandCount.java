package conclave.appliance.day;

import conclave.codec.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a clerk with a pencil would write: the experts' sums added up, divided by how many there are, rounded once at
 * the second place, and to that what the dossier says. Nothing of the program that is tested takes part.
 */
record HandCount(int scores, BigDecimal expert, BigDecimal automatic, BigDecimal bonus, BigDecimal deduction, BigDecimal total) {

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    static HandCount of(List<List<String>> sheets, Json.Obj dossier) {
        var expert = sheets.stream().map(HandCount::sum).reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(new BigDecimal(sheets.size()), 2, RoundingMode.HALF_UP);
        var automatic = sum(dossier.list("automatic").stream().map(points -> ((Json.Obj) points).text("points")).toList());
        var bonus = new BigDecimal(dossier.text("bonus"));
        var deduction = new BigDecimal(dossier.text("deduction"));
        var total = expert.add(automatic).add(bonus).subtract(deduction).min(HUNDRED).max(BigDecimal.ZERO);
        return new HandCount(sheets.size(), expert, automatic, bonus, deduction, total);
    }

    private static BigDecimal sum(List<String> decimals) {
        return decimals.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The six figures of the row, as the table has them after rank and code. */
    List<BigDecimal> figures() {
        return List.of(new BigDecimal(scores), expert, automatic, bonus, deduction, total);
    }
}
