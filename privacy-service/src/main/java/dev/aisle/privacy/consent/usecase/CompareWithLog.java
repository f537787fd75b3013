package dev.aisle.privacy.consent.usecase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.privacy.audit.domain.Coverage;
import dev.aisle.privacy.audit.domain.Finding;
import dev.aisle.privacy.audit.domain.Finding.What;
import dev.aisle.privacy.audit.usecase.CoveredRows;
import dev.aisle.privacy.consent.store.StoredConsents;
import dev.aisle.privacy.consent.store.StoredConsents.MissingVersion;
import dev.aisle.privacy.consent.store.StoredConsents.StoredVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compares every stored version of consents with its entry in the audit log, and every entry with its version. */
@ApplicationScoped
class CompareWithLog implements CoveredRows {
    private static final int PAGE = 2_000;
    private static final String NO_HASH = "";

    private final StoredConsents consents;
    private final ObjectMapper json;

    CompareWithLog(StoredConsents consents, ObjectMapper json) {
        this.consents = consents;
        this.json = json;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Coverage compare(Consumer<Finding> found) {
        consents.inUtc();
        Comparison comparison = new Comparison(found);
        long after = Long.MIN_VALUE;
        for (List<StoredVersion> page = consents.page(after, PAGE);
                !page.isEmpty();
                page = consents.page(after, PAGE)) {
            page.forEach(comparison::add);
            after = page.getLast().id();
        }
        missing(found);
        return comparison.coverage();
    }

    private void missing(Consumer<Finding> found) {
        for (MissingVersion one : consents.missing(-1, PAGE)) {
            found.accept(Finding.ofConsent(
                    What.CONSENT_DELETED,
                    one.leaf(),
                    one.pseudonym(),
                    one.version(),
                    "version " + one.version() + " of this entry isn't stored any more"));
        }
    }

    /** One pass over the versions in the order in which they were stored. */
    private final class Comparison {
        private final Consumer<Finding> found;
        private long covered;
        private long partly;
        private long uncovered;

        Comparison(Consumer<Finding> found) {
            this.found = found;
        }

        Coverage coverage() {
            return new Coverage(covered, partly, uncovered);
        }

        void add(StoredVersion version) {
            if (version.leaf() == null) {
                withoutEntry(version);
            } else {
                beside(version, version.leaf(), read(version.facts()));
            }
        }

        /** Once versions have a hash in the log, each later one has an entry. */
        private void withoutEntry(StoredVersion version) {
            if (covered > 0 && !version.waiting()) {
                tell(What.CONSENT_UNLOGGED, Finding.NO_LEAF, version, " has no entry in the log");
            } else {
                uncovered++;
            }
        }

        private void beside(StoredVersion version, long leaf, JsonNode facts) {
            String hash = facts.path("row").asText(NO_HASH);
            if (hash.isEmpty()) {
                partly++;
            } else {
                covered++;
            }
            if (!version.named()) {
                tell(What.CONSENT_REASSIGNED, leaf, version, " stands under somebody whom the entry isn't about");
            } else if (hash.isEmpty() ? !agrees(read(version.text()), facts) : !hash.equals(version.hash())) {
                tell(What.CONSENT_EDITED, leaf, version, " isn't stored as the entry has it");
            }
        }

        private void tell(What what, long leaf, StoredVersion version, String detail) {
            found.accept(Finding.ofConsent(
                    what, leaf, version.pseudonym(), version.version(), "version " + version.version() + detail));
        }
    }

    /** Whether a version says what an entry without a hash says: less than everything. */
    private static boolean agrees(JsonNode version, JsonNode facts) {
        for (var said : version.path("statements").properties()) {
            String stored = said.getValue().path("status").asText();
            String logged = facts.path("purpose." + said.getKey()).asText();
            boolean ended = logged.equals("expired") && stored.startsWith("grant");
            if (!logged.equals(stored) && !ended) {
                return false;
            }
        }
        return version.path("version").asText().equals(facts.path("version").asText())
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
