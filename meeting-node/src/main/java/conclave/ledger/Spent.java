package conclave.ledger;

/**
 * Nothing is wrong with the records, but this process can no longer go on with them: it slept, or it reads nothing any
 * more. It acknowledges nothing from now on, ends, and is started again.
 */
public class Spent extends Broken {
    private static final long serialVersionUID = 1L;

    public Spent(String reason) {
        super(reason);
    }
}
