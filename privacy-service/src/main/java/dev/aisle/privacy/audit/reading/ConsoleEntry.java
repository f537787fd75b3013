package dev.aisle.privacy.audit.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.platform.console.Words;
import dev.aisle.privacy.audit.tree.FoundEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log as a page shows it.
 *
 * @param name what happened, in words
 * @param event what happened, as it stands in the log
 * @param subject the pseudonym; {@code null} when it is about nobody or that person was erased
 * @param aboutSomebody whether it is about a person at all
 * @param facts what else it says, in the order of the names
 */
record ConsoleEntry(
        long leaf,
        @Nullable Instant at,
        String name,
        String event,
        String actor,
        @Nullable String subject,
        boolean aboutSomebody,
        List<Fact> facts) {
    /** All that can have happened, as it stands in the log. */
    static final List<String> EVENTS = List.of(
            "access.refused",
            "ad.changed",
            "allocation.changed",
            "archive.changed",
            "article.changed",
            "audience.changed",
            "audience.exported",
            "audit.searched",
            "breach.reported",
            "campaign.changed",
            "check.changed",
            "consent.adopted",
            "consent.all-covered",
            "consent.changed",
            "consent.covered",
            "consent.moved",
            "consent.read",
            "consent.recorded",
            "consent.withdrawn",
            "count.noised",
            "count.over-budget",
            "count.repeated",
            "count.told",
            "count.withheld",
            "coupon.changed",
            "dsr.cancelled",
            "dsr.completed",
            "dsr.extended",
            "dsr.receipt",
            "dsr.received",
            "dsr.verified",
            "encoder.changed",
            "example.changed",
            "experiment.changed",
            "figures.taken",
            "flag.changed",
            "hold.lifted",
            "hold.set",
            "holdout.changed",
            "key.changed",
            "message.changed",
            "model.changed",
            "notice.published",
            "person.looked-up",
            "person.read",
            "profile.read",
            "pseudonyms.retired",
            "pseudonyms.rotation",
            "rates.changed",
            "replay.changed",
            "request.changed",
            "schema.changed",
            "segment.changed",
            "subject.forgotten",
            "training.changed",
            "vault.ads-joined",
            "vault.ads-left",
            "vault.changed",
            "vault.read",
            "vault.resolved",
            "vault.rotation");

    /** Where something can have been done. */
    static final List<String> SERVICES = List.of(
            "campaign-service", "event-ingest-service", "privacy-service", "profile-service", "recommender-service");

    /** A fact of an entry. */
    record Fact(String name, String value) {}

    /** An event and what it is called. */
    record Named(String event, String name) {}

    static List<Named> events(Words words) {
        return EVENTS.stream()
                .map(event -> new Named(event, name(event, words)))
                .toList();
    }

    static ConsoleEntry of(FoundEntry found, ObjectMapper json, Words words) {
        JsonNode entry = read(found.leaf().entry(), json);
        Map<String, String> facts = new TreeMap<>();
        entry.path("data")
                .properties()
                .forEach(field -> facts.put(field.getKey(), field.getValue().asText()));
        String event = entry.path("event").asText();
        return new ConsoleEntry(
                found.leaf().index(),
                moment(entry.path("at").asText()),
                name(event, words),
                event,
                entry.path("actor").asText(),
                found.subject(),
                entry.hasNonNull("subject"),
                facts.entrySet().stream()
                        .map(fact -> new Fact(fact.getKey(), fact.getValue()))
                        .toList());
    }

    private static String name(String event, Words words) {
        String key = "privacy_event_" + event.replaceAll("[.-]", "_").toLowerCase(Locale.ROOT);
        return words.knows(key) ? words.say(key) : event;
    }

    private static JsonNode read(String text, ObjectMapper json) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            // Somebody changed the row by hand; the page must show the others all the same.
            return json.createObjectNode();
        }
    }

    private static @Nullable Instant moment(String text) {
        return text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{6}Z") ? Instant.parse(text) : null;
    }
}
