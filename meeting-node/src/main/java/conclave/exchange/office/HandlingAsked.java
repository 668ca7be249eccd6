package conclave.exchange.office;

import conclave.exchange.MeetingFile.Handling;
import conclave.exchange.MeetingFile.Kind;
import conclave.exchange.MeetingFile.Policy;
import conclave.exchange.MeetingFile.Reading;
import conclave.exchange.MeetingFile.Watermark;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How the page 会议 wants its material handled: whether it is screened, while when it is read, how its pages are marked. */
final class HandlingAsked {

    private HandlingAsked() {
    }

    static Handling of(Entry page, Kind kind, Policy policy) {
        return new Handling(ScreeningAsked.of(page, kind, policy), chosen(page, "reading", Reading.values()), chosen(page, "watermark", Watermark.values()));
    }

    private static <E extends Enum<E>> Optional<E> chosen(Entry page, String key, E[] all) {
        return page.word(key, false).flatMap(word -> Stream.of(all).filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word.code())).findFirst());
    }
}
