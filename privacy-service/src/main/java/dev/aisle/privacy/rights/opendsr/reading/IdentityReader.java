package dev.aisle.privacy.rights.opendsr.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.privacy.shared.people.SubjectReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads identities (5.3). */
final class IdentityReader {
    private static final String FIELD = "subject_identities";
    private static final int MOST = 20;
    private static final int LONGEST = 500;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

    private IdentityReader() {}

    record Identities(List<SubjectReference> subjects, int unmatchable) {}

    static Identities read(JsonNode identities) {
        WrongField.unless(
                identities.isArray() && !identities.isEmpty() && identities.size() <= MOST,
                FIELD,
                "expected an array of 1 to " + MOST + " identities");
        List<SubjectReference> subjects = new ArrayList<>();
        for (JsonNode identity : identities) {
            reference(identity).forEach(subjects::add);
        }
        return new Identities(subjects, identities.size() - subjects.size());
    }

    private static Stream<SubjectReference> reference(JsonNode identity) {
        String kind = SupportedIdentity.KINDS.get(text(identity, "identity_type"));
        WrongField.unless(kind != null, FIELD + ".identity_type", "supported are those that /v2/discovery lists");
        String value = text(identity, "identity_value");
        String format = text(identity, "identity_format");
        WrongField.unless(value.length() <= LONGEST, FIELD + ".identity_value", "is too long");
        return switch (format) {
            case "raw" -> Stream.of(subject(kind + ":" + value));
            case "sha256" -> {
                WrongField.unless(
                        SHA_256.matcher(value).matches(), FIELD + ".identity_value", "expected 64 hexadecimal digits");
                yield Stream.empty();
            }
            default -> throw new WrongField(FIELD + ".identity_format", "supported are raw and sha256");
        };
    }

    private static SubjectReference subject(String reference) {
        WrongField.unless(
                SubjectReference.problemOf(reference) == null,
                FIELD + ".identity_value",
                "is no identity of this type");
        return SubjectReference.of(reference);
    }

    private static String text(JsonNode identity, String field) {
        JsonNode value = identity.path(field);
        WrongField.unless(value.isTextual(), FIELD + "." + field, "is missing, or no text");
        return value.textValue();
    }

    /** What OpenDSR calls an identity, and what we call it. */
    static final class SupportedIdentity {
        static final Map<String, String> KINDS = Map.of("controller_customer_id", "customer_id", "email", "email");

        private SupportedIdentity() {}
    }
}
