package conclave.meeting.event;

/** One thing that an amendment (变更单) changes. Whoever applies already is given whole, as they are to be from then on. */
public sealed interface Change {

    Item.Applicant applicant();

    /** 补充申报人: somebody who comes late. */
    record LateApplicant(Item.Applicant applicant) implements Change {
    }

    /**
     * 更正申报材料: files replaced, added or taken out, facts corrected.
     *
     * @param version of the dossier that is changed; made for another, nothing is changed
     */
    record ChangedDossier(int version, Item.Applicant applicant) implements Change {
    }
}
