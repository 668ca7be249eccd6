package conclave.meeting.rule;

import conclave.meeting.event.Threshold;
import conclave.meeting.event.Threshold.FewerAgainst;
import conclave.meeting.event.Threshold.Need;
import conclave.meeting.event.Threshold.Prescribed;
import conclave.meeting.event.Threshold.Share;
import java.util.Comparator;
import java.util.List;

/** Whether a threshold can be reached, and cannot be reached by nothing. */
record ThresholdCheck(Notes notes) {

    /** Nobody votes on thousandths. */
    private static final int FINEST = 1_000;

    void check(Threshold threshold, String at) {
        switch (threshold) {
            case Share share -> share(share, at);
            case Prescribed table -> {
                needs(table.needs(), at + ".needs");
                share(table.otherwise(), at + ".otherwise");
            }
            case FewerAgainst fewer -> notes.range(fewer.than(), 1, 1_000, at + ".than");
        }
    }

    void share(Share share, String at) {
        if (share.denominator() <= 0 || share.numerator() <= 0) notes.error("share-of-nothing", at, facts(share));
        else if (share.numerator() > share.denominator() || share.strict() && share.numerator() == share.denominator()) {
            notes.error("share-above-all", at, facts(share));
        } else {
            notes.range(share.denominator(), 1, FINEST, at + ".denominator");
        }
    }

    private static String[] facts(Share share) {
        return new String[] {"numerator", Integer.toString(share.numerator()), "denominator", Integer.toString(share.denominator())};
    }

    private void needs(List<Need> needs, String at) {
        for (int i = 0; i < needs.size(); i++) {
            var need = needs.get(i);
            if (need.of() < 1 || need.needed() < 1 || need.needed() > need.of()) {
                notes.error("need-impossible", at + "[" + i + "]", "of", Integer.toString(need.of()), "needed", Integer.toString(need.needed()));
            }
        }
        var sorted = needs.stream().sorted(Comparator.comparing(Need::of)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            var before = sorted.get(i - 1);
            var need = sorted.get(i);
            if (need.of() == before.of()) notes.error("size-twice", at, "of", Integer.toString(need.of()));
            else if (need.needed() < before.needed()) {
                notes.error("needs-falling", at, "of", Integer.toString(need.of()), "before", Integer.toString(before.of()));
            }
        }
    }
}
