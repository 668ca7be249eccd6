package conclave.main;

import static org.junit.jupiter.api.Assertions.assertEquals;

import conclave.document.screen.Kind;
import conclave.meeting.event.HitKind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The core knows no documents, and yet both speak of the same kinds: what the screening finds has a word in the record. */
class HitKindsTest {

    @Test
    void whatTheScreeningFindsTheRecordCanSay() {
        assertEquals(Stream.of(Kind.values()).map(Kind::name).toList(), Stream.of(HitKind.values()).map(HitKind::name).toList());
    }
}
