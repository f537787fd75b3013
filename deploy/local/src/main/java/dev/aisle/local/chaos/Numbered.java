package dev.aisle.local.chaos;

import java.util.Optional;
import java.util.regex.Pattern;

/** The number of an event, written into its message id: {@code n-person-number}. */
public record Numbered(int person, int number) {
    private static final Pattern FORM = Pattern.compile("n-(\\d{1,9})-(\\d{1,9})");

    /** Of a message id of ours. */
    public static Optional<Numbered> read(String messageId) {
        var match = FORM.matcher(messageId);
        return match.matches()
                ? Optional.of(new Numbered(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
                : Optional.empty();
    }

    /** As the events carry it. */
    public String messageId() {
        return "n-" + person + "-" + number;
    }

    /** The customer number of a person. */
    public static String customer(int person) {
        return "customer-" + person;
    }
}
