package dev.aisle.profile.analysis.domain.trend;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.analysis.domain.Breakdown;
import dev.aisle.profile.analysis.domain.Tally;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.domain.PersonItem;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** By span and category, and by span for the whole shop, what happened. */
public final class TrendTally implements Tally<TrendTally> {
    /** Stands for all categories. */
    static final String SHOP = "";

    private final TrendQuestion question;
    private final Map<LocalDate, Map<String, Counts>> spans = new HashMap<>();
    private long people;

    TrendTally(TrendQuestion question) {
        this.question = question;
    }

    @Override
    public void add(PersonEvents events) {
        Map<LocalDate, Map<String, Counts>> own = new HashMap<>();
        for (PersonEvent event : events.list()) {
            boolean asked = event.type() == EventType.PRODUCT_VIEW || event.type() == EventType.PURCHASE;
            if (asked && question.days().contains(event.at())) {
                LocalDate span = question.granularity().startOf(question.days().dayOf(event.at()));
                take(event, own.computeIfAbsent(span, _ -> new HashMap<>()));
            }
        }
        own.forEach((span, categories) -> addTo(spans.computeIfAbsent(span, _ -> new HashMap<>()), categories));
        people += own.isEmpty() ? 0 : 1;
    }

    private static void take(PersonEvent event, Map<String, Counts> categories) {
        Map<String, Counts> ofEvent = new HashMap<>();
        for (PersonItem item : event.items()) {
            String category = item.category().isEmpty() ? Breakdown.UNKNOWN : item.category();
            ofEvent.merge(category, counts(event, item), TrendTally::sameEvent);
            ofEvent.merge(SHOP, counts(event, item), TrendTally::sameEvent);
        }
        if (event.items().isEmpty()) {
            Counts bare = event.type() == EventType.PURCHASE ? Counts.order(0, 0) : Counts.view();
            ofEvent.put(SHOP, bare);
            ofEvent.put(Breakdown.UNKNOWN, bare);
        }
        ofEvent.forEach((category, counts) -> categories.merge(category, counts, Counts::plus));
    }

    private static Counts counts(PersonEvent event, PersonItem item) {
        if (event.type() == EventType.PRODUCT_VIEW) {
            return Counts.view();
        }
        Long price = item.price();
        return Counts.order(item.quantity(), price == null ? 0 : price * item.quantity());
    }

    /** Two products of one order are one order. */
    private static Counts sameEvent(Counts some, Counts more) {
        Counts sum = some.plus(more);
        return some.purchases() > 0 ? Counts.order(sum.units(), sum.revenue()) : sum;
    }

    private static void addTo(Map<String, Counts> all, Map<String, Counts> ofOne) {
        boolean only = ofOne.size() <= 2;
        boolean onlyViews = categoriesWith(ofOne, Counts::views) <= 1;
        boolean onlyBuys = categoriesWith(ofOne, Counts::purchases) <= 1;
        ofOne.forEach((category, counts) -> all.merge(category, counts.ofOne(only, onlyViews, onlyBuys), Counts::plus));
    }

    private static long categoriesWith(Map<String, Counts> ofOne, ToDoubleFunction<Counts> what) {
        return ofOne.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(SHOP) && what.applyAsDouble(entry.getValue()) > 0)
                .count();
    }

    @Override
    public void join(TrendTally others) {
        others.spans.forEach((span, categories) -> categories.forEach((category, counts) ->
                spans.computeIfAbsent(span, _ -> new HashMap<>()).merge(category, counts, Counts::plus)));
        people += others.people;
    }

    /** Writes everything counted. */
    public void write(DataOutput out) throws IOException {
        out.writeLong(people);
        out.writeInt(spans.size());
        for (Map.Entry<LocalDate, Map<String, Counts>> span : spans.entrySet()) {
            out.writeLong(span.getKey().toEpochDay());
            out.writeInt(span.getValue().size());
            for (Map.Entry<String, Counts> category : span.getValue().entrySet()) {
                out.writeUTF(category.getKey());
                category.getValue().write(out);
            }
        }
    }

    /** Reads what was written into a tally that has counted nobody. */
    public void read(DataInput in) throws IOException {
        people = in.readLong();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            Map<String, Counts> categories = new HashMap<>();
            spans.put(LocalDate.ofEpochDay(in.readLong()), categories);
            int size = in.readInt();
            for (int j = 0; j < size; j++) {
                categories.put(in.readUTF(), Counts.read(in));
            }
        }
    }

    /** What happened with a category, or in the shop, in a span. */
    Counts counts(LocalDate span, String category) {
        return spans.getOrDefault(span, Map.of()).getOrDefault(category, Counts.NONE);
    }

    /** Everything of a span. Not to be changed. */
    Map<String, Counts> counts(LocalDate span) {
        return spans.getOrDefault(span, Map.of());
    }

    /** Who viewed or bought. */
    public long people() {
        return people;
    }
}
