package dev.aisle.compute.functions;

/** A field of the input can't be used. */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field the field, with dots between levels; empty for the whole line
     * @param message what was expected
     */
    public InvalidInputException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The field, with dots between levels. */
    public String field() {
        return field;
    }
}
