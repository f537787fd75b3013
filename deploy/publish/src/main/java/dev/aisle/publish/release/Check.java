package dev.aisle.publish.release;

/**
 * Something that must be true before there is a version.
 *
 * @param promise what is checked
 * @param kept    whether it is so
 * @param told    what was found, and what to do where it isn't so
 */
record Check(String promise, boolean kept, String told) {
    String line() {
        return (kept ? "  ok    " : "  NOT   ") + promise + (told.isEmpty() ? "" : ": " + told);
    }
}
