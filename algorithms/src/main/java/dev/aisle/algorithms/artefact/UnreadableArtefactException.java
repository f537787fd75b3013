package dev.aisle.algorithms.artefact;

/** A file that isn't the model that was asked for. The message names the file, what was expected and what was found. */
public final class UnreadableArtefactException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String expected;
    private final String found;

    UnreadableArtefactException(String file, String reason, Object expected, Object found) {
        super(file + ": " + reason + "; expected " + expected + ", found " + found);
        this.file = file;
        this.expected = String.valueOf(expected);
        this.found = String.valueOf(found);
    }

    /** The file. */
    public String file() {
        return file;
    }

    /** What a readable file would have had. */
    public String expected() {
        return expected;
    }

    /** What this one has. */
    public String found() {
        return found;
    }
}
