package dev.aisle.algorithms.sequence;

import dev.aisle.algorithms.sequence.Sessions.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small shops whose sessions walk from an item to one of the next. */
final class RandomSessions {
    private RandomSessions() {}

    static List<Session> of(long seed, int sessions, int items) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Session> all = new ArrayList<>();
        for (int s = 0; s < sessions; s++) {
            int[] steps = new int[1 + random.nextInt(7)];
            int at = random.nextInt(items);
            for (int step = 0; step < steps.length; step++) {
                steps[step] = at;
                at = random.nextInt(4) == 0 ? random.nextInt(items) : Math.floorMod(at + random.nextInt(-1, 3), items);
            }
            all.add(new Session(steps, random.nextInt(1_000_000)));
        }
        return all;
    }
}
