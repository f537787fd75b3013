package dev.aisle.compute.evaluate;

import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.sequence.Sessions;
import dev.aisle.algorithms.sequence.Sessions.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question after each click of a session, as Serenade and session-rec ask: the next click, and all that follow. A click on an item that train
 * doesn't have can't be found and counts as a miss.
 *
 * @param everyClick whether it is asked after each click; else only before the last
 * @param timed whether clicks have times; else only an order
 */
record SessionAssembly(boolean everyClick, boolean timed) implements Assembly {
    private static final long SECOND_MILLIS = 1000;

    @Override
    public Fold fold(Parts parts, Numbering people, Numbering items, List<String> groups) {
        Timelines before = Timelines.of(parts.train(), people);
        Interactions train = before.matrix(people.inTrain(), items.inTrain(), items, Ageing.NONE);
        List<Session> sessions = new ArrayList<>();
        for (int row = 0; row < before.size(); row++) {
            List<Entry> clicks = before.of(row);
            if (!clicks.isEmpty()) {
                sessions.add(new Session(
                        indexes(clicks, items), Math.floorDiv(clicks.getLast().time(), SECOND_MILLIS)));
            }
        }
        Timelines after = Timelines.of(parts.test(), people);
        List<Case> cases = new ArrayList<>();
        Omissions omissions = new Omissions();
        for (int row = 0; row < after.size(); row++) {
            int[] clicks = indexes(after.of(row), items);
            ask(row, clicks, cases);
            omissions.add("sessions", clicks.length == 1 ? 1 : 0, "they have one click, so there is nothing to ask");
            long unknown = Arrays.stream(clicks)
                    .filter(item -> item >= items.inTrain())
                    .count();
            omissions.add("clicks", unknown, "train doesn't have the item: they count as misses");
        }
        Optional<Interactions> ages =
                timed ? Optional.of(before.ages(people.inTrain(), items.inTrain(), items)) : Optional.empty();
        return new Fold(
                train,
                Optional.of(Sessions.of(items.inTrain(), sessions)),
                Optional.empty(),
                ages,
                cases,
                omissions.all());
    }

    private static int[] indexes(List<Entry> clicks, Numbering items) {
        return clicks.stream().mapToInt(click -> items.of(click.item())).toArray();
    }

    private void ask(int session, int[] clicks, List<Case> cases) {
        for (int clicked = everyClick ? 1 : Math.max(1, clicks.length - 1); clicked < clicks.length; clicked++) {
            int[] rest = new int[clicks.length - clicked];
            System.arraycopy(clicks, clicked, rest, 0, rest.length);
            int from = Math.max(0, clicked - Case.LONGEST);
            int[] last = new int[clicked - from];
            System.arraycopy(clicks, from, last, 0, last.length);
            cases.add(new Case(
                    session,
                    Case.NOBODY,
                    set(last),
                    History.of(last),
                    everyClick ? Truth.rest(rest) : Truth.of(rest),
                    ""));
        }
    }

    /** The clicks as a person's row of train would weigh them. */
    private static History set(int[] clicks) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        for (int click : clicks) {
            counts.merge(click, 1, Integer::sum);
        }
        int[] items = new int[counts.size()];
        float[] weights = new float[counts.size()];
        int n = 0;
        for (Map.Entry<Integer, Integer> one : counts.entrySet()) {
            items[n] = one.getKey();
            weights[n++] = (float) Timelines.dampened(one.getValue());
        }
        return History.of(items, weights);
    }
}
