package dev.aisle.privacy.request.usecase;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.consent.domain.ConsentChange;
import dev.aisle.privacy.consent.usecase.RecordConsent;
import dev.aisle.privacy.request.domain.CorrectableField;
import dev.aisle.privacy.shared.domain.ExpectedVersion;
import dev.aisle.privacy.shared.domain.SubjectReference.ByPseudonym;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Corrects what a person has said about itself. Behaviour is a record of what happened and inferences follow from it: those can be
 * erased, restricted or objected to, and the answer says so.
 */
@ApplicationScoped
class CorrectRecord {
    private static final String METHOD = "rectification";

    private final RecordConsent recordConsent;

    CorrectRecord(RecordConsent recordConsent) {
        this.recordConsent = recordConsent;
    }

    /** Corrects what can be; what came of it, by field. */
    String correct(Pseudonym pseudonym, Map<String, String> corrections) {
        String jurisdiction = corrections.get(CorrectableField.JURISDICTION.fieldName());
        AgeBand ageBand = ageBand(corrections.get(CorrectableField.AGE_BAND.fieldName()));
        if (jurisdiction != null || ageBand != null) {
            recordConsent.record(
                    new ByPseudonym(pseudonym),
                    new ConsentChange(jurisdiction, ageBand, null, null, METHOD, Map.of()),
                    ExpectedVersion.ANY,
                    null);
        }
        StringBuilder outcome = new StringBuilder();
        new TreeMap<>(corrections)
                .keySet()
                .forEach(field -> outcome.append(field)
                        .append(
                                CorrectableField.ofName(field).isPresent()
                                        ? ": corrected. "
                                        : ": " + nothingToCorrect()));
        return outcome.toString().strip();
    }

    private static @Nullable AgeBand ageBand(@Nullable String name) {
        return name == null ? null : AgeBand.ofWireName(name);
    }

    private static String nothingToCorrect() {
        return "not kept by these services as something that can be corrected; what was derived from behaviour can be"
                + " erased, restricted or objected to. ";
    }
}
