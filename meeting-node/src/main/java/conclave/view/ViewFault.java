package conclave.view;

/** The tables cannot answer just now, perhaps because they are being made again. Nothing that counts is lost by it. */
public final class ViewFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    ViewFault(String message, Throwable cause) {
        super(message, cause);
    }
}
