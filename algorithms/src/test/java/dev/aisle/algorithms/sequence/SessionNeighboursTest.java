package dev.aisle.algorithms.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Model;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.recommend.SparseScores;
import dev.aisle.algorithms.sequence.Sessions.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Against the definitions, written down as plainly as they are. */
class SessionNeighboursTest {
    private static final int ITEMS = 15;

    private record Neighbour(Session session, double similarity) {}

    @Property(tries = 200)
    void vsKnnIsItsDefinition(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 20) int k,
            @ForAll @IntRange(min = 1, max = 40) int sample) {
        List<Session> sessions = latestFirst(RandomSessions.of(seed, 40, ITEMS));
        int[] session = RandomSessions.of(~seed, 1, ITEMS).getFirst().items();
        double[] expected = new double[ITEMS];
        double distinct = Arrays.stream(session).distinct().count();
        List<Neighbour> neighbours = sessions.stream()
                .filter(one -> !shared(one, session).isEmpty())
                .limit(sample)
                .map(one -> new Neighbour(
                        one,
                        shared(one, session).stream()
                                        .mapToDouble(
                                                item -> Math.pow((lastPlace(session, item) + 1.0) / session.length, 2))
                                        .sum()
                                / distinct))
                .sorted(Comparator.comparingDouble((Neighbour one) -> (float) one.similarity())
                        .reversed())
                .limit(k)
                .toList();
        for (Neighbour one : neighbours) {
            for (int item : items(one.session())) {
                long count = sessions.stream()
                        .flatMapToInt(other -> Arrays.stream(other.items()))
                        .filter(other -> other == item)
                        .count();
                expected[item] += one.similarity() / step(one.session(), session) * (1 + 5 * Math.log(40.0 / count));
            }
        }

        assertScores(new VsKnn(k, sample, 5).fit(Sessions.of(ITEMS, sessions), Progress.NONE), session, expected);
    }

    @Property(tries = 200)
    void vmisKnnIsItsDefinitionWhenNothingIsForgotten(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int k, @ForAll boolean current) {
        List<Session> sessions = latestFirst(RandomSessions.of(seed, 40, ITEMS));
        int[] all = RandomSessions.of(~seed, 1, ITEMS).getFirst().items();
        int[] session = Arrays.copyOfRange(all, Math.max(0, all.length - 3), all.length);
        double distinct = Arrays.stream(session).distinct().count();
        int longest = sessions.stream().mapToInt(one -> items(one).size()).max().orElseThrow();
        double pairs = sessions.stream().mapToInt(one -> items(one).size()).sum();
        assertThat(longest).isLessThanOrEqualTo(7);
        List<Neighbour> neighbours = sessions.stream()
                .filter(one -> !shared(one, session).isEmpty())
                .map(one -> new Neighbour(
                        one,
                        shared(one, session).stream()
                                .mapToDouble(item -> (lastPlace(session, item) + 1) / distinct)
                                .sum()))
                .sorted(Comparator.comparingDouble((Neighbour one) -> (float) one.similarity())
                        .reversed())
                .limit(k)
                .toList();
        double[] expected = new double[ITEMS];
        for (Neighbour one : neighbours) {
            for (int item : items(one.session())) {
                long having = sessions.stream()
                        .filter(other -> items(other).contains(item))
                        .count();
                expected[item] +=
                        Decay.LINEAR.at(step(one.session(), session)) * one.similarity() * Math.log(pairs / having);
            }
        }
        if (!current) {
            expected[session[session.length - 1]] = 0;
        }

        assertScores(new VmisKnn(40, k, 3, 1, current).fit(Sessions.of(ITEMS, sessions), Progress.NONE), all, expected);
    }

    @Property(tries = 100)
    void whoeverIsForgottenIsOlderThanTheLatest(@ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int m) {
        SessionIndex index = new SessionIndex(Sessions.of(ITEMS, RandomSessions.of(seed, 60, ITEMS)), m, 99);
        Candidates candidates = new Candidates(index, m, 3);
        Set<Integer> sessions = IntStream.of(3, 7, 11)
                .peek(item -> candidates.add(item, 1))
                .boxed()
                .flatMap(item -> IntStream.range(index.firstSession(item), index.firstSession(item + 1))
                        .mapToObj(index::session))
                .collect(Collectors.toSet());
        List<Integer> kept = new ArrayList<>();

        candidates.nearest(m, (session, similarity) -> kept.add(session));

        assertThat(kept)
                .containsExactlyInAnyOrderElementsOf(sessions.stream()
                        .sorted(Comparator.reverseOrder())
                        .limit(m)
                        .toList());
    }

    @Property(tries = 200)
    void fewScoresAreThoseOfAllAndCausesSumToThem(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int m, @ForAll boolean current) {
        SessionNeighbours model = new VmisKnn(m, 20, 3, 1, current)
                .fit(Sessions.of(ITEMS, RandomSessions.of(seed, 60, ITEMS)), Progress.NONE);
        int[] items = RandomSessions.of(~seed, 1, ITEMS).getFirst().items();
        History session = History.of(IntStream.concat(Arrays.stream(items), IntStream.of(ITEMS + 2, items[0]))
                .toArray());
        float[] all = new float[ITEMS];

        model.score(session, all);

        SparseScores few = model.sparseScores(session);
        for (int item = 0; item < ITEMS; item++) {
            float sum = 0;
            for (float addend : model.contributions(session, item)) {
                assertThat(addend).isNotNegative();
                sum += addend;
            }
            assertThat(few.of(item)).isCloseTo(all[item], within(1e-4f));
            assertThat(sum).isCloseTo(all[item], within(1e-4f));
        }
    }

    @Test
    void anUnknownItemAndAnEmptySessionSayNothing() {
        Sessions train = Sessions.of(2, List.of(new Session(new int[] {0, 1}, 1)));
        for (SequenceAlgorithm algorithm : List.of(VsKnn.withDefaults(), VmisKnn.withDefaults())) {
            float[] scores = {7, 7};
            algorithm.fit(train, Progress.NONE).score(History.empty(), scores);
            assertThat(scores).containsExactly(0, 0);
            algorithm.fit(train, Progress.NONE).score(History.of(5), scores);
            assertThat(scores).containsExactly(0, 0);
        }
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new VsKnn(0, 1, 1)).hasMessageContaining("k=0");
        assertThatThrownBy(() -> new VmisKnn(1, 1, 10, 1, true)).hasMessageContaining("last=10");
    }

    private static List<Session> latestFirst(List<Session> sessions) {
        // Ends that differ, so that "the latest" has one meaning.
        List<Session> distinct = new ArrayList<>();
        for (int s = 0; s < sessions.size(); s++) {
            distinct.add(new Session(sessions.get(s).items(), (long) s * 7919 % 1_000_003));
        }
        distinct.sort(Comparator.comparingLong(Session::end).reversed());
        return distinct;
    }

    private static Set<Integer> items(Session session) {
        return Arrays.stream(session.items()).boxed().collect(Collectors.toSet());
    }

    private static Set<Integer> shared(Session one, int[] session) {
        Set<Integer> shared = items(one);
        shared.retainAll(Arrays.stream(session).boxed().collect(Collectors.toSet()));
        return shared;
    }

    private static int lastPlace(int[] session, int item) {
        int place = session.length - 1;
        while (session[place] != item) {
            place--;
        }
        return place;
    }

    private static int step(Session one, int[] session) {
        int step = 1;
        while (!items(one).contains(session[session.length - step])) {
            step++;
        }
        return step;
    }

    private static void assertScores(Model model, int[] session, double[] expected) {
        float[] scores = new float[ITEMS];
        model.score(History.of(session), scores);
        for (int item = 0; item < ITEMS; item++) {
            assertThat((double) scores[item]).isCloseTo(expected[item], within(1e-4 + 1e-5 * expected[item]));
        }
    }
}
