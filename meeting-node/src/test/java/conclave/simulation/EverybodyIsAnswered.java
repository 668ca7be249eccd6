package conclave.simulation;

import java.util.List;

/** When the weather has cleared, nobody waits any more, and every node has read everything. */
final class EverybodyIsAnswered implements Invariant {

    private static final int MOST_STEPS = 60_000;

    private final List<Person> people;

    EverybodyIsAnswered(List<Person> people) {
        this.people = people;
    }

    @Override
    public void holds(Scene scene) {
        Violation.unless(scene.agenda().steps() < MOST_STEPS, this, "after " + MOST_STEPS + " steps there is still no rest");
    }

    @Override
    public void holdsAtTheEnd(Scene scene) {
        for (var person : people) Violation.unless(person.atRest(), this, person.id.value() + " still waits");
        for (var station : scene.kit().all()) {
            Violation.unless(station.serves(scene.log().size()), this, station.name + " does not serve, or has not read everything");
        }
    }
}
