package dev.aisle.recommender.joint.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.recommender.catalog.domain.ProductChange.Described;
import dev.aisle.recommender.catalog.store.ProductRepository;
import dev.aisle.recommender.interactions.store.InteractionRepository;
import dev.aisle.recommender.interactions.store.InteractionRepository.TrainingRow;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the shop for a training together with others: all of its products, and what people did who grant that purpose now. */
@Singleton
public class ReadJointPeople {
    private final ProductRepository products;
    private final InteractionRepository interactions;
    private final ConsentView consents;
    private final ErasedSubjects erased;

    ReadJointPeople(
            ProductRepository products,
            InteractionRepository interactions,
            ConsentView consents,
            ErasedSubjects erased) {
        this.products = products;
        this.interactions = interactions;
        this.consents = consents;
        this.erased = erased;
    }

    /**
     * A product, or what somebody did with it.
     *
     * @param person numbered from 1 anew each time, so that no pseudonym leaves; {@code null} for the product alone
     * @param gtin empty when the shop doesn't say
     * @param weight of the deed; 0 for the product alone
     */
    public record Line(@Nullable Integer person, String productId, String gtin, String title, float weight) {}

    /** Whether it is known who may be learned from. */
    public boolean known() {
        return consents.current() && erased.current();
    }

    /**
     * Gives every product once, then what people did, person after person. Products that the shop doesn't have any more are left out.
     *
     * @throws IllegalStateException when it wasn't known to the end who may be learned from: then the lines aren't to be used
     */
    public void all(Consumer<Line> each) {
        Set<String> sold = new HashSet<>();
        products.changedSince(Instant.EPOCH, change -> {
            if (change instanceof Described product) {
                sold.add(product.productId());
                each.accept(new Line(null, product.productId(), product.texts().gtin(), product.title(), 0));
            }
        });
        Instant now = Instant.now();
        Map<String, Integer> people = new HashMap<>();
        interactions.forTraining(row -> {
            if (sold.contains(row.productId()) && mayLearnFrom(row, now)) {
                int person = people.computeIfAbsent(row.pseudonym(), added -> people.size() + 1);
                each.accept(new Line(person, row.productId(), "", "", row.type().weight()));
            }
        });
        if (!known()) {
            throw new IllegalStateException("The consents weren't known to the end; try again.");
        }
    }

    private boolean mayLearnFrom(TrainingRow row, Instant now) {
        Consent consent = consents.of(row.pseudonym());
        return consent.allows(Purpose.MODEL_TRAINING, now, row.consentVersion())
                && consent.allows(Purpose.JOINT_TRAINING, now, row.consentVersion())
                && !erased.contains(row.pseudonym());
    }
}
