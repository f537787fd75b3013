package dev.aisle.algorithms.privacy.signals;

import java.util.Arrays;

/** A field of a section for the United States. */
public enum OptOut {
    /** The field doesn't apply. */
    NOT_APPLICABLE(0, '-'),
    /** The person opted out. */
    OPTED_OUT(1, 'Y'),
    /** The person was asked and didn't opt out. */
    NOT_OPTED_OUT(2, 'N');

    private final int number;
    private final char letter;

    OptOut(int number, char letter) {
        this.number = number;
        this.letter = letter;
    }

    /** The number in a section. */
    public int number() {
        return number;
    }

    static OptOut ofNumber(int number) {
        return Arrays.stream(values())
                .filter(value -> value.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an opt-out is 0, 1 or 2"));
    }

    /** The letter of a USPrivacy string. */
    static OptOut ofLetter(char letter) {
        return Arrays.stream(values())
                .filter(value -> value.letter == letter)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an opt-out is -, Y or N"));
    }
}
