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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** By measure, category and span, and by span for the whole shop, which amounts people have. */
public final class TrendTally implements Tally<TrendTally> {
    /** Stands for all categories. */
    static final String SHOP = "";

    private final TrendQuestion question;
    private final Map<Series, Map<LocalDate, Amounts>> series = new HashMap<>();
    private long people;

    TrendTally(TrendQuestion question) {
        this.question = question;
    }

    /** What is counted from span to span. */
    record Series(String category, Measure measure) {}

    @Override
    public void add(PersonEvents events) {
        Map<LocalDate, Map<String, Deeds>> own = new TreeMap<>();
        for (PersonEvent event : events.list()) {
            boolean asked = event.type() == EventType.PRODUCT_VIEW || event.type() == EventType.PURCHASE;
            if (asked && question.days().contains(event.at())) {
                LocalDate span = question.granularity().startOf(question.days().dayOf(event.at()));
                take(event, own.computeIfAbsent(span, _ -> new HashMap<>()));
            }
        }
        if (!own.isEmpty()) {
            people++;
            OfPerson person = new OfPerson(own, events.list().getFirst().at().toEpochMilli());
            question.measures().forEach(measure -> add(person, measure));
        }
    }

    private void add(OfPerson person, Measure measure) {
        for (Map.Entry<LocalDate, Map<String, Double>> span :
                person.bounded(measure).entrySet()) {
            span.getValue()
                    .forEach((category, amount) -> amounts(new Series(category, measure), span.getKey())
                            .add(amount));
        }
    }

    private Amounts amounts(Series of, LocalDate span) {
        return series.computeIfAbsent(of, _ -> new TreeMap<>()).computeIfAbsent(span, _ -> new Amounts());
    }

    private static void take(PersonEvent event, Map<String, Deeds> categories) {
        Map<String, Deeds> ofEvent = new HashMap<>();
        for (PersonItem item : event.items()) {
            String category = item.category().isEmpty() ? Breakdown.UNKNOWN : item.category();
            ofEvent.merge(category, deeds(event, item), TrendTally::sameEvent);
            ofEvent.merge(SHOP, deeds(event, item), TrendTally::sameEvent);
        }
        if (event.items().isEmpty()) {
            Deeds bare = event.type() == EventType.PURCHASE ? Deeds.order(0, 0) : Deeds.VIEW;
            ofEvent.put(SHOP, bare);
            ofEvent.put(Breakdown.UNKNOWN, bare);
        }
        ofEvent.forEach((category, deeds) -> categories.merge(category, deeds, Deeds::plus));
    }

    private static Deeds deeds(PersonEvent event, PersonItem item) {
        if (event.type() == EventType.PRODUCT_VIEW) {
            return Deeds.VIEW;
        }
        Long price = item.price();
        return Deeds.order(item.quantity(), price == null ? 0 : price * item.quantity());
    }

    /** Two products of one order are one order. */
    private static Deeds sameEvent(Deeds some, Deeds more) {
        Deeds sum = some.plus(more);
        return some.purchases() > 0 ? Deeds.order(sum.units(), sum.revenue()) : sum;
    }

    @Override
    public void join(TrendTally others) {
        others.series.forEach((of, spans) ->
                spans.forEach((span, amounts) -> amounts(of, span).add(amounts)));
        people += others.people;
    }

    /** Writes everything counted. */
    public void write(DataOutput out) throws IOException {
        out.writeLong(people);
        out.writeInt(series.size());
        for (Map.Entry<Series, Map<LocalDate, Amounts>> one : series.entrySet()) {
            out.writeUTF(one.getKey().category());
            out.writeUTF(one.getKey().measure().name());
            out.writeInt(one.getValue().size());
            for (Map.Entry<LocalDate, Amounts> span : one.getValue().entrySet()) {
                out.writeLong(span.getKey().toEpochDay());
                span.getValue().write(out);
            }
        }
    }

    /** Reads what was written into a tally that has counted nobody. */
    public void read(DataInput in) throws IOException {
        people = in.readLong();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            Series of = new Series(in.readUTF(), Measure.valueOf(in.readUTF()));
            int spans = in.readInt();
            for (int j = 0; j < spans; j++) {
                amounts(of, LocalDate.ofEpochDay(in.readLong())).read(in);
            }
        }
    }

    /** What people have of a series. Not to be changed. */
    Map<LocalDate, Amounts> amounts(Series of) {
        return series.getOrDefault(of, Map.of());
    }

    /** Returns the categories that anybody has something of, in any measure; the shop isn't among them. */
    Set<String> categories() {
        return series.keySet().stream()
                .map(Series::category)
                .filter(category -> !category.equals(SHOP))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who viewed or bought. */
    public long people() {
        return people;
    }
}
