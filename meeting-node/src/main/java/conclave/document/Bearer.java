package conclave.document;

/**
 * 阅看人: whose screen a page goes to, and what is burned into their picture of it.
 *
 * @param id of the person: one picture for each
 */
public record Bearer(String id, String text) {

    public Bearer {
        if (text.isBlank()) throw new IllegalArgumentException("a watermark that names nobody");
    }
}
