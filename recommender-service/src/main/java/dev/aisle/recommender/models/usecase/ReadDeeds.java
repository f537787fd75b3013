package dev.aisle.recommender.models.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.recommender.catalog.ProductDomains;
import dev.aisle.recommender.interactions.InteractionRepository;
import dev.aisle.recommender.interactions.InteractionRepository.TrainingRow;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

/** Reads what people did, as far as it may be learned from: of who grants it now, and of each domain apart unless taste may cross. */
@Singleton
public class ReadDeeds {
    private final InteractionRepository interactions;
    private final ConsentView consents;
    private final ErasedSubjects erased;
    private final ProductDomains domains;
    private final DomainWeights weights;

    ReadDeeds(
            InteractionRepository interactions,
            ConsentView consents,
            ErasedSubjects erased,
            ProductDomains domains,
            DomainWeights weights) {
        this.interactions = interactions;
        this.consents = consents;
        this.erased = erased;
        this.domains = domains;
        this.weights = weights;
    }

    /**
     * What somebody did.
     *
     * @param person who did it, as far as models are concerned: the same in one domain, in all of them where that is granted
     * @param domain that it belongs to; empty where there is one domain, or nobody knows
     * @param weight how much it says in its domain
     */
    public record Deed(String person, String domain, float weight, TrainingRow row) {}

    /** Whether it is known who may be learned from. */
    public boolean known() {
        return consents.current() && erased.current();
    }

    /**
     * Gives all of it, person after person, each in the order of time.
     *
     * @param purposes that the person must grant, all of them
     * @param now as of when
     * @throws IllegalStateException when it wasn't known to the end who may be learned from: then what was given isn't to be used
     */
    public void all(Set<Purpose> purposes, Instant now, Consumer<Deed> each) {
        LearnersByDomain learners = new LearnersByDomain(
                domains.several(),
                row -> domains.of(row.domain(), row.productId()),
                row -> consents.of(row.pseudonym()).allows(Purpose.CROSS_DOMAIN, now, row.consentVersion()),
                learnt -> each.accept(new Deed(
                        learnt.person(),
                        learnt.domain(),
                        weights.of(learnt.row().type(), learnt.domain()),
                        learnt.row())));
        interactions.forTraining(row -> {
            if (mayLearnFrom(row, purposes, now)) {
                learners.add(row);
            }
        });
        learners.end();
        if (!known()) {
            throw new IllegalStateException("The consents weren't known to the end of reading; try again.");
        }
    }

    private boolean mayLearnFrom(TrainingRow row, Set<Purpose> purposes, Instant now) {
        Consent consent = consents.of(row.pseudonym());
        return purposes.stream().allMatch(purpose -> consent.allows(purpose, now, row.consentVersion()))
                && !erased.contains(row.pseudonym());
    }
}
