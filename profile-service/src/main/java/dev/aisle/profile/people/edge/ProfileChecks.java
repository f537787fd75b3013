package dev.aisle.profile.people.edge;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a read; both protocols ask the same questions. */
final class ProfileChecks {
    static final int MOST = 500;

    private final List<FieldError> errors = new ArrayList<>();

    List<FieldError> errors() {
        return errors;
    }

    void refuse(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    void pseudonym(String field, @Nullable String pseudonym) {
        if (pseudonym == null || !Pseudonym.isPseudonym(pseudonym)) {
            refuse(field, "expected p1.<keyId>.<32 characters of base64url>");
        }
    }

    void pseudonyms(String field, @Nullable Collection<? extends @Nullable String> pseudonyms) {
        if (pseudonyms == null || pseudonyms.isEmpty() || pseudonyms.size() > MOST) {
            refuse(field, "expected 1 to " + MOST + " pseudonyms");
            return;
        }
        int place = 0;
        for (String pseudonym : pseudonyms) {
            pseudonym(field + "[" + place++ + "]", pseudonym);
        }
    }

    /** The purpose of a read; null when none is named. */
    @Nullable
    Purpose purpose(String field, Purpose purpose) {
        return switch (purpose) {
            case PURPOSE_UNSPECIFIED -> null;
            case ANALYTICS, PERSONALIZATION -> purpose;
            default -> {
                refuse(field, "profiles are read for analytics or personalization");
                yield null;
            }
        };
    }

    /** The same by its name on the wire. */
    @Nullable
    Purpose purpose(String field, @Nullable String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        for (Purpose purpose : List.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION)) {
            if (purpose.name().toLowerCase(Locale.ROOT).equals(name)) {
                return purpose;
            }
        }
        refuse(field, "expected analytics or personalization");
        return null;
    }
}
