package dev.aisle.privacy.vault.disclosures;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.privacy.consent.decisions.DecideOnUse;
import dev.aisle.privacy.consent.decisions.DecideOnUse.Decision;
import dev.aisle.privacy.consent.decisions.DecideOnUse.Question;
import dev.aisle.privacy.shared.calls.CallKey;
import dev.aisle.privacy.shared.people.CountsConfig;
import dev.aisle.privacy.shared.people.SubjectReference;
import dev.aisle.privacy.vault.addresses.Resolution.Deny;
import dev.aisle.privacy.vault.disclosures.DisclosureLedger.TakenBack;
import dev.aisle.privacy.vault.traits.SealedTraits;
import dev.aisle.privacy.vault.traits.VaultAudit;
import dev.aisle.privacy.vault.traits.VaultField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says by which digest an ad platform knows somebody: only of people who allow targeted ads now, and of so many at once that nobody is singled
 * out. To take people off a list, a digest is given once more, whatever the consent says: only one that was disclosed for that campaign.
 */
@ApplicationScoped
class ExportAdIdentifiers {
    /** The reason why no digest is given to take somebody off a list. */
    public static final String NOT_DISCLOSED = "not_disclosed";

    private static final String CHANNEL = "ad_audience";

    private final DecideOnUse decideOnUse;
    private final SealedTraits traits;
    private final DisclosureLedger ledger;
    private final VaultAudit audit;
    private final KThreshold threshold;

    ExportAdIdentifiers(
            DecideOnUse decideOnUse,
            SealedTraits traits,
            DisclosureLedger ledger,
            VaultAudit audit,
            CountsConfig counts) {
        this.decideOnUse = decideOnUse;
        this.traits = traits;
        this.ledger = ledger;
        this.audit = audit;
        this.threshold = new KThreshold(counts.k());
    }

    /** How it ends. */
    public sealed interface Outcome {
        /** In the order of the subjects. */
        record Given(List<Joining> identifiers) implements Outcome {}

        /** Too few of them allow it. */
        record TooFew(int threshold) implements Outcome {}
    }

    /**
     * An answer about somebody who joins.
     *
     * @param disclosure by which the digest is taken back; {@code null} when none is given
     */
    public record Joining(AdIdentifier identifier, @Nullable UUID disclosure) {}

    /**
     * An answer about somebody who leaves.
     *
     * @param digest {@code null} when it wasn't disclosed for this campaign, or was taken back before
     */
    public record Leaving(UUID disclosure, @Nullable String digest) {
        /** Digests stay out of logs. */
        @Override
        public String toString() {
            return "Leaving[" + disclosure + "]";
        }
    }

    /** The digests of people who join an audience, each noted in the ledger. */
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
        Map<String, UUID> disclosures = new HashMap<>();
        audit.hold(found.stream().map(one -> one.subject().value()).toList());
        found.forEach(one -> {
            record(one, campaign, actor);
            if (one.digest() != null) {
                String subject = one.subject().value();
                disclosures.put(subject, ledger.disclose(subject, campaign, one.digest()));
            }
        });
        return new Outcome.Given(found.stream()
                .map(one -> new Joining(one, disclosures.get(one.subject().value())))
                .toList());
    }

    /**
     * The digests that were disclosed for this campaign, to take them off the platform's list: each once, also of people who were erased.
     *
     * @param call what makes a repeated call the same; {@code null}: it isn't repeated
     */
    @Transactional
    public List<Leaving> leave(List<UUID> disclosures, String campaign, @Nullable CallKey call, String actor) {
        byte[] key = call == null ? null : call.hash();
        audit.hold(ledger.peopleOf(disclosures, campaign));
        ledger.begin(campaign, key);
        Map<UUID, Leaving> answers = new HashMap<>();
        for (UUID disclosure : new TreeSet<>(disclosures)) {
            Optional<TakenBack> taken = ledger.takeBack(disclosure, campaign, key);
            record(taken, campaign, actor);
            answers.put(
                    disclosure,
                    new Leaving(disclosure, taken.map(TakenBack::digest).orElse(null)));
        }
        return disclosures.stream().map(answers::get).toList();
    }

    private AdIdentifier digest(Pseudonym subject) {
        return traits.read(subject).of(VaultField.EMAIL).stream()
                .findFirst()
                .map(address -> AdIdentifier.of(subject, address))
                .orElseGet(() -> AdIdentifier.none(subject, Deny.NO_ADDRESS));
    }

    private void record(AdIdentifier one, String campaign, String actor) {
        String outcome = one.reason() == null ? "deliver" : one.reason();
        audit.record("vault.ads-joined", actor, facts(one.subject().value(), campaign, outcome));
    }

    private void record(Optional<TakenBack> taken, String campaign, String actor) {
        String outcome = taken.isPresent() ? "deliver" : NOT_DISCLOSED;
        audit.record(
                "vault.ads-left", actor, facts(taken.map(TakenBack::pseudonym).orElse(null), campaign, outcome));
    }

    private static Map<String, String> facts(@Nullable String subject, String campaign, String outcome) {
        Map<String, String> facts = new HashMap<>(Map.of(
                "purpose", Purpose.ADS_TARGETED.wireName(),
                "channel", CHANNEL,
                "campaign", campaign,
                "outcome", outcome));
        if (subject != null) {
            facts.put("subject", subject);
        }
        return facts;
    }
}
