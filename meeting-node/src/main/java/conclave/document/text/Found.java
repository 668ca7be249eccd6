package conclave.document.text;

/** One thing that reading a document brings to light, in the order in which it does. */
public sealed interface Found {

    /** @param count how many pages the document has; 1 where it has none before it is printed */
    record Pages(int count) implements Found {
    }

    record Layer(PageText text) implements Found {
    }

    record Hidden(HiddenText text) implements Found {
    }

    record Doubtful(int page, NeedsOcr reason) implements Found {
    }

    record Missing(Unread what) implements Found {
    }

    /** Nothing new, but reading goes on. */
    record Working() implements Found {
    }
}
