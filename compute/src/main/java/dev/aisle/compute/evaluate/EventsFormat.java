package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.InteractionsBuilder;
import dev.aisle.compute.UsageException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * {@code events}: an event file, split by time. People of train who took something afterwards are asked for; items of train are the catalogue,
 * since nothing here can know an item before its first event.
 */
final class EventsFormat {
    private EventsFormat() {}

    static Dataset read(Options options, PrintStream err) {
        Path file = EventFile.in(options.file("--data"));
        List<Event> events = new EventFile(err).read(file, options.optional("--columns"));
        TemporalSplit split = TemporalSplit.parse(options.optional("--split").orElse("temporal:0.8"), events);
        Names users = new Names();
        Names items = new Names();
        Interactions train = train(events, split.first(), users, items);
        boolean repeats = options.flag("--repeats");
        List<int[]> truth = truth(events, split.first(), train, users, items, repeats);
        if (train.size() == 0 || truth.stream().allMatch(row -> row.length == 0)) {
            throw new UsageException("--split: " + split.text() + " leaves nothing to learn or nothing to find");
        }
        return new Dataset(file.getFileName().toString(), split.text(), train, truth, repeats);
    }

    /** A pair that comes n times weighs 1 + ln n: the tenth purchase of bread says less than the first. */
    private static Interactions train(List<Event> events, Instant first, Names users, Names items) {
        List<Event> before =
                events.stream().filter(e -> e.time().isBefore(first)).toList();
        before.forEach(event -> {
            users.index(event.user());
            items.index(event.item());
        });
        InteractionsBuilder interactions = Interactions.collect(users.size(), items.size());
        before.forEach(event -> interactions.add(users.index(event.user()), items.index(event.item()), 1));
        return interactions.build().mapWeights(count -> 1 + Math.log(count));
    }

    private static List<int[]> truth(
            List<Event> events, Instant first, Interactions train, Names users, Names items, boolean repeats) {
        List<BitSet> taken = new ArrayList<>();
        for (int user = 0; user < train.userCount(); user++) {
            taken.add(new BitSet());
        }
        for (Event event : events) {
            int user = users.known(event.user());
            int item = items.known(event.item());
            if (!event.time().isBefore(first) && user >= 0 && item >= 0) {
                taken.get(user).set(item);
            }
        }
        for (int user = 0; user < taken.size() && !repeats; user++) {
            for (int p = train.start(user); p < train.start(user + 1); p++) {
                taken.get(user).clear(train.item(p));
            }
        }
        return taken.stream().map(row -> row.stream().toArray()).toList();
    }
}
