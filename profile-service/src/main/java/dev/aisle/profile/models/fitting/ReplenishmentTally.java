package dev.aisle.profile.models.fitting;

import dev.aisle.algorithms.customers.replenishment.GapSample;
import dev.aisle.algorithms.customers.replenishment.Replenishment;
import dev.aisle.profile.models.ModelKind;
import dev.aisle.profile.models.Parameters;
import dev.aisle.profile.models.fitting.Fit.Fitted;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.domain.PersonItem;
import dev.aisle.profile.people.values.domain.Orders;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** By category, and of anything, the purchase days of everybody who bought it on several days: a row is a number and as many days. */
final class ReplenishmentTally implements JobTally {
    private static final String ANYTHING = "";
    private static final int MOST_PEOPLE = 20_000;

    private final FitRules rules;
    private final SortedMap<String, LongColumn> categories = new TreeMap<>();

    ReplenishmentTally(FitRules rules) {
        this.rules = rules;
    }

    @Override
    public void add(PersonEvents events) {
        SortedMap<String, SortedSet<Long>> days = new TreeMap<>();
        for (PersonEvent order : rules.orders(events).list()) {
            long day = Orders.day(order, rules.zone());
            days.computeIfAbsent(ANYTHING, _ -> new TreeSet<>()).add(day);
            for (PersonItem item : order.items()) {
                days.computeIfAbsent(item.category(), _ -> new TreeSet<>()).add(day);
            }
        }
        days.forEach((category, bought) -> {
            if (bought.size() > 1) {
                LongColumn rows = categories.computeIfAbsent(category, _ -> new LongColumn());
                rows.add(bought.size());
                bought.forEach(rows::add);
            }
        });
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(categories.size());
        for (Map.Entry<String, LongColumn> entry : categories.entrySet()) {
            out.writeUTF(entry.getKey());
            entry.getValue().write(out);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            categories.computeIfAbsent(in.readUTF(), _ -> new LongColumn()).read(in);
        }
    }

    @Override
    public List<Fit> fit() {
        LongColumn anything = categories.getOrDefault(ANYTHING, new LongColumn());
        return List.of(rules.tooFew(ModelKind.REPLENISHMENT, people(anything), "people who bought again")
                .orElseGet(() -> FitRules.attempt(ModelKind.REPLENISHMENT, () -> replenishments(anything))));
    }

    private Fit replenishments(LongColumn anything) {
        SortedMap<String, Replenishment> fitted = new TreeMap<>();
        categories.forEach((category, rows) -> {
            if (!category.equals(ANYTHING) && people(rows) >= rules.leastPeople()) {
                fitted.put(category, Replenishment.fit(sample(rows)));
            }
        });
        return new Fitted(
                ModelKind.REPLENISHMENT,
                people(anything),
                new Parameters.Replenishments(Replenishment.fit(sample(anything)), fitted));
    }

    /** Of many people every n-th: a prior of twenty thousand is as good as one of a million. */
    private static GapSample sample(LongColumn rows) {
        int every = Math.ceilDiv(Math.max(1, people(rows)), MOST_PEOPLE);
        GapSample sample = new GapSample();
        int person = 0;
        for (int row = 0; row < rows.size(); row += 1 + (int) rows.get(row)) {
            if (person % every == 0) {
                sample.add(days(rows, row));
            }
            person++;
        }
        return sample;
    }

    private static int people(LongColumn rows) {
        int people = 0;
        for (int row = 0; row < rows.size(); row += 1 + (int) rows.get(row)) {
            people++;
        }
        return people;
    }

    private static long[] days(LongColumn rows, int row) {
        long[] days = new long[(int) rows.get(row)];
        for (int i = 0; i < days.length; i++) {
            days[i] = rows.get(row + 1 + i);
        }
        return days;
    }
}
