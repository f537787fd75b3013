package dev.aisle.privacy.consent.statements;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.consent.Consent;
import dev.aisle.privacy.consent.topic.ConsentStates;
import dev.aisle.privacy.consent.versions.ConsentRepository;
import dev.aisle.privacy.consent.versions.FenceRepository;
import dev.aisle.privacy.shared.datamap.WhatStays;
import dev.aisle.privacy.shared.datamap.WhatStays.Stay;
import dev.aisle.privacy.shared.people.ErasedSubjectRepository;
import dev.aisle.privacy.shared.people.LegalHoldRepository;
import dev.aisle.privacy.shared.people.LegalHoldRow;
import dev.aisle.privacy.shared.people.SubjectReference.ByPseudonym;
import dev.aisle.privacy.shared.people.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads what stays of a subject, and why, from the state that the services decide by. Of an erased one it is in the same form. */
@ApplicationScoped
public class ReadStays {
    private final ConsentRepository consents;
    private final FenceRepository fences;
    private final ConsentStates states;
    private final ErasedSubjectRepository erased;
    private final LegalHoldRepository holds;
    private final Subjects subjects;
    private final Duration keptFor;

    ReadStays(
            ConsentRepository consents,
            FenceRepository fences,
            ConsentStates states,
            ErasedSubjectRepository erased,
            LegalHoldRepository holds,
            Subjects subjects,
            @ConfigProperty(name = "aisle.withdrawn.kept-for", defaultValue = "30d") Duration keptFor) {
        this.consents = consents;
        this.fences = fences;
        this.states = states;
        this.erased = erased;
        this.holds = holds;
        this.subjects = subjects;
        this.keptFor = keptFor;
    }

    /** Returns what stays as of now. */
    @Transactional
    public List<Stay> of(Pseudonym asked) {
        Pseudonym pseudonym = subjects.find(new ByPseudonym(asked)).pseudonym();
        Instant now = Instant.now();
        Instant held = holds.active(pseudonym.value(), now)
                .map(LegalHoldRow::heldUntil)
                .orElse(null);
        return WhatStays.of(Consent.of(state(pseudonym)), keptFor, held, now);
    }

    private ConsentState state(Pseudonym pseudonym) {
        return erased.tombstoneOf(pseudonym.value()).isPresent()
                ? ConsentState.getDefaultInstance()
                : states.of(
                        pseudonym,
                        pseudonym,
                        consents.current(pseudonym.value()),
                        fences.of(pseudonym.value()),
                        List.of());
    }
}
