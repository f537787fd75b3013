package dev.aisle.privacy.request.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person has told us about itself and can correct. */
public enum CorrectableField {
    /** Where the person lives, as the consent rules know it. */
    JURISDICTION("jurisdiction"),
    /** The band of the age; an age or a birth date is never kept. */
    AGE_BAND("ageBand");

    /** All the names. */
    public static final String NAMES =
            Arrays.stream(values()).map(CorrectableField::fieldName).collect(Collectors.joining(", "));

    private final String fieldName;

    CorrectableField(String fieldName) {
        this.fieldName = fieldName;
    }

    /** The name in requests. */
    public String fieldName() {
        return fieldName;
    }

    /** The field of that name, if there is one. */
    public static Optional<CorrectableField> ofName(String name) {
        return Arrays.stream(values())
                .filter(field -> field.fieldName.equals(name))
                .findFirst();
    }
}
