package conclave.node;

/** Who somebody is, opened from the meeting's sealed record: for those who may know, and never for a log. */
public record Identity(String name, String unit, String code) {

    @Override
    public String toString() {
        return "Identity(not shown)";
    }
}
