package dev.aisle.privacy.rights.console;

import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.platform.console.Form;
import dev.aisle.privacy.rights.export.PreviewErasure.Preview;
import dev.aisle.privacy.rights.request.domain.CorrectableField;
import dev.aisle.privacy.rights.request.domain.RequestType;
import dev.aisle.privacy.shared.edge.PersonFields;
import dev.aisle.privacy.shared.edge.PersonFields.Choice;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new request.
 *
 * @param key makes the request one, however often the form is sent
 * @param regulations by which a deadline can be counted
 * @param preview what an erasure would remove; {@code null} as long as nobody asked
 */
record ConsoleNewRequest(
        Form form,
        String key,
        List<String> regulations,
        @Nullable Preview preview) {
    static final String PURPOSE = "purpose_";
    static final String CORRECTION = "correct_";
    /** Who takes longer over a form has begun anew. */
    private static final Duration LONGEST_TYPED = Duration.ofDays(1);

    private static final List<String> UNDO_DAYS = List.of("0", "1", "3", "7", "14");

    /** When the form was opened: from then the days count, however often it is sent. */
    public Instant began() {
        return began(form);
    }

    static Instant began(Form form) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try {
            Instant told = Instant.parse(form.value("began"));
            return told.isAfter(now) || told.isBefore(now.minus(LONGEST_TYPED)) ? now : told;
        } catch (DateTimeParseException e) {
            return now;
        }
    }

    public List<Choice> types() {
        return PersonFields.types();
    }

    public List<Choice> kinds() {
        return requestTypes();
    }

    static List<Choice> requestTypes() {
        return Choice.of(
                "privacy_request_",
                Arrays.stream(RequestType.values()).map(RequestType::wireName).toList());
    }

    public List<String> undoDays() {
        return UNDO_DAYS;
    }

    public List<Choice> purposes() {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose != Purpose.NECESSARY)
                .map(purpose -> new Choice(PURPOSE + purpose.wireName(), "privacy_purpose_" + purpose.wireName()))
                .toList();
    }

    public List<Choice> corrections() {
        return Arrays.stream(CorrectableField.values())
                .map(field -> new Choice(
                        CORRECTION + field.fieldName(),
                        "privacy_correct_" + field.fieldName().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** What is wrong with a correction. */
    public @Nullable String correctionError(String field) {
        return form.error("corrections." + field.substring(CORRECTION.length()));
    }

    /** Whether a purpose is ticked. */
    public boolean ticked(String field) {
        return form.value(field).equals("true");
    }

    public boolean objects() {
        return form.value("kind").equals("objection") || form.error("purposes") != null;
    }

    public boolean corrects() {
        return form.value("kind").equals("rectification")
                || form.errors().stream().anyMatch(error -> error.field().startsWith("corrections"));
    }

    /** Everything typed, to be sent again with a yes. */
    public List<Map.Entry<String, String>> typed() {
        return form.values().entrySet().stream()
                .filter(field ->
                        !field.getKey().equals("key") && !field.getKey().equals("sure"))
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }
}
