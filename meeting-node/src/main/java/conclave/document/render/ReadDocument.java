package conclave.document.render;

import conclave.document.text.Reading;
import java.util.Optional;

/**
 * What was read of a document, and what ended the reading before its end. With trouble, what was read before it still
 * stands, and nothing may be concluded from what is missing.
 */
public record ReadDocument(Reading reading, Optional<Trouble> trouble) {
}
