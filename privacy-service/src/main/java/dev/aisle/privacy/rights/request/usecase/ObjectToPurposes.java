package dev.aisle.privacy.rights.request.usecase;

import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.privacy.consent.statements.RecordConsent;
import dev.aisle.privacy.consent.versions.ConsentChange;
import dev.aisle.privacy.shared.calls.ExpectedVersion;
import dev.aisle.privacy.shared.people.SubjectReference.ByPseudonym;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An objection is a refusal of its purposes, recorded like any other word of the person. */
@ApplicationScoped
class ObjectToPurposes {
    private static final String METHOD = "objection";

    private final RecordConsent recordConsent;

    ObjectToPurposes(RecordConsent recordConsent) {
        this.recordConsent = recordConsent;
    }

    /** Refuses them; what came of it. */
    String object(Pseudonym pseudonym, List<Purpose> purposes) {
        Map<Purpose, ExplicitStatus> refused = new EnumMap<>(Purpose.class);
        purposes.forEach(purpose -> refused.put(purpose, ExplicitStatus.DENY));
        recordConsent.record(
                new ByPseudonym(pseudonym),
                new ConsentChange(null, null, null, null, METHOD, refused),
                ExpectedVersion.ANY,
                null);
        return "Refused from now on: "
                + purposes.stream().map(Purpose::wireName).sorted().collect(Collectors.joining(", ")) + ".";
    }
}
