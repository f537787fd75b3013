package dev.aisle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.bench.data.MadeShop;
import dev.aisle.bench.data.ShopSource;
import dev.aisle.bench.data.Validation;
import dev.aisle.bench.neighbours.NeighbourTrial;
import dev.aisle.bench.sessions.SessionTrial;
import dev.aisle.bench.train.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speed is asserted nowhere: whether the parts do what they say. */
class BenchPartsTest {
    private static final String SOURCE = "made:5000";

    @Test
    void aMadeShopHasTheSizeAndTheSkewThatWereAskedFor() {
        Interactions shop = MadeShop.of(50_000).make();

        assertThat((double) shop.size()).isCloseTo(50_000, within(5_000.0));
        assertThat(shop.fingerprint()).isEqualTo(MadeShop.of(50_000).make().fingerprint());
        int[] counts = shop.usersPerItem();
        Arrays.sort(counts);
        long topTenth =
                Arrays.stream(counts, counts.length * 9 / 10, counts.length).sum();
        assertThat((double) topTenth / shop.size()).isBetween(0.25, 0.8);
    }

    @Test
    void validationTakesAFifthAndNothingTwice() {
        Validation validation = Validation.of(ShopSource.read(SOURCE));

        Interactions train = validation.train();
        Interactions held = validation.held();
        assertThat((double) held.size() / (held.size() + train.size())).isCloseTo(0.2, within(0.02));
        for (int user = 0; user < held.userCount(); user++) {
            for (int p = held.start(user); p < held.start(user + 1); p++) {
                assertThat(validation.seen(user).get(held.item(p))).isFalse();
            }
        }
    }

    @Test
    void filesOfListsAndOfRatingsAreRead(@TempDir Path folder) throws IOException {
        Path lists = Files.writeString(folder.resolve("train.txt"), "a x y\nb y\n");
        Path ratings = Files.writeString(folder.resolve("ratings.csv"), "u,i,r,t\n1,7,4.5,0\n1,8,3,0\n2,7,4,0\n");

        assertThat(ShopSource.read(lists.toString()).size()).isEqualTo(3);
        assertThat(ShopSource.read(ratings.toString()).size()).isEqualTo(2);
    }

    @Test
    void aTrialInAProcessOfItsOwnSaysWhatItMeasured() {
        ChildJvm trial = ChildJvm.own(Trial.class, "512m");

        List<Map<String, String>> cost = trial.run("exact", "cost", SOURCE, "8", "1", "2");
        List<Map<String, String>> steady = trial.run("cg:2", "steady", "made:2000:60:50", "8", "1", "2");
        List<Map<String, String>> curve = trial.run("cg:2", "curve", SOURCE, "8", "2", "3", "0.05", "12");

        assertThat(cost).singleElement().satisfies(line -> assertThat(line).containsKeys("cost", "interactions"));
        assertThat(steady).hasSize(2).allSatisfy(line -> assertThat(line).containsKeys("cost", "iterations"));
        assertThat(curve).extracting(line -> line.get("iterations")).containsExactly("1", "2", "3");
        assertThat(curve)
                .allSatisfy(line ->
                        assertThat(RecommendBench.number(line, "recall")).isBetween(0.0, 1.0));
    }

    @Test
    void neighbourhoodsOfBothKindsAreMeasured() {
        for (String form : List.of("itemknn", "itemknn-plain", "vmisknn", "vmisknn-plain")) {
            assertThat(ChildJvm.own(NeighbourTrial.class, "512m")
                            .run(form, SOURCE)
                            .getFirst())
                    .containsKeys("cpu", "kept", "allocated");
        }
    }

    @Test
    void visitsAreAskedForAtTheRateAndTimedFromWhenTheyWereDue(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("train.txt"), "SessionId\tItemId\tTime\n1\ta\t10\n1\tb\t11\n2\ta\t12.5\n2\tc\t13\n");
        Files.writeString(folder.resolve("test.txt"), "SessionId\tItemId\tTime\n3\ta\t20\n3\tb\t21\n");
        ChildJvm trial = ChildJvm.own(SessionTrial.class, "512m");

        Map<String, String> read = trial.run(folder.toString(), "100", "1").getFirst();
        Map<String, String> made = trial.run("made:5000", "100", "1").getFirst();

        assertThat(read)
                .containsEntry("clicks", "4")
                .containsEntry("visits", "2")
                .containsEntry("items", "3");
        assertThat(RecommendBench.number(made, "clicks")).isCloseTo(5_000, within(1_000.0));
        assertThat(made).containsKeys("most", "p50", "p90", "p99");
    }

    @Test
    void aTrialThatFailsSaysWhy() {
        assertThatThrownBy(() -> ChildJvm.own(Trial.class, "512m").run("exact", "cost", "/nowhere", "8", "1", "2"))
                .hasMessageContaining("/nowhere");
    }

    @Test
    void medianAndRange() {
        assertThat(Spread.of(List.of(3.0, 1.0, 2.0)))
                .isEqualTo(new Spread(2, 1, 3))
                .hasToString("2.000 (1.000–3.000)");
        assertThat(Spread.of(List.of(4.0, 1.0))).isEqualTo(new Spread(2.5, 1, 4));
    }

    @Test
    void optionsThatNobodyKnowsAreRefused() {
        assertThat(new Options(new String[] {"--quick", "--starts", "5"}).number("starts", 3))
                .isEqualTo(5);
        assertThatThrownBy(() -> new Options(new String[] {"--fast"})).hasMessageContaining("--fast");
        assertThatThrownBy(() -> new Options(new String[] {"--starts", "0"}).number("starts", 1))
                .hasMessageContaining("≥ 1");
    }
}
