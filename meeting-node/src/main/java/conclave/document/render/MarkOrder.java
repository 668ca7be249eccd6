package conclave.document.render;

/** What is to stand across a picture of ours, over and over. */
record MarkOrder(String text, Picture picture) {
}
