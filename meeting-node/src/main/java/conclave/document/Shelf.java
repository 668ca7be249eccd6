package conclave.document;

/** Where pictures of pages lie: two folders that nothing leads between. */
enum Shelf {
    /** As the pages are, for whoever screens them. */
    SCREENING,
    /** With the masks of a plan that was released, for experts. */
    RELEASED
}
