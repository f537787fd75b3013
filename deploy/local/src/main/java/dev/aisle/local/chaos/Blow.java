package dev.aisle.local.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What happens next to a process. */
sealed interface Blow {
    /** kill -9, so long after it was ready. */
    record Kill(long afterMillis) implements Blow {}

    /** It crashes by itself at a named point. */
    record Crash(CrashPoint point, CrashPlace place) implements Blow {}

    long LONGEST_WAIT_MILLIS = 2_500;

    /** A kill, then the other kills and each of the points once, shuffled. */
    static List<Blow> plan(int kills, List<CrashPoint> points, Random random) {
        var later = new ArrayList<Blow>();
        for (int i = 1; i < kills; i++) {
            later.add(kill(random));
        }
        points.forEach(point -> later.add(new Crash(point, point.place(random))));
        Collections.shuffle(later, random);
        later.addFirst(kill(random));
        return later;
    }

    private static Kill kill(Random random) {
        return new Kill(random.nextLong(LONGEST_WAIT_MILLIS));
    }
}
