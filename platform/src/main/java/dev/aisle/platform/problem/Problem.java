package dev.aisle.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document.
 *
 * @param type a URI reference that names the kind of problem: {@code /problems/unknown-purpose}
 * @param title the kind of problem in a few words, the same for each occurrence
 * @param status the HTTP status
 * @param detail what is wrong here and how to mend it; no identifier
 * @param errors the fields that are wrong, when fields are
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, @Nullable String detail, List<FieldError> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One wrong field.
     *
     * @param field as the client wrote it: {@code decisions.personalization}
     * @param message what is expected there
     * @param pointer where it stands in a JSON body: {@code #/lines/0/price}; null elsewhere
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldError(
            String field, String message, @Nullable String pointer) {
        public FieldError(String field, String message) {
            this(field, message, null);
        }
    }

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem of a kind: {@code of("unknown-purpose", 422, …)} has the type {@code /problems/unknown-purpose}. */
    public static Problem of(String kind, int status, @Nullable String detail, FieldError... errors) {
        return new Problem("/problems/" + kind, titleOf(kind), status, detail, List.of(errors));
    }

    private static String titleOf(String kind) {
        String words = kind.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
