package dev.aisle.ingest.door.usecase;

import dev.aisle.algorithms.privacy.IdentifierType;
import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.ingest.door.domain.Arrival;
import dev.aisle.ingest.door.domain.Identity;
import dev.aisle.ingest.door.domain.LinkProof;
import dev.aisle.ingest.door.domain.Reading;
import dev.aisle.ingest.shared.events.FieldPurposes;
import dev.aisle.ingest.shared.identity.CurrentPseudonyms;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides whether an event may be stored and makes it pseudonymous: the last place that knows who it is of. */
@Singleton
class Admission {
    private final CurrentPseudonyms pseudonyms;
    private final ConsentView consents;
    private final LinkTokens linkTokens;

    Admission(CurrentPseudonyms pseudonyms, ConsentView consents, LinkTokens linkTokens) {
        this.pseudonyms = pseudonyms;
        this.consents = consents;
        this.linkTokens = linkTokens;
    }

    /** Whether anything can be decided: a view that lags would deny what was granted, or know nobody as erased. */
    public boolean open() {
        return consents.current() && pseudonyms.known();
    }

    /** The event as it goes on; empty when its person has granted nothing, is suppressed, or was erased since. */
    Optional<Admitted> admit(Reading.Candidate candidate, Arrival arrival) {
        Optional<Pseudonym> person = personOf(candidate);
        if (person.isEmpty()) {
            return Optional.empty();
        }
        Consent consent = consents.of(person.get().value());
        Set<Purpose> granted = without(arrival.denied(), consent.granted(arrival.receivedAt()));
        if (!FieldPurposes.allowAny(granted)) {
            return Optional.empty();
        }
        ShopEvent.Builder event = candidate
                .event()
                .setPseudonym(person.get().value())
                .addAllGrantedPurposes(granted)
                .setConsentVersion(consent.version());
        LinkProof proof = proofOf(candidate.identity(), arrival);
        if (proof == LinkProof.PROVEN) {
            link(candidate, event);
        }
        int unknown = event.getMinimisedFieldsCount();
        List<String> minimised = FieldPurposes.minimise(event, granted);
        return Optional.of(new Admitted(event.build(), consent, unknown, minimised, proof));
    }

    /** What a request denies is taken away for its events, and never anything added. */
    private static Set<Purpose> without(Set<Purpose> denied, Set<Purpose> granted) {
        return denied.isEmpty()
                ? granted
                : granted.stream().filter(purpose -> !denied.contains(purpose)).collect(Collectors.toSet());
    }

    /** What of a rejected item may be kept for a repair: the same that would have been kept of it without its fault. */
    Optional<Admitted> admitRest(Reading.Rejection rejection, Arrival arrival) {
        return Optional.ofNullable(rejection.rest()).flatMap(rest -> admit(rest, arrival));
    }

    private Optional<Pseudonym> personOf(Reading.Candidate candidate) {
        Identity identity = candidate.identity();
        return identity.userId().isEmpty()
                ? pseudonyms.at(candidate.occurredAt(), IdentifierType.ANONYMOUS_ID, identity.anonymousId())
                : pseudonyms.at(candidate.occurredAt(), IdentifierType.CUSTOMER_ID, identity.userId());
    }

    /** Whoever reads a page knows its write key and the ids in it, so only the shop's server is believed. */
    private LinkProof proofOf(Identity identity, Arrival arrival) {
        if (!identity.namesBoth()) {
            return LinkProof.NOT_ASKED;
        }
        if (arrival.vouched()) {
            return LinkProof.PROVEN;
        }
        return identity.linkToken().isEmpty() ? LinkProof.PUBLIC_KEY : linkTokens.check(identity, arrival.receivedAt());
    }

    /** A known person's event names the browser too, unless that one is not to be processed. */
    private void link(Reading.Candidate candidate, ShopEvent.Builder event) {
        Identity identity = candidate.identity();
        pseudonyms
                .at(candidate.occurredAt(), IdentifierType.ANONYMOUS_ID, identity.anonymousId())
                .map(Pseudonym::value)
                .filter(browser -> !consents.of(browser).suppressed())
                .ifPresent(event::setAnonymousPseudonym);
    }
}
