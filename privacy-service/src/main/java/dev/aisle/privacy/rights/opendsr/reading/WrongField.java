package dev.aisle.privacy.rights.opendsr.reading;

/** Ends the reading of a body at the first field that is wrong. Never leaves the package. */
final class WrongField extends RuntimeException {
    private final String field;
    private final String words;

    WrongField(String field, String words) {
        super(field + ": " + words, null, false, false);
        this.field = field;
        this.words = words;
    }

    String field() {
        return field;
    }

    String words() {
        return words;
    }

    static void unless(boolean right, String field, String words) {
        if (!right) {
            throw new WrongField(field, words);
        }
    }
}
