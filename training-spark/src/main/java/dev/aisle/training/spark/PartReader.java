package dev.aisle.training.spark;

import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.recommender.interactions.InteractionType;
import dev.aisle.recommender.models.domain.TrainingSet;
import dev.aisle.recommender.models.domain.TrainingSetBuilder;
import dev.aisle.recommender.models.outside.ArchivedEvents;
import dev.aisle.recommender.models.outside.ArchivedEvents.Event;
import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Numbers what some people did. Rows come person after person, each in the order of time; an event that comes twice counts once. */
final class PartReader {
    private final Shop shop;
    private final TrainingSetBuilder builder;
    private final PeoplePrints prints;
    private final ArchivedEvents events;
    private @Nullable String person;
    private long rowsOfPerson;
    private long largestPerson;

    private PartReader(Shop shop) {
        this.shop = shop;
        this.builder = new TrainingSetBuilder(shop.productIds());
        this.events = new ArchivedEvents(builder);
        this.prints = new PeoplePrints(shop.numbers());
    }

    /** Reads all of them. */
    static Part read(Iterator<Row> rows, Shop shop) {
        PartReader reader = new PartReader(shop);
        rows.forEachRemaining(reader::take);
        return reader.part();
    }

    private void take(Row row) {
        Event event = new Event(row.getString(0), row.getString(4), row.getString(5), row.getLong(1));
        if (!event.person().equals(person)) {
            person = event.person();
            rowsOfPerson = 0;
            prints.nextPerson();
        }
        InteractionType type = ArchivedEvents.typeOf(event.type());
        for (String product : events.take(event, row.<@Nullable String>getList(6))) {
            prints.add(product, type == InteractionType.PURCHASE, type.weight(), event.millis());
            largestPerson = Math.max(largestPerson, ++rowsOfPerson);
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
                        events.types(),
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
