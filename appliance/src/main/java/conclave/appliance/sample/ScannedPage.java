package conclave.appliance.sample;

/** One page as the scanner gave it: a JPEG, and what a reader would find in its head. */
record ScannedPage(byte[] jpeg, int width, int height, boolean colour) {
}
