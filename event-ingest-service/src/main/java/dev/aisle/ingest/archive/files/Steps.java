package dev.aisle.ingest.archive.files;

/** The moments between which a process may die; tests let it die at each of them. */
@FunctionalInterface
public interface Steps {
    /** Nobody looks. */
    Steps UNWATCHED = step -> {};

    /** A moment of writing a file. */
    enum Step {
        SPOOLED,
        CONVERTED,
        DURABLE,
        IN_PLACE,
        DONE
    }

    void reached(Step step);
}
