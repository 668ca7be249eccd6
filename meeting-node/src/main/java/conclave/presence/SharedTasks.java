package conclave.presence;

/**
 * Which of several machines does what, so that as a rule nothing is done twice. What it says may be lost or wrong at any time: whoever
 * does something that another does too comes to the same.
 */
public interface SharedTasks extends AutoCloseable {

    /** For a machine that works by itself. */
    SharedTasks ALONE = new SharedTasks() {
        @Override
        public boolean claim(String task) {
            return true;
        }

        @Override
        public void release(String task) {
            // Nobody waits for it.
        }

        @Override
        public int machines() {
            return 1;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    /** False while another machine does it. */
    boolean claim(String task);

    /** It is done, or given up. */
    void release(String task);

    /** How many work on it at present, this one included. */
    int machines();

    @Override
    void close();
}
