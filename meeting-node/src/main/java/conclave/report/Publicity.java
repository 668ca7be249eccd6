package conclave.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 公示名单: who passed, with what the public may know and nothing else. No points, no ranks, no votes, no codes, nobody who did not pass,
 * nothing of the experts, no line that leads back into the record.
 */
public final class Publicity {

    private Publicity() {
    }

    /** Nothing where nobody is named here, or where the meeting was only rehearsed: such a list could be taken for one. */
    public static Optional<Form> of(Held held, Optional<Period> period) {
        if (!held.roll().named() || held.end().ending().sealedAt().isEmpty() || held.end().intake().meeting().orElseThrow().rehearsal()) {
            return Optional.empty();
        }
        var about = new ArrayList<String>();
        about.add(held.about().title() + "评审工作已经结束。现将评审通过人员名单予以公示。");
        about.add(period.map(Period::said).orElse("公示期：自　　　　年　　月　　日起，不少于" + Period.FEWEST + "个工作日。"));
        about.add("公示期间如有异议，请以书面形式实名向" + held.about().organizer() + "反映，并提供相关证据。");
        var heads = List.of(Head.word("序号", 6), Head.text("姓名", 20), Head.text("工作单位", 34), Head.text("申报专业", 18), Head.text("评审职称", 18));
        var rows = new ArrayList<List<Value>>();
        for (var applicant : held.applicants()) {
            var face = held.face(applicant.id());
            if (face.isEmpty() || !Outcome.of(held, applicant).passed()) continue;
            rows.add(List.of(Value.of(rows.size() + 1), Value.of(face.get().name()), Value.of(face.get().unit()), Value.of(face.get().specialty()),
                    Value.of(face.get().rank())));
        }
        about.add("通过人数：" + rows.size());
        return Optional.of(new Form("publicity", "评审通过人员公示名单", about, List.of(new Part.Grid("", heads, rows)),
                List.of(held.about().organizer() + "（盖章）", "日期"), ""));
    }
}
