package conclave.document.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that reading one document brought to light.
 *
 * @param pages how many the document has; 1 for text that has no pages before it is printed
 * @param texts up to three a page, in its order; without runs where the text has no places
 * @param needsOcr the pages whose text layer is not all there is, and why
 */
public record Reading(int pages, List<PageText> texts, List<HiddenText> hidden,
        SortedMap<Integer, Set<NeedsOcr>> needsOcr, Set<Unread> unread) {

    public Reading {
        texts = List.copyOf(texts);
        hidden = List.copyOf(hidden);
        needsOcr = Collections.unmodifiableSortedMap(new TreeMap<>(needsOcr));
        unread = unread.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(unread));
    }

    public Reading with(Unread what) {
        var more = EnumSet.of(what);
        more.addAll(unread);
        return new Reading(pages, texts, hidden, needsOcr, more);
    }

    /**
     * This reading of an office file, with the pages that were made of it: their text has places. What the file says
     * and none of its pages shows, because it lies outside of the printed area or behind something, is hidden.
     */
    public Reading onPages(Reading printed) {
        var all = new ArrayList<>(hidden);
        var unshown = Unprinted.of(texts, printed.texts);
        unshown.ifPresent(text -> all.add(new HiddenText(HidingPlace.NOT_PRINTED, 0, text)));
        var both = EnumSet.noneOf(Unread.class);
        both.addAll(unread);
        both.addAll(printed.unread);
        return new Reading(printed.pages, printed.texts, all, printed.needsOcr, both);
    }

    public static Reading of(List<Found> found) {
        int pages = 1;
        var texts = new ArrayList<PageText>();
        var hidden = new ArrayList<HiddenText>();
        var needsOcr = new TreeMap<Integer, Set<NeedsOcr>>();
        var unread = EnumSet.noneOf(Unread.class);
        for (var one : found) {
            switch (one) {
                case Found.Pages(int count) -> pages = count;
                case Found.Layer(PageText text) -> texts.add(text);
                case Found.Hidden(HiddenText text) -> hidden.add(text);
                case Found.Doubtful(int page, NeedsOcr reason) -> needsOcr.computeIfAbsent(page, _ -> EnumSet.noneOf(NeedsOcr.class)).add(reason);
                case Found.Missing(Unread what) -> unread.add(what);
                case Found.Working() -> { }
            }
        }
        return new Reading(pages, texts, hidden, needsOcr, unread);
    }
}
