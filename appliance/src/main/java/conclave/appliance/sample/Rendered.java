package conclave.appliance.sample;

/** A finished PDF. */
record Rendered(byte[] bytes, int pages) {
}
