package conclave.web;

import conclave.codec.Codec;
import conclave.codec.Json;
import conclave.codec.JsonFields;
import conclave.document.PageId;
import conclave.meeting.event.Item;
import conclave.meeting.prepare.Clearance;
import conclave.meeting.prepare.Masking;
import conclave.meeting.prepare.Screeners;
import conclave.node.ScreeningProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** 筛查台: what lies on a screener's desk, for nobody but those who answer for pages. */
final class ScreeningFace {

    /** A screenful of thumbnails; whoever has looked at them asks for the next. */
    private static final int MOST_PAGES = 240;

    private ScreeningFace() {
    }

    static Json ofRoom(Visitor visitor, List<Item.Applicant> applicants, ScreeningProgress progress) {
        boolean required = Clearance.required(visitor.register());
        var count = LaneCount.of(visitor, applicants);
        return count.fields().put("required", required).put("sealed", visitor.meeting().ending().isSealed())
                .orNull("screening", required ? Optional.of(progress) : Optional.empty(), ReleaseFace::screening)
                .orNull("prepared", visitor.hall().rendering().prepared().told(), ReleaseFace::prepared).put("kinds", count.kinds()).list("dossiers", applicants, one -> dossier(visitor, one)).end();
    }

    private static Json dossier(Visitor visitor, Item.Applicant applicant) {
        return LaneCount.of(visitor, List.of(applicant)).fields().put("id", applicant.id().value()).put("code", applicant.code())
                .maybe("name", Heads.name(visitor, applicant)).put("open", visitor.meeting().clearance().open(visitor.register(), applicant.id())).end();
    }

    private record Clean(Item.Applicant applicant, Item.Document document, String plan) {
    }

    /** Documents in which nothing was found, as a grid: of one kind, from one of them on. */
    static Json clean(Visitor visitor, List<Item.Applicant> applicants, String kind, int from) {
        var all = new ArrayList<Clean>();
        for (var applicant : applicants) {
            for (var document : applicant.documents()) {
                var cleared = visitor.meeting().clearance().of(applicant.id(), document);
                if (!document.kind().equalsIgnoreCase(kind) || Lane.of(true, cleared, visitor.id()) != Lane.CLEAN) continue;
                all.add(new Clean(applicant, document, cleared.plan().orElseThrow()));
            }
        }
        var shown = new ArrayList<Clean>();
        int pages = 0;
        for (int i = Math.min(from, all.size()); i < all.size() && (pages == 0 || pages + all.get(i).document().pages() <= MOST_PAGES); i++) {
            shown.add(all.get(i));
            pages += all.get(i).document().pages();
        }
        return new JsonFields().put("total", all.size()).put("from", Math.min(from, all.size())).list("documents", shown, one -> clean(visitor, one)).end();
    }

    private static Json clean(Visitor visitor, Clean one) {
        var leaves = leaves(visitor, one.applicant(), one.document());
        return new JsonFields().put("applicant", one.applicant().id().value()).put("code", one.applicant().code()).maybe("name", Heads.name(visitor, one.applicant()))
                .put("id", one.document().id().value()).put("title", ReleaseFace.title(visitor, one.applicant(), one.document())).put("plan", one.plan())
                .put("leaves", leaves).orNull("covered", covered(visitor, one.plan()), pages -> new Json.Arr(pages)).end();
    }

    /** Boxes page by page, those of form templates mostly; empty while the plan has not come to this server. */
    private static Optional<List<Json>> covered(Visitor visitor, String plan) {
        try {
            return visitor.hall().plans().spots(plan).map(pages -> pages.stream().<Json>map(spots -> new Json.Arr(spots.stream().map(PlanDesk::box).toList())).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The addresses of the pages as they are; nothing in the place of one that cannot be had. */
    private static Json leaves(Visitor visitor, Item.Applicant applicant, Item.Document document) {
        return new Json.Arr(new OpenPages(visitor, applicant).of(document).stream()
                .<Json>map(leaf -> leaf.<Json>map(ScreeningFace::leaf).orElse(Json.Null.NULL)).toList());
    }

    private static Json leaf(PageId id) {
        return new Json.Str(id.value());
    }

    static Json ofDossier(Visitor visitor, Item.Applicant applicant, Words words) {
        var clearance = visitor.meeting().clearance();
        var register = visitor.register();
        return new JsonFields().put("id", applicant.id().value()).put("code", applicant.code()).maybe("name", Heads.name(visitor, applicant))
                .put("specialty", applicant.specialty()).put("required", Clearance.required(register)).put("sealed", visitor.meeting().ending().isSealed())
                .put("open", clearance.open(register, applicant.id()))
                .orNull("override", ReleaseFace.asked(visitor, applicant.id()), one -> ReleaseFace.override(visitor, applicant.id(), one))
                .put("mayOverride", Screeners.toOverride(register, visitor.id(), applicant.id()).isEmpty())
                .put("mayWithdraw", Screeners.toWithdraw(register, visitor.id(), applicant.id()).isEmpty())
                .put("hidden", hidden(visitor, applicant, words))
                .list("documents", applicant.documents(), one -> document(visitor, applicant, one))
                .list("withdrawals", clearance.withdrawalsOf(applicant.id()), one -> ReleaseFace.withdrawal(visitor, applicant.room(), applicant, one)).end();
    }

    private static Json document(Visitor visitor, Item.Applicant applicant, Item.Document document) {
        boolean required = Clearance.required(visitor.register());
        var cleared = visitor.meeting().clearance().of(applicant.id(), document);
        return ReleaseFace.document(visitor, required, applicant, document).put("lane", Codec.name(Lane.of(required, cleared, visitor.id())))
                .put("byHand", cleared.byHand()).put("releases", cleared.releases()).put("leaves", leaves(visitor, applicant, document)).end();
    }

    /** What nobody may read of this person: whoever looks at a scan has to know what to look for. */
    private static Json hidden(Visitor visitor, Item.Applicant applicant, Words words) {
        var policy = visitor.register().description().orElseThrow().policy();
        return new Json.Arr(visitor.hall().faces().application(applicant).facts().entrySet().stream()
                .filter(fact -> Masking.of(policy, fact.getKey()) != Masking.AS_IS)
                .<Json>map(fact -> {
                    var key = Codec.name(fact.getKey());
                    return new JsonFields().put("key", key).put("label", words.say("fact." + key, Map.of())).put("value", fact.getValue()).end();
                }).toList());
    }

    /** A file of which no picture, or a doubtful one, could be made. */
    static Json troubled(Visitor visitor, Item.Applicant applicant, Item.Document document, String trouble, List<Integer> pages) {
        return new JsonFields().put("applicant", applicant.id().value()).put("code", applicant.code()).put("document", document.id().value())
                .put("title", ReleaseFace.title(visitor, applicant, document)).put("kind", document.kind().toLowerCase(Locale.ROOT))
                .put("trouble", trouble).list("pages", pages, page -> new Json.Num(page)).end();
    }
}
