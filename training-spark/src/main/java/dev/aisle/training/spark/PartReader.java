package dev.aisle.training.spark;

import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.recommender.interactions.domain.InteractionType;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Numbers what some people did. Rows come person after person, each in the order of time; an event that comes twice counts once. */
final class PartReader {
    static final long MICROS_A_MILLI = 1_000;

    private final Shop shop;
    private final TrainingSetBuilder builder;
    private final PeoplePrints prints;
    private final Map<String, Long> types = new HashMap<>();
    private final Set<String> eventsOfPerson = new HashSet<>();
    private @Nullable String person;
    private long rowsOfPerson;
    private long largestPerson;

    private PartReader(Shop shop) {
        this.shop = shop;
        this.builder = new TrainingSetBuilder(shop.productIds());
        this.prints = new PeoplePrints(shop.numbers());
    }

    /** Reads all of them. */
    static Part read(Iterator<Row> rows, Shop shop) {
        PartReader reader = new PartReader(shop);
        rows.forEachRemaining(reader::take);
        return reader.part();
    }

    private void take(Row row) {
        String own = row.getString(0);
        if (!own.equals(person)) {
            person = own;
            rowsOfPerson = 0;
            eventsOfPerson.clear();
            prints.nextPerson();
        }
        String event = row.getString(4);
        if (!eventsOfPerson.add(event)) {
            return;
        }
        InteractionType type = Archive.typeOf(row.getString(5));
        long millis = Math.floorDiv(row.getLong(1), MICROS_A_MILLI);
        for (String product : new LinkedHashSet<>(row.<String>getList(6))) {
            if (product != null && !product.isEmpty()) {
                String basket = type == InteractionType.PURCHASE ? event : null;
                builder.add(own, product, basket, type.weight(), millis);
                prints.add(product, basket != null, type.weight(), millis);
                types.merge(type.name().toLowerCase(Locale.ROOT), 1L, Long::sum);
                largestPerson = Math.max(largestPerson, ++rowsOfPerson);
            }
        }
    }

    private Part part() {
        TrainingSet set = builder.build();
        Interactions people = set.people(Long.MIN_VALUE, Long.MAX_VALUE);
        return new Part(
                people,
                set.baskets(Long.MAX_VALUE),
                popularity(set.aged(Long.MAX_VALUE, shop.halfLifeMillis(), shop.newest())),
                set.visits(Long.MAX_VALUE, shop.gap()),
                new Part.Figures(
                        set.userCount(),
                        set.basketCount(),
                        set.size(),
                        people.size(),
                        people.totalWeight(),
                        largestPerson,
                        types,
                        prints.sum()));
    }

    private static double[] popularity(Interactions aged) {
        double[] sums = new double[aged.itemCount()];
        for (int place = 0; place < aged.size(); place++) {
            sums[aged.item(place)] += aged.weight(place);
        }
        return sums;
    }
}
