package conclave.document;

/** A covered place as screens draw it, in ten-thousandths of the page; its kind by name. */
public record Spot(String kind, int left, int top, int right, int bottom) {
}
