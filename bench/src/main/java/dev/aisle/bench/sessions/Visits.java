package dev.aisle.bench.sessions;

import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.sequence.Sessions;
import dev.aisle.algorithms.sequence.Sessions.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Visits to learn from, and beginnings of others to ask about.
 *
 * @param train the visits
 * @param questions what somebody looked at so far, the oldest first
 */
record Visits(Sessions train, List<History> questions) {
    private static final String MADE = "made:";
    private static final long SEED = 20_261_126;
    private static final int QUESTIONS = 50_000;
    private static final double CLICKS_A_VISIT = 4.5;
    private static final int CLICKS_AN_ITEM = 20;
    private static final int ITEMS_A_THEME = 60;
    private static final double OWN_THEME = 0.8;
    private static final double SKEW = 3;

    /**
     * Reads or makes them.
     *
     * @param source {@code made:CLICKS}, or a folder with {@code train.txt} and {@code test.txt} of lines {@code session item seconds}, tabs
     *     between and a title above
     */
    static Visits of(String source) {
        return source.startsWith(MADE)
                ? made(Integer.parseInt(source.substring(MADE.length())))
                : read(Path.of(source));
    }

    private static Visits read(Path folder) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Session> train = sessions(folder.resolve("train.txt"), numbers);
        int known = numbers.size();
        List<History> questions = new ArrayList<>();
        for (Session session : sessions(folder.resolve("test.txt"), numbers)) {
            addBeginnings(session.items(), questions);
        }
        return new Visits(Sessions.of(known, train), questions);
    }

    private static List<Session> sessions(Path file, Map<String, Integer> numbers) {
        Map<String, List<String[]>> clicks = new LinkedHashMap<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split("\t", -1);
                clicks.computeIfAbsent(cells[0], added -> new ArrayList<>()).add(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
        return clicks.values().stream()
                .map(own -> new Session(
                        own.stream()
                                .mapToInt(cells -> numbers.computeIfAbsent(cells[1], added -> numbers.size()))
                                .toArray(),
                        (long) Double.parseDouble(own.getLast()[2])))
                .toList();
    }

    private static void addBeginnings(int[] items, List<History> questions) {
        for (int length = 1; length < items.length; length++) {
            questions.add(History.of(Arrays.copyOf(items, length)));
        }
    }

    /** Each visit has a theme that most of it is about; items of a theme, and themes, are as unequal as those of shops are. */
    private static Visits made(int clicks) {
        SplittableRandom random = new SplittableRandom(SEED);
        int items = Math.max(2 * ITEMS_A_THEME, clicks / CLICKS_AN_ITEM);
        List<Session> train = new ArrayList<>();
        int visits = (int) Math.max(1, clicks / CLICKS_A_VISIT);
        for (int visit = 0; visit < visits; visit++) {
            train.add(new Session(visit(items, random), visit));
        }
        List<History> questions = new ArrayList<>();
        while (questions.size() < QUESTIONS) {
            addBeginnings(visit(items, random), questions);
        }
        return new Visits(Sessions.of(items, train), questions);
    }

    private static int[] visit(int items, SplittableRandom random) {
        int themes = items / ITEMS_A_THEME;
        int theme = skewed(themes, random);
        int length = 2;
        while (random.nextDouble() < 1 - 1 / (CLICKS_A_VISIT - 1)) {
            length++;
        }
        int[] visit = new int[length];
        for (int step = 0; step < length; step++) {
            int of = random.nextDouble() < OWN_THEME ? theme : skewed(themes, random);
            visit[step] = of + themes * skewed(ITEMS_A_THEME, random);
        }
        return visit;
    }

    /** 0 is the likeliest by far. */
    private static int skewed(int n, SplittableRandom random) {
        return (int) (n * Math.pow(random.nextDouble(), SKEW));
    }
}
