package dev.aisle.privacy.rights.request.domain;

import dev.aisle.privacy.vault.traits.VaultField;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person has told us about itself and can correct. */
public enum CorrectableField {
    /** Where the person lives, as the consent rules know it. */
    JURISDICTION("jurisdiction", null),
    /** The band of the age; an age or a birth date is never kept. */
    AGE_BAND("ageBand", null),
    /** Where a letter goes, and how the person is called: kept in the vault. */
    EMAIL("email", VaultField.EMAIL),
    PHONE("phone", VaultField.PHONE),
    NAME("name", VaultField.NAME),
    LOCALE("locale", VaultField.LOCALE);

    /** All the names. */
    public static final String NAMES =
            Arrays.stream(values()).map(CorrectableField::fieldName).collect(Collectors.joining(", "));

    private final String fieldName;
    private final @Nullable VaultField vaultField;

    CorrectableField(String fieldName, @Nullable VaultField vaultField) {
        this.fieldName = fieldName;
        this.vaultField = vaultField;
    }

    /** Where it is in the vault; empty when it isn't there. */
    public Optional<VaultField> vaultField() {
        return Optional.ofNullable(vaultField);
    }

    /** The place in the vault of a field of that name, if it has one. */
    public static Optional<VaultField> inVault(String name) {
        return ofName(name).flatMap(CorrectableField::vaultField);
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
