package dev.aisle.recommender.models.joint;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.recommender.catalog.ProductChange.Described;
import dev.aisle.recommender.catalog.ProductRepository;
import dev.aisle.recommender.models.registry.BeginReading;
import dev.aisle.recommender.models.usecase.ReadDeeds;
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
class ReadJointPeople {
    private static final Set<Purpose> PURPOSES = Set.of(Purpose.MODEL_TRAINING, Purpose.JOINT_TRAINING);

    private final ProductRepository products;
    private final ReadDeeds readDeeds;
    private final BeginReading beginReading;

    ReadJointPeople(ProductRepository products, ReadDeeds readDeeds, BeginReading beginReading) {
        this.products = products;
        this.readDeeds = readDeeds;
        this.beginReading = beginReading;
    }

    /**
     * A product, or what somebody did with it.
     *
     * @param person numbered from 1 anew each time, so that no pseudonym leaves, in each domain apart unless taste may cross; {@code null} for the product alone
     * @param gtin empty when the shop doesn't say
     * @param weight of the deed; 0 for the product alone
     */
    public record Line(@Nullable Integer person, String productId, String gtin, String title, float weight) {}

    /** Whether it is known who may be learned from. */
    public boolean known() {
        return readDeeds.known();
    }

    /** The moment whose consents and erasures the people will have; before {@link #all}. */
    public Instant begin() {
        return beginReading.begin();
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
        Map<String, Integer> people = new HashMap<>();
        readDeeds.all(PURPOSES, Instant.now(), deed -> {
            String product = deed.row().productId();
            if (sold.contains(product) && deed.weight() > 0) {
                int person = people.computeIfAbsent(deed.person(), added -> people.size() + 1);
                each.accept(new Line(person, product, "", "", deed.weight()));
            }
        });
    }
}
