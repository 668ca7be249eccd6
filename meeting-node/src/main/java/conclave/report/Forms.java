package conclave.report;

import java.util.List;
import java.util.Optional;

/** The forms that every result takes with it. What is to be published is not among them: that is made when somebody publishes it. */
public final class Forms {

    private Forms() {
    }

    /** Of a meeting whose package has come in; open or sealed, each form says which. */
    public static List<Form> of(Held held) {
        return List.of(Summary.of(held), Proceedings.of(held), Ballots.of(held), Minutes.of(held), Completeness.of(held), FilingForm.of(held, Optional.empty()));
    }
}
