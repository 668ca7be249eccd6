package conclave.view;

/** How far the tables have come: the last line that is in them and the last that has happened; shut when given up. */
public record Standing(long applied, long head, boolean shut) {

    public boolean current() {
        return !shut && applied == head;
    }
}
