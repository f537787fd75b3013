package dev.aisle.privacy.consent.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.privacy.consent.versions.StoredConsents.StoredVersion;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Reads what the log says of stored versions of consents. */
@ApplicationScoped
class LoggedVersions {
    private static final String PURPOSE = "purpose.";

    private final ObjectMapper json;

    LoggedVersions(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The entry of a version in the log, and whether the version says the same.
     *
     * @param hasHash whether its entry holds the hash of the row; an older one says less than everything
     */
    record LoggedVersion(boolean hasHash, boolean agrees) {}

    /** Returns what the entry beside a version says. */
    LoggedVersion of(StoredVersion version) {
        JsonNode facts = read(version.facts());
        String hash = facts.path("row").asText("");
        return hash.isEmpty()
                ? new LoggedVersion(false, agrees(read(version.text()), facts))
                : new LoggedVersion(true, hash.equals(version.hash()));
    }

    /** Returns the receipt that names a version in the log. */
    String receipt(StoredVersion version) {
        return read(version.text()).path("receipt_id").asText();
    }

    private static boolean agrees(JsonNode version, JsonNode facts) {
        JsonNode statements = version.path("statements");
        for (var said : statements.properties()) {
            String stored = said.getValue().path("status").asText();
            String logged = facts.path(PURPOSE + said.getKey()).asText();
            boolean ended = logged.equals("expired") && stored.startsWith("grant");
            if (!logged.equals(stored) && !ended) {
                return false;
            }
        }
        return facts.properties().stream()
                        .map(fact -> fact.getKey())
                        .filter(fact -> fact.startsWith(PURPOSE))
                        .allMatch(fact -> statements.has(fact.substring(PURPOSE.length())))
                && version.path("version").asText().equals(facts.path("version").asText())
                && isSame(version, "method", facts, "method")
                && isSame(version, "notice_version", facts, "notice")
                && isSame(version, "jurisdiction", facts, "jurisdiction");
    }

    private static boolean isSame(JsonNode version, String column, JsonNode facts, String fact) {
        String logged = facts.path(fact).asText();
        return logged.equals("withheld") || logged.equals(version.path(column).asText());
    }

    private JsonNode read(@Nullable String text) {
        try {
            return json.readTree(text == null ? "{}" : text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database writes JSON that can be read", e);
        }
    }
}
