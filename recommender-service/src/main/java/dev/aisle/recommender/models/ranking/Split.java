package dev.aisle.recommender.models.ranking;

import dev.aisle.algorithms.ranking.ShownList;
import java.time.Duration;
import java.util.List;

/**
 * Lists before and from a moment on: the newest days (UTC) that hold a fifth of the lists with a click or a bit more, or just this fifth when whole days would
 * leave less than half to learn from.
 *
 * @param moment milliseconds since 1970
 */
record Split(List<ShownList> older, List<ShownList> newer, long moment) {
    private static final double OLDER = 0.8;
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    /** Splits lists. */
    public static Split of(List<ShownList> lists) {
        long[] clicks = lists.stream()
                .filter(ShownList::hasGain)
                .mapToLong(ShownList::shownAt)
                .sorted()
                .toArray();
        long fifth = clicks.length == 0 ? 0 : clicks[(int) (OLDER * clicks.length)];
        long day = Math.floorDiv(fifth, DAY_MILLIS) * DAY_MILLIS;
        return clicks.length == 0 || clicks[clicks.length / 2] < day ? at(lists, day) : at(lists, fifth);
    }

    private static Split at(List<ShownList> lists, long moment) {
        return new Split(
                lists.stream().filter(list -> list.shownAt() < moment).toList(),
                lists.stream().filter(list -> list.shownAt() >= moment).toList(),
                moment);
    }
}
