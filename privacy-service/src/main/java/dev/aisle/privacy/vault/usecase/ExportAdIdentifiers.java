package dev.aisle.privacy.vault.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.privacy.consent.usecase.DecideOnUse;
import dev.aisle.privacy.consent.usecase.DecideOnUse.Decision;
import dev.aisle.privacy.consent.usecase.DecideOnUse.Question;
import dev.aisle.privacy.counts.usecase.CountsConfig;
import dev.aisle.privacy.shared.domain.SubjectReference;
import dev.aisle.privacy.shared.usecase.Subjects;
import dev.aisle.privacy.vault.domain.AdIdentifier;
import dev.aisle.privacy.vault.domain.Resolution.Deny;
import dev.aisle.privacy.vault.domain.VaultField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Says by which digest an ad platform knows somebody: only of people who allow targeted ads now, and of so many at once that nobody is singled
 * out. To take people off a list, the digest is given whatever the consent says, since it was given before.
 */
@ApplicationScoped
public class ExportAdIdentifiers {
    private static final String CHANNEL = "ad_audience";

    private final DecideOnUse decideOnUse;
    private final Subjects subjects;
    private final SealedTraits traits;
    private final VaultAudit audit;
    private final KThreshold threshold;

    ExportAdIdentifiers(
            DecideOnUse decideOnUse, Subjects subjects, SealedTraits traits, VaultAudit audit, CountsConfig counts) {
        this.decideOnUse = decideOnUse;
        this.subjects = subjects;
        this.traits = traits;
        this.audit = audit;
        this.threshold = new KThreshold(counts.k());
    }

    /** How it ends. */
    public sealed interface Outcome {
        /** In the order of the subjects. */
        record Given(List<AdIdentifier> identifiers) implements Outcome {}

        /** Too few of them allow it. */
        record TooFew(int threshold) implements Outcome {}
    }

    /** The digests of people who join an audience. */
    @Transactional
    public Outcome join(List<SubjectReference> asked, String campaign, String actor) {
        List<Decision> decisions = decideOnUse.decide(asked.stream()
                .map(subject -> new Question(subject, Purpose.ADS_TARGETED, false))
                .toList());
        long allowed = decisions.stream()
                .filter(decision -> decision.decision().allowed())
                .map(decision -> decision.subject().value())
                .distinct()
                .count();
        if (!threshold.allows(allowed)) {
            return new Outcome.TooFew(threshold.k());
        }
        List<AdIdentifier> found = decisions.stream()
                .map(decision -> decision.decision().allowed()
                        ? digest(decision.subject())
                        : AdIdentifier.none(
                                decision.subject(), decision.decision().reason().wireName()))
                .toList();
        record("vault.ads-joined", found, campaign, actor);
        return new Outcome.Given(found);
    }

    /** The digests of people who leave an audience that they were in; of an erased person there is none any more. */
    @Transactional
    public List<AdIdentifier> leave(List<SubjectReference> asked, String campaign, String actor) {
        List<AdIdentifier> found = asked.stream()
                .map(subject -> digest(subjects.find(subject).pseudonym()))
                .toList();
        record("vault.ads-left", found, campaign, actor);
        return found;
    }

    private AdIdentifier digest(Pseudonym subject) {
        return traits.read(subject).of(VaultField.EMAIL).stream()
                .findFirst()
                .map(address -> AdIdentifier.of(subject, address))
                .orElseGet(() -> AdIdentifier.none(subject, Deny.NO_ADDRESS));
    }

    private void record(String event, List<AdIdentifier> found, String campaign, String actor) {
        // An entry holds its subject; in one order everywhere, so that two batches don't wait for each other.
        found.stream()
                .sorted(Comparator.comparing(one -> one.subject().value()))
                .forEach(one -> audit.record(
                        event,
                        actor,
                        Map.of(
                                "subject",
                                one.subject().value(),
                                "purpose",
                                Purpose.ADS_TARGETED.wireName(),
                                "channel",
                                CHANNEL,
                                "campaign",
                                campaign,
                                "outcome",
                                one.reason() == null ? "deliver" : one.reason())));
    }
}
