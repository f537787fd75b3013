package dev.aisle.algorithms.privacy.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.privacy.guard.Answer.NoneLeft;
import dev.aisle.algorithms.privacy.guard.Answer.Shown;
import dev.aisle.algorithms.privacy.guard.Answer.TooFew;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class QuestionGuardTest {
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

    private final QuestionGuard guard = guard(1);

    private static QuestionGuard guard(long seed) {
        return new QuestionGuard(GuardLevel.DEFAULT, new MemoryReleases(), new SplittableRandom(seed));
    }

    @Property
    void anAnswerIsAMultipleOfFiveOfAtLeastKAndStaysWhileFewPeopleComeAndGo(
            @ForAll long seed, @ForAll @LongRange(max = 5_000) long people, @ForAll @LongRange(max = 5) long more) {
        QuestionGuard one = guard(seed);

        Answer first = one.ask("a", Question.people("q", people), NOW);
        Answer second = one.ask("b", Question.people("q", people + more), NOW);

        if (first instanceof Shown shown) {
            assertThat(shown.people() % 5).isZero();
            assertThat(shown.people()).isGreaterThanOrEqualTo(20).isCloseTo(people, within(120L));
            assertThat(second).isInstanceOf(Shown.class);
        } else {
            assertThat(people).isLessThan(150);
        }
    }

    @Property
    void aLimitIsAtLeastTheQuantileAndOneTwoOrFiveTimesAPowerOfTen(@ForAll @DoubleRange(max = 1e9) double quantile) {
        double limit = Figure.limit(quantile);

        assertThat(limit).isGreaterThanOrEqualTo(quantile).isLessThanOrEqualTo(Math.max(1, 2.5 * quantile));
        assertThat(Long.toString((long) limit)).matches("[125]0*");
    }

    @Test
    void noisesOfTwoQuestionsAreIndependentAndAsLargeAsPromised() {
        double squares = 0;
        double products = 0;
        for (int seed = 0; seed < 5_000; seed++) {
            QuestionGuard one = guard(seed);
            double a = shown(one.ask("a", Question.people("one", 500), NOW)) - 500;
            double b = shown(one.ask("a", Question.people("other", 500), NOW)) - 500;
            squares += a * a;
            products += a * b;
        }

        assertThat(Math.sqrt(squares / 5_000)).isCloseTo(Math.sqrt(289 + 25 / 12.0), within(0.6));
        assertThat(products / 5_000).isCloseTo(0, within(15.0));
    }

    @Test
    void aReaderHasTwentyNewAnswersADayAndKeepsTheOldOnes() {
        for (int i = 0; i < 20; i++) {
            assertThat(guard.ask("a", Question.people("q" + i, 500), NOW).left())
                    .isEqualTo(19 - i);
        }

        assertThat(guard.ask("a", Question.people("new", 500), NOW)).isInstanceOf(NoneLeft.class);
        assertThat(guard.ask("a", Question.people("q3", 500), NOW)).isInstanceOf(Shown.class);
        assertThat(guard.ask("b", Question.people("new", 500), NOW)).isInstanceOf(Shown.class);
        assertThat(guard.ask("a", Question.people("later", 500), NOW.plus(Duration.ofDays(1))))
                .isInstanceOf(Shown.class);
    }

    @Test
    void anAnswerIsDrawnAnewWhenManyMoreCameAndAfterAWeek() {
        assertThat(guard.ask("a", Question.people("q", 0), NOW)).isInstanceOf(TooFew.class);
        assertThat(shown(guard.ask("a", Question.people("q", 2_000), NOW))).isCloseTo(2_000, within(90.0));
        int left = guard.left("a", NOW);

        guard.ask("a", Question.people("q", 2_000), NOW.plus(Duration.ofDays(8)));

        assertThat(left).isEqualTo(17);
        assertThat(guard.left("a", NOW.plus(Duration.ofDays(8)))).isEqualTo(19);
    }

    @Test
    void noiseOfASumGrowsWithTheLargestPartAndWithHowManyFiguresAPersonTouches() {
        double squares = 0;
        for (int seed = 0; seed < 5_000; seed++) {
            Question question = new Question("q", List.of(Figure.people(500), new Figure(1e6, 200)), 4);
            squares += Math.pow(
                    ((Shown) guard(seed).ask("a", question, NOW))
                                    .figures()
                                    .get(1)
                                    .value()
                            - 1e6,
                    2);
        }

        assertThat(Math.sqrt(squares / 5_000)).isCloseTo(6_800, within(300.0));
    }

    @Test
    void aSumIsClippedWhereOneInAHundredOfThoseWhoHaveAnyIsAbove() {
        TreeMap<Long, Long> paid = new TreeMap<>(Map.of(0L, 5_000L, 30L, 150L, 45L, 49L, 9_000L, 1L));

        assertThat(Figure.sum(paid)).isEqualTo(new Figure(150 * 30 + 49 * 45 + 50, 50));
        assertThat(Figure.sum(new TreeMap<>())).isEqualTo(new Figure(0, 1));
    }

    @Test
    void aLevelStatesItsBargain() {
        assertThat(GuardLevel.DEFAULT.answersADay()).isEqualTo(20);
        assertThat(GuardLevel.DEFAULT.advantage()).isCloseTo(0.0901, within(0.0001));
        assertThat(new GuardLevel(20, 10).answersADay()).isEqualTo(6);
        assertThat(new GuardLevel(20, 30).shows(new NoisedFigure(100, 30))).isFalse();
        assertThat(new GuardLevel(20, 10).shows(new NoisedFigure(35, 10))).isTrue();
        assertThat(new GuardLevel(20, 10).showsOneOfMany(new NoisedFigure(44, 10)))
                .isFalse();
        assertThat(new GuardLevel(20, 10).showsOneOfMany(new NoisedFigure(45, 10)))
                .isTrue();
        assertThatThrownBy(() -> new GuardLevel(20, 9.9)).hasMessageContaining("10 people or more");
        assertThatThrownBy(() -> new GuardLevel(1, 10)).hasMessageContaining("2 or more");
    }

    @Test
    void aNumberOfNobodyIsShownInOneOfThousandsOfNewQuestions() {
        long shown = IntStream.range(0, 20_000)
                .filter(seed -> guard(seed).ask("a", Question.people("q", 0), NOW) instanceof Shown)
                .count();

        // 7 are expected; at three deviations 20 were.
        assertThat(shown).isLessThan(17);
    }

    @Test
    void aNumberThatIsDrawnAnewSincePeopleMovedTakesTwoOffTheDayAndNoneWhenOneIsLeft() {
        Question few = Question.people("q", 500);
        Question many = Question.people("q", 5_000);
        guard.ask("a", few, NOW);
        for (int i = 0; i < 17; i++) {
            guard.ask("b", Question.people("q" + i, 500), NOW);
        }

        assertThat(guard.ask("b", many, NOW).left()).isEqualTo(1);
        assertThat(shown(guard.ask("b", few, NOW))).isGreaterThan(4_000);
        assertThat(guard.ask("a", few, NOW).left()).isEqualTo(17);
    }

    private static double shown(Answer answer) {
        return ((Shown) answer).people();
    }
}
