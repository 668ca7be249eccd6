package conclave.appliance.bench;

import java.util.List;

/** What was sent for a while, and how it was answered. */
interface Load {

    Latencies latencies();

    /** Some of the answers, for a closer look at their receipts. */
    List<Answer> sample();
}
