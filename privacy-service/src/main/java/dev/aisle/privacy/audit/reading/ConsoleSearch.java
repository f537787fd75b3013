package dev.aisle.privacy.audit.reading;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.console.Form;
import dev.aisle.platform.console.Words;
import dev.aisle.platform.problem.Problem.FieldError;
import dev.aisle.privacy.audit.tree.EntryFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the log, as it was typed, and what that means.
 *
 * @param before the entry before which to go on
 */
record ConsoleSearch(Form form, EntryFilter filter, long before) {
    private static final String NAME = "[\\w.:@-]{1,200}";
    private static final String DAY = "(19|20|21)\\d{2}-\\d{2}-\\d{2}";
    private static final List<String> FIELDS = List.of("event", "actor", "service", "subject", "from", "to");

    static ConsoleSearch of(MultivaluedMap<String, String> asked, Words words) {
        Form form = Form.of(asked);
        List<FieldError> errors = new ArrayList<>();
        String subject = checked(form, "subject", Pseudonym::isPseudonym, "privacy_wrong_pseudonym", words, errors);
        String event = checked(form, "event", ConsoleEntry.EVENTS::contains, "privacy_wrong_event", words, errors);
        String actor = checked(form, "actor", text -> text.matches(NAME), "privacy_wrong_actor", words, errors);
        String service =
                checked(form, "service", ConsoleEntry.SERVICES::contains, "privacy_wrong_service", words, errors);
        Instant from = day(form, "from", words, errors);
        Instant to = day(form, "to", words, errors);
        EntryFilter filter =
                new EntryFilter(-1, subject, event, actor, service, from, to == null ? null : to.plusSeconds(86_400));
        return new ConsoleSearch(form.with(errors), filter, before(form.value("before")));
    }

    private static @Nullable String checked(
            Form form,
            String field,
            java.util.function.Predicate<String> good,
            String wrongKey,
            Words words,
            List<FieldError> errors) {
        String text = form.value(field).strip();
        if (text.isEmpty() || good.test(text)) {
            return text.isEmpty() ? null : text;
        }
        errors.add(new FieldError(field, words.say(wrongKey)));
        return null;
    }

    private static @Nullable Instant day(Form form, String field, Words words, List<FieldError> errors) {
        String text = checked(form, field, typed -> typed.matches(DAY), "privacy_wrong_day", words, errors);
        try {
            return text == null
                    ? null
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            errors.add(new FieldError(field, words.say("privacy_wrong_day")));
            return null;
        }
    }

    private static long before(String text) {
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : Long.MAX_VALUE;
    }

    /** Whether anything typed is wrong. */
    boolean wrong() {
        return !form.errors().isEmpty();
    }

    /** The address of what comes before an entry, with the same question. */
    String addressBefore(String path, long leaf) {
        Map<String, String> typed = form.values();
        Stream<String> kept = FIELDS.stream()
                .filter(field -> !form.value(field).isBlank())
                .map(field -> field + "=" + URLEncoder.encode(typed.getOrDefault(field, ""), StandardCharsets.UTF_8));
        return path + "?" + Stream.concat(kept, Stream.of("before=" + leaf)).collect(Collectors.joining("&"));
    }
}
