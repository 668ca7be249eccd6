package conclave.web;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.meeting.event.Item;
import conclave.meeting.event.PageMark;
import conclave.meeting.prepare.Clearance;
import conclave.meeting.prepare.Cleared;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Predicate;

/** So many documents wait for this or that, and why people are to look at them. */
final class LaneCount {

    private final int[] lanes = new int[Lane.values().length];
    private final TreeMap<String, int[]> clean = new TreeMap<>();
    private int documents;
    private int pages;
    private int pagesLeft;
    private int hits;
    private int near;
    private int doubtful;
    private int imageOnly;
    private int byHand;

    static LaneCount of(Visitor visitor, List<Item.Applicant> applicants) {
        boolean required = Clearance.required(visitor.register());
        var count = new LaneCount();
        for (var applicant : applicants) {
            for (var document : applicant.documents()) {
                var cleared = visitor.meeting().clearance().of(applicant.id(), document);
                count.add(document, cleared, Lane.of(required, cleared, visitor.id()));
            }
        }
        return count;
    }

    private void add(Item.Document document, Cleared cleared, Lane lane) {
        documents++;
        pages += document.pages();
        lanes[lane.ordinal()]++;
        if (lane == Lane.UNSCREENED) pagesLeft += document.pages();
        if (lane == Lane.CLEAN) {
            var kind = clean.computeIfAbsent(document.kind(), _ -> new int[2]);
            kind[0]++;
            kind[1] += document.pages();
        }
        if (lane == Lane.UNSCREENED || lane == Lane.RELEASED) return;
        if (any(cleared, mark -> !mark.hits().isEmpty())) hits++;
        if (any(cleared, mark -> mark.near() > 0)) near++;
        if (any(cleared, PageMark::doubtful)) doubtful++;
        if (any(cleared, PageMark::imageOnly)) imageOnly++;
        if (cleared.byHand()) byHand++;
    }

    private static boolean any(Cleared cleared, Predicate<PageMark> sign) {
        return cleared.marks().stream().anyMatch(sign);
    }

    JsonFields fields() {
        var said = new JsonFields();
        for (var lane : Lane.values()) said.put(Codec.name(lane), lanes[lane.ordinal()]);
        return new JsonFields().put("documents", documents).put("pages", pages).put("pagesLeft", pagesLeft).put("lanes", said.end())
                .put("signs", new JsonFields().put("hits", hits).put("near", near).put("doubtful", doubtful).put("imageOnly", imageOnly).put("byHand", byHand).end());
    }

    /** What can be released in batches, by the kind of document. */
    Json kinds() {
        return new Json.Arr(clean.entrySet().stream().<Json>map(one -> new JsonFields().put("kind", one.getKey().toLowerCase(Locale.ROOT))
                .put("documents", one.getValue()[0]).put("pages", one.getValue()[1]).end()).toList());
    }
}
