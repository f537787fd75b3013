package dev.aisle.privacy.rights.request.usecase;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.consent.statements.RecordConsent;
import dev.aisle.privacy.consent.versions.ConsentChange;
import dev.aisle.privacy.rights.request.domain.CorrectableField;
import dev.aisle.privacy.shared.calls.ExpectedVersion;
import dev.aisle.privacy.shared.people.SubjectReference.ByPseudonym;
import dev.aisle.privacy.vault.traits.CorrectTraits;
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
    private final CorrectTraits correctTraits;

    CorrectRecord(RecordConsent recordConsent, CorrectTraits correctTraits) {
        this.recordConsent = recordConsent;
        this.correctTraits = correctTraits;
    }

    /** Corrects what can be; what came of it, by field. Values of the vault come sealed. */
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
                .forEach((field, value) -> outcome.append(field).append(": ").append(outcome(pseudonym, field, value)));
        return outcome.toString().strip();
    }

    private String outcome(Pseudonym pseudonym, String field, String value) {
        if (CorrectableField.ofName(field).isEmpty()) {
            return nothingToCorrect();
        }
        boolean done = CorrectableField.inVault(field)
                .map(kept -> correctTraits.correct(pseudonym, kept, value))
                .orElse(true);
        return done ? "corrected. " : "not corrected: the key of this person has changed meanwhile; please ask again. ";
    }

    private static @Nullable AgeBand ageBand(@Nullable String name) {
        return name == null ? null : AgeBand.ofWireName(name);
    }

    private static String nothingToCorrect() {
        return "not kept by these services as something that can be corrected; what was derived from behaviour can be"
                + " erased, restricted or objected to. ";
    }
}
