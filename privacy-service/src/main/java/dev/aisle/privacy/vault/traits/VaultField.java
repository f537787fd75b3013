package dev.aisle.privacy.vault.traits;

import dev.aisle.algorithms.privacy.IdentifierType;
import dev.aisle.algorithms.privacy.InvalidIdentifierException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the vault keeps of a person, and nothing else. */
public enum VaultField {
    EMAIL("email", IdentifierType.EMAIL, false),
    PHONE("phone", IdentifierType.PHONE, false),
    CUSTOMER_ID("customerId", IdentifierType.CUSTOMER_ID, false),
    DEVICE_IDS("deviceIds", IdentifierType.DEVICE_ID, true),
    ANONYMOUS_IDS("anonymousIds", IdentifierType.ANONYMOUS_ID, true),
    NAME("name", null, false),
    LOCALE("locale", null, false);

    /** All the names, for an answer to somebody who sent another. */
    public static final String NAMES =
            Arrays.stream(values()).map(VaultField::wireName).collect(Collectors.joining(", "));

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final int LONGEST = 254;

    private final String wireName;
    private final @Nullable IdentifierType identifier;
    private final boolean many;

    VaultField(String wireName, @Nullable IdentifierType identifier, boolean many) {
        this.wireName = wireName;
        this.identifier = identifier;
        this.many = many;
    }

    /** The name in bodies and in the database. */
    public String wireName() {
        return wireName;
    }

    /** Whether there may be several. */
    public boolean many() {
        return many;
    }

    /** The kind of identifier that a pseudonym can be made of; empty for a mere trait. */
    public Optional<IdentifierType> identifier() {
        return Optional.ofNullable(identifier);
    }

    /** The field of that name, if there is one. */
    public static Optional<VaultField> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(field -> field.wireName.equals(name))
                .findFirst();
    }

    /** What is wrong with a value, without repeating it; {@code null} when nothing is. */
    public @Nullable String problemOf(String value) {
        if (value.isBlank() || value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            return "expected 1 to " + LONGEST + " characters and no control character";
        }
        if (identifier != null) {
            return problemOf(identifier, value);
        }
        return this == LOCALE && !LANGUAGE.matcher(value).matches() ? "expected a language tag such as de-DE" : null;
    }

    private static @Nullable String problemOf(IdentifierType type, String value) {
        try {
            type.normalise(value);
            return null;
        } catch (InvalidIdentifierException e) {
            return e.getMessage();
        }
    }
}
