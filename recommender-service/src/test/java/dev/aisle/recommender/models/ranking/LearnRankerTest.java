package dev.aisle.recommender.models.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.ranking.ShownList;
import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.models.domain.ModelFile;
import dev.aisle.recommender.models.domain.PastModel;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.ranking.LearnRanker.Learned;
import dev.aisle.recommender.models.store.ModelInUse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnRankerTest {
    private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");
    private static final int LISTS = 8_000;
    private static final Instant NOW = FIRST.plus(Duration.ofMinutes(LISTS));
    private static final List<ShownList> SHOWN = new SimulatedShoppers(1, 19).clicked(LISTS, FIRST);

    private static final PastModel PAST = new PastModel(SmallShop.model(40), FIRST.toEpochMilli());
    private static final ReplayedLists NOTHING = (past, most, each) -> {
        throw new AssertionError("replayed " + past.moment());
    };

    @TempDir
    Path directory;

    @Test
    void aRankerThatIsBetterOnTheNewestDaysServesAndStandsInTheModelFile() throws Exception {
        Learned learned = learning(SHOWN, 2_000).learn(NOW, null);

        RankerReport report = learned.report();
        LearnedRanker ranker = learned.ranker();
        assertThat(ranker).isNotNull();
        assertThat(report.serves()).isEqualTo(ranker.version()).startsWith("lambdamart-");
        assertThat(report.difference().low()).isPositive();
        assertThat(report.ranker().value()).isGreaterThan(report.blend().value());
        assertThat(report.examination().getFirst()).isEqualTo(1);
        assertThat(report.lists().shown()).isEqualTo(LISTS);
        System.out.println("FIGURE " + report.explanation());

        TrainedModel model = SmallShop.model(40).with(ranker);
        ModelFile.write(model, directory.resolve("model"));
        TrainedModel read = ModelFile.read(directory.resolve("model"));
        assertThat(read.origin()).isEqualTo(model.origin());
        assertThat(read.ranker().summary()).isEqualTo(ranker.summary());
        assertThat(read.ranker().knows(FeatureNames.VERSION, FeatureNames.ALL)).isTrue();
        for (float[] row : SHOWN.getFirst().features()) {
            assertThat(read.ranker().trees().score(row))
                    .isEqualTo(ranker.trees().score(row));
        }
    }

    @Test
    void theSameListsGiveTheSameRanker() {
        List<ShownList> few = SHOWN.subList(0, 3_000);

        LearnedRanker first = learning(few, 100).learn(NOW, null).ranker();
        LearnedRanker second = learning(few, 100).learn(NOW, null).ranker();

        assertThat(first.version()).isEqualTo(second.version());
        for (float[] row : SHOWN.getLast().features()) {
            assertThat(first.trees().score(row)).isEqualTo(second.trees().score(row));
        }
    }

    @Test
    void wherePeopleTakeWhatTheBlendPutsFirstTheBlendGoesOnServing() {
        Learned learned = learning(
                        SHOWN.stream().map(LearnRankerTest::firstTaken).toList(), 2_000)
                .learn(NOW, null);

        assertThat(learned.ranker()).isNull();
        assertThat(learned.report().serves()).isEqualTo(RankerReport.BLEND);
        assertThat(learned.report().explanation()).startsWith("The ranker isn't better beyond chance");
        assertThat(learned.report().difference()).isNotNull();
    }

    @Test
    void withTooFewClicksTheBlendServesAndTheReportSaysHowManyAreMissing() {
        Learned learned = learning(SHOWN.subList(0, 100), 2_000).learn(NOW, null);

        assertThat(learned.ranker()).isNull();
        assertThat(learned.report().explanation()).contains("lists with a click, 2000 are needed");
        assertThat(learned.report().heldOut()).isZero();
    }

    @Test
    void whileTooFewWereShownItLearnsFromReplayedSessions() {
        Learned learned = replaying(replayed(3_000)).learn(NOW, PAST);

        assertThat(learned.ranker()).isNotNull();
        assertThat(learned.ranker().summary()).containsEntry("basis", RankerReport.REPLAYED);
        assertThat(learned.report().basis()).isEqualTo(RankerReport.REPLAYED);
        assertThat(learned.report().lists().shown()).isEqualTo(3_000);
        assertThat(learned.report().examination()).containsExactly(1.0);
        assertThat(learned.report().explanation()).contains("better").contains("(replayed sessions)");
    }

    @Test
    void withTooFewReplayedListsTheReportSaysSo() {
        Learned learned = replaying(replayed(100)).learn(NOW, PAST);

        assertThat(learned.ranker()).isNull();
        assertThat(learned.report().explanation())
                .matches("The blend serves: 0 lists with a click, 2000 are needed; [0-9]+ replayed lists in which"
                        + " something was taken, 300 are needed\\.");
    }

    @Test
    void enoughShownListsComeBeforeReplayedOnes() {
        assertThat(learning(SHOWN, 2_000).learn(NOW, PAST).report().basis()).isEqualTo(RankerReport.SHOWN);
    }

    /** Nobody chose by place. */
    private static List<ShownList> replayed(int count) {
        return new SimulatedShoppers(0, 23)
                .clicked(count, FIRST).stream()
                        .map(list -> {
                            int[] top = new int[list.size()];
                            Arrays.fill(top, 1);
                            return new ShownList(list.shownAt(), list.features(), top, list.gains());
                        })
                        .toList();
    }

    private static LearnRanker replaying(List<ShownList> lists) {
        return new LearnRanker(
                (from, until, each) -> {},
                (past, most, each) -> lists.forEach(each),
                new ModelInUse(),
                new PlainRanker(true, 2_000, 300, 60));
    }

    @Test
    void listsOfOtherFeaturesAreNotLearnedFrom() {
        ShownList foreign =
                new ShownList(FIRST.toEpochMilli(), new float[][] {{1}, {2}}, new int[] {1, 2}, new float[] {1, 0});

        Learned learned = learning(Collections.nCopies(50, foreign), 10).learn(NOW, null);

        assertThat(learned.report().lists().shown()).isZero();
        assertThat(learned.report().serves()).isEqualTo(RankerReport.BLEND);
    }

    @Test
    void whenItIsOffNothingIsRead() {
        LearnRanker off = new LearnRanker(
                (from, until, each) -> {
                    throw new AssertionError("read from " + from);
                },
                NOTHING,
                new ModelInUse(),
                new PlainRanker(false, 10, 300, 60));

        assertThat(off.learn(NOW, PAST).report().explanation()).contains("aisle.ranking.learn is off");
    }

    @Test
    void oldListsAreNotRead() {
        List<Instant> asked = new ArrayList<>();
        LearnRanker learning = new LearnRanker(
                (from, until, each) -> asked.add(from), NOTHING, new ModelInUse(), new PlainRanker(true, 10, 300, 60));

        learning.learn(NOW, null);

        assertThat(asked).hasSize(28);
        assertThat(asked.getLast()).isEqualTo(NOW.minus(Duration.ofDays(28)));
    }

    private static ShownList firstTaken(ShownList list) {
        float[] gains = new float[list.size()];
        gains[0] = 1;
        return new ShownList(list.shownAt(), list.features(), list.positions(), gains);
    }

    private static LearnRanker learning(List<ShownList> lists, int least) {
        return new LearnRanker(
                (from, until, each) -> lists.reversed().stream()
                        .filter(list -> list.shownAt() >= from.toEpochMilli() && list.shownAt() < until.toEpochMilli())
                        .forEach(each),
                NOTHING,
                new ModelInUse(),
                new PlainRanker(true, least, 300, 60));
    }
}
