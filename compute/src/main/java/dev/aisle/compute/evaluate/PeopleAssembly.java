package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import dev.aisle.algorithms.sequence.Sessions;
import dev.aisle.algorithms.sequence.Sessions.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One question a person: what did they take after the split? Who isn't among the people of train is a newcomer.
 *
 * @param rules of the data set
 */
record PeopleAssembly(Rules rules) implements Assembly {
    private static final long SECOND_MILLIS = 1000;

    @Override
    public Fold fold(Parts parts, Numbering people, Numbering items, List<String> groups) {
        Timelines before = Timelines.of(rules.rated() ? unweighted(parts.train()) : parts.train(), people);
        Interactions train = before.matrix(people.inTrain(), items.inTrain(), items, rules.ageing());
        Optional<Sessions> sessions =
                rules.ordered() ? Optional.of(sessions(before, people.inTrain(), items)) : Optional.empty();
        Optional<Interactions> ratings =
                rules.rated() ? Optional.of(ratings(parts.train(), people, items)) : Optional.empty();
        Timelines after = Timelines.of(parts.test(), people);
        List<String> groupOfRow = people.reordered(groups);
        List<Integer> readers =
                people.reordered(IntStream.range(0, after.size()).boxed().toList());
        List<Case> cases = new ArrayList<>();
        Sought sought = new Sought(rules, items);
        for (int row = 0; row < after.size(); row++) {
            boolean there = row < people.inTrain();
            History known = there ? train.history(row) : History.empty();
            History sequence = rules.ordered() ? Timelines.sequence(before.of(row), items) : History.empty();
            Truth truth = sought.of(there, after.of(row), known);
            if (truth.items().length > 0) {
                int user = there ? row : Case.NOBODY;
                cases.add(new Case(readers.get(row), user, known, sequence, truth, groupOfRow.get(row)));
            }
        }
        Optional<Interactions> ages = rules.order() == Order.TIMES
                ? Optional.of(before.ages(people.inTrain(), items.inTrain(), items))
                : Optional.empty();
        return new Fold(train, sessions, ratings, ages, cases, sought.leftOut());
    }

    private static List<Entry> unweighted(List<Entry> entries) {
        return entries.stream()
                .map(entry -> new Entry(entry.user(), entry.item(), entry.time(), 1, entry.wanted()))
                .toList();
    }

    private Sessions sessions(Timelines before, int rows, Numbering items) {
        List<Session> sessions = new ArrayList<>();
        IntStream.range(0, rows).forEach(row -> {
            List<Entry> entries = before.of(row);
            int from = 0;
            for (int n = 1; n <= entries.size(); n++) {
                boolean ends = n == entries.size()
                        || entries.get(n).time() - entries.get(n - 1).time() > rules.gapMillis();
                if (ends) {
                    int[] own = entries.subList(from, n).stream()
                            .mapToInt(entry -> items.of(entry.item()))
                            .toArray();
                    sessions.add(
                            new Session(own, Math.floorDiv(entries.get(n - 1).time(), SECOND_MILLIS)));
                    from = n;
                }
            }
        });
        return Sessions.of(items.inTrain(), sessions);
    }

    /** Who rated twice meant the later rating. */
    private static Interactions ratings(List<Entry> entries, Numbering people, Numbering items) {
        Timelines timelines = Timelines.of(entries, people);
        InteractionsBuilder ratings = Interactions.collect(people.inTrain(), items.inTrain());
        for (int row = 0; row < people.inTrain(); row++) {
            Map<Integer, Float> latest = new LinkedHashMap<>();
            timelines.of(row).forEach(entry -> latest.put(items.of(entry.item()), entry.weight()));
            int user = row;
            latest.forEach((item, rating) -> ratings.add(user, item, rating));
        }
        return ratings.build();
    }
}
