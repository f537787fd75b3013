package dev.aisle.recommender.models.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.recommender.catalog.ProductDomains;
import dev.aisle.recommender.models.registry.BeginReading;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.Consumer;

/** Who may be learned from now, for trainings outside of this service: the rule is that of {@link ReadTrainingSet}. */
@Singleton
public class ListLearners {
    private final ConsentView consents;
    private final ErasedSubjects erased;
    private final BeginReading beginReading;
    private final ProductDomains domains;

    ListLearners(ConsentView consents, ErasedSubjects erased, BeginReading beginReading, ProductDomains domains) {
        this.consents = consents;
        this.erased = erased;
        this.beginReading = beginReading;
        this.domains = domains;
    }

    /**
     * Somebody who may be learned from.
     *
     * @param pseudonym under which something may lie
     * @param person the pseudonym under which he or she stands now
     * @param fence what was let in under this version of the consent or an earlier one is not used
     */
    public record Learner(String pseudonym, String person, long fence) {}

    /** Whether it is known who may be. */
    public boolean known() {
        return consents.current() && erased.current();
    }

    /** The moment whose consents and erasures the list will have; before {@link #all}. */
    public Instant begin() {
        return beginReading.begin();
    }

    /**
     * Gives all of them, in no order.
     *
     * @throws IllegalStateException when it wasn't known to the end: then the list isn't whole
     */
    public void all(Consumer<Learner> each) {
        Instant now = Instant.now();
        boolean mixed = domains.mixed();
        consents.everyone((pseudonym, consent) -> {
            if (mayBeLearnedFrom(pseudonym, consent, now, mixed)) {
                each.accept(new Learner(pseudonym, consents.standing(pseudonym), fenceOf(consent, mixed)));
            }
        });
        if (!known()) {
            throw new IllegalStateException("The consents weren't known to the end of the list; try again.");
        }
    }

    /** A training outside knows no domains: where there are several, it may only learn from what may be used across them. */
    private static long fenceOf(Consent consent, boolean mixed) {
        long ofTraining = consent.fence(Purpose.MODEL_TRAINING);
        return mixed ? Math.max(ofTraining, consent.fence(Purpose.CROSS_DOMAIN)) : ofTraining;
    }

    private boolean mayBeLearnedFrom(String pseudonym, Consent consent, Instant now, boolean mixed) {
        return consent.allows(Purpose.MODEL_TRAINING, now)
                && (!mixed || consent.allows(Purpose.CROSS_DOMAIN, now))
                && !erased.contains(pseudonym)
                && !erased.contains(consents.standing(pseudonym));
    }
}
