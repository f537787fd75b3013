package dev.aisle.compute.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.deep.ItemFeatures;
import dev.aisle.algorithms.sequence.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsTest {
    private static final String CLICKS = "SessionId\tItemId\tTime\n";

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aSessionIsAskedAfterEachClickInTheOrderOfTimeAndAnItemNobodyKnewIsAMiss() throws IOException {
        String train = file("train.tsv", CLICKS + "1\ta\t10.5\n1\tb\t11\n2\ta\t20\n2\tb\t21\n2\tc\t22\n");
        String test = file("test.tsv", CLICKS + "9\tb\t31\n9\ta\t30.0\n9\tzz\t32\n9\tc\t33\n");
        Dataset data = Evaluated.data("--format", "sessions", "--train", train, "--test", test);

        assertThat(data.seenAreCandidates()).isTrue();
        assertThat(data.cases()).hasSize(3);
        assertThat(Evaluated.sequence(data, 0)).containsExactly("a");
        assertThat(Evaluated.truth(data, 0)).containsExactly("b", "zz", "c");
        assertThat(Evaluated.truth(data, 1)).containsExactly("zz", "c");
        assertThat(data.train().itemCount()).isEqualTo(3);

        Evaluated evaluated = Evaluated.of(
                folder, "--format", "sessions", "--train", train, "--test", test, "--algorithms", "sr", "--k", "1,2");

        // After a: b, right. After b: c, which isn't the next but comes. The unknown one is passed over, so again c.
        assertThat(evaluated.metric(0, "hr@1")).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(evaluated.metric(0, "precision@1")).isCloseTo(1, within(1e-12));
        assertThat(evaluated.metric(0, "recall@2")).isCloseTo((2.0 / 3 + 1.0 / 2 + 1) / 3, within(1e-12));
    }

    @Test
    void prefixesAskForTheNextItemWhichMayBeARepetition() throws IOException {
        String train = file("train.txt", "a b a\nb a c\n");
        String test = file("test.txt", "c b\ta\na\ta\n");
        Dataset data = Evaluated.data("--format", "prefixes", "--train", train, "--test", test);

        assertThat(data.cases()).hasSize(2);
        assertThat(Evaluated.sequence(data, 0)).containsExactly("c", "b");
        assertThat(Evaluated.truth(data, 1)).containsExactly("a");
        assertThat(data.seenAreCandidates()).isTrue();
    }

    @Test
    void everyAlgorithmTakesPartInSessionsExceptThoseThatNeedRatings() throws IOException {
        String train = file("train.txt", "a b c\nb a c\na c\nc b\n");
        String test = file("test.txt", "c b\ta\na\tb\n");

        Evaluated evaluated =
                Evaluated.of(folder, "--format", "prefixes", "--train", train, "--test", test, "--algorithms", "all");

        // Neither ratings nor times nor attributes are known, and nobody here trains networks.
        assertThat(evaluated.report().get("algorithms"))
                .hasSize(KnownAlgorithms.names().size() - 9);
        assertThat(evaluated.shell().err()).contains("left out: mf: it learns from ratings");
    }

    @Test
    void ratingsArePredictedAndRankedFoldByFold() throws IOException {
        StringBuilder text = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int user = 0; user < 30; user++) {
            for (int item = 0; item < 12; item++) {
                // Two tastes: the one likes even films, the other odd ones.
                boolean likes = (user + item) % 2 == 0;
                text.append(user).append(',').append(item).append(',').append(likes ? "4.5" : "1.5");
                text.append(',').append(1_000_000_000 + user * 100 + item).append('\n');
            }
        }
        String file = file("ratings.csv", text.toString());

        Evaluated evaluated = Evaluated.of(
                folder,
                "--format",
                "ratings",
                "--data",
                file,
                "--algorithms",
                "popularity,userknn,itemknn,mf:rank=4,passes=60,rate=0.03,regularisation=0.01",
                "--relevant",
                "4",
                "--k",
                "2");

        assertThat(evaluated.report().get("split").asText()).isEqualTo("kfold:5");
        for (int algorithm = 1; algorithm < 4; algorithm++) {
            assertThat(evaluated.metric(algorithm, "rmse")).isLessThan(0.5);
            assertThat(evaluated.metric(algorithm, "mae")).isLessThanOrEqualTo(evaluated.metric(algorithm, "rmse"));
            assertThat(evaluated.metric(algorithm, "rated")).isEqualTo(1);
        }
        assertThat(evaluated.metric(3, "recall@2")).isGreaterThan(evaluated.metric(0, "recall@2"));
        assertThat(evaluated.report().at("/algorithms/0/metrics/rmse").isMissingNode())
                .isTrue();
    }

    @Test
    void ratingsWithoutAHeaderAndWithTabsAreFineAndTheLaterRatingOfAPairCounts() throws IOException {
        String file = file("u.data", """
                1\t10\t2\t880000000
                1\t10\t5\t880000001
                1\t11\t3\t880000002
                2\t10\t4\t880000003
                2\t12\t4\t880000004
                1\t12\t1\t880000005
                2\t11\t1\t880000006
                """);
        Dataset data = Evaluated.data("--format", "ratings", "--data", file, "--split", "leave-one-out");

        var ratings = data.folds().getFirst().ratings().orElseThrow();
        assertThat(ratings.size()).isEqualTo(4);
        assertThat(ratings.weight(ratings.start(0))).isEqualTo(5);
        assertThat(data.train().weight(0)).isEqualTo((float) (1 + Math.log(2)));
        assertThat(data.cases().getFirst().truth().ratings()).containsExactly(1);
    }

    @Test
    void typesWeighAndAgeAndReturnsDoNotCount() throws IOException {
        String file = file("e.csv", """
                who,what,when,kind,n
                u,a,2024-01-01,view,1
                u,b,2024-01-11,addtocart,1
                u,c,2024-01-11,purchase,1
                u,d,2024-01-11,purchase,-1
                u,e,2024-01-11,stare,1
                v,a,2024-01-11,view,1
                v,a,2024-01-11,view,1
                u,f,2024-02-01,view,1
                v,b,2024-02-01,view,1
                v,c,2024-02-01,purchase,1
                """);
        Evaluated evaluated = Evaluated.of(
                folder,
                "--format",
                "events",
                "--data",
                file,
                "--columns",
                "user=who,product=what,time=when,event=kind,quantity=n",
                "--weights",
                "view=1,cart=3,purchase=5",
                "--half-life",
                "10",
                "--target",
                "purchase",
                "--split",
                "temporal:2024-01-20",
                "--algorithms",
                "popularity");
        assertThat(evaluated.shell().err()).contains("passed over, since --weights has no such type: 1 × stare");
        Dataset data = Evaluated.data(
                "--format",
                "events",
                "--data",
                file,
                "--columns",
                "user=who,product=what,time=when,event=kind,quantity=n",
                "--weights",
                "view=1,cart=3,purchase=5",
                "--half-life",
                "10",
                "--target",
                "purchase",
                "--split",
                "temporal:2024-01-20");

        assertThat(weight(data, 0, "a")).isEqualTo(0.5f);
        assertThat(weight(data, 0, "b")).isCloseTo((float) (1 + Math.log(3)), within(1e-6f));
        assertThat(weight(data, 0, "c")).isCloseTo((float) (1 + Math.log(5)), within(1e-6f));
        assertThat(weight(data, 1, "a")).isCloseTo((float) (1 + Math.log(2)), within(1e-6f));
        assertThat(data.train().itemCount()).isEqualTo(3);
        // Only v bought something afterwards; views don't count as found.
        assertThat(data.cases()).hasSize(1);
        assertThat(Evaluated.truth(data, 0)).containsExactly("c");
    }

    private static float weight(Dataset data, int user, String item) {
        int index = data.items().names().indexOf(item);
        for (int p = data.train().start(user); p < data.train().start(user + 1); p++) {
            if (data.train().item(p) == index) {
                return data.train().weight(p);
            }
        }
        return Float.NaN;
    }

    @Test
    void aPersonIsOneSessionOrManyByAGap() throws IOException {
        String file = file("e.csv", """
                user,item,time
                u,a,2024-01-01T10:00:00Z
                u,b,2024-01-01T10:20:00Z
                u,c,2024-01-01T12:00:00Z
                v,a,2024-01-02T10:00:00Z
                u,d,2024-02-01T10:00:00Z
                v,c,2024-02-01T10:00:00Z
                """);
        String[] command = {"--format", "events", "--data", file, "--split", "temporal:2024-01-20"};
        String[] gap = {"--format", "events", "--data", file, "--split", "temporal:2024-01-20", "--session-gap", "1"};

        assertThat(sessions(Evaluated.data(command)).size()).isEqualTo(2);
        Sessions split = sessions(Evaluated.data(gap));
        assertThat(split.size()).isEqualTo(3);
        assertThat(split.start(1)).isEqualTo(2);
        assertThat(split.end(0)).isEqualTo(1_704_104_400L);
    }

    private static Sessions sessions(Dataset data) {
        return data.folds().getFirst().sessions().orElseThrow();
    }

    @Test
    void agesAreDaysSinceAPairLastCame() throws IOException {
        String file = file("e.csv", "user,item,time\nu,a,2024-01-01\nu,a,2024-01-03\nu,b,2024-01-05\nu,c,2024-02-01\n");
        Dataset data =
                Evaluated.data("--format", "events", "--data", file, "--split", "temporal:2024-01-20", "--new-items");

        var ages = data.folds().getFirst().ages().orElseThrow();
        assertThat(ages.weight(0)).isEqualTo(2);
        assertThat(ages.weight(1)).isEqualTo(Fold.LEAST_AGE);
    }

    @Test
    void whatFilesSayAboutItemsAndPeopleIsKept() throws IOException {
        file("transactions.csv", "user,item,time\nu,a,2024-01-01\nv,b,2024-01-02\nu,b,2024-02-01\nv,a,2024-02-01\n");
        file("products.csv", "product_id,brand,product_category,price\nb,Own,Milk,1.20\nzz,Other,Tea,2\n");
        file("demographics.csv", "household_id,age\nv,35-44\n");
        Dataset data = Evaluated.data(
                "--format", "events", "--data", folder.toString(), "--split", "temporal:2024-01-15", "--group", "age");

        int b = data.items().names().indexOf("b");
        assertThat(data.items().attributes()).containsOnlyKeys("category", "brand", "price");
        assertThat(data.items().attributes().get("category").get(b)).isEqualTo("Milk");
        assertThat(data.items().attributes().get("brand").get(1 - b)).isEmpty();
        assertThat(data.cases()).extracting(Case::group).containsExactly("", "35-44");
    }

    @Test
    void vectorsOfItemsStandBesideTheirTerms() throws IOException {
        String events = file("e.csv", "user,item,time\nu,a,2024-01-01\nu,b,2024-01-02\nu,c,2024-01-03\n");
        String items = file("i.csv", "item,category,vector\na,Toys,0.3 -0.4\nb,Toys,\nc,Toys,0 1\n");
        Dataset data = Evaluated.data("--format", "events", "--data", events, "--items", items, "--split", "kfold:2");

        ItemFeatures features = Traits.features(data);

        assertThat(features.columns()).isEqualTo(3);
        float[] dense = features.dense();
        float half = (float) Math.sqrt(0.5);
        int a = data.items().names().indexOf("a");
        int b = data.items().names().indexOf("b");
        assertThat(Arrays.copyOfRange(dense, 3 * a, 3 * a + 3))
                .containsExactly(new float[] {half, 0.6f * half, -0.8f * half}, within(1e-6f));
        assertThat(Arrays.copyOfRange(dense, 3 * b, 3 * b + 3)).containsExactly(new float[] {1, 0, 0}, within(1e-6f));
        assertThat(Traits.content(data).terms()).hasSize(1);
    }

    @Test
    void idsMayBeNumbersOfAnyLength() throws IOException {
        String file = file("o.txt", "99999999999999999999 5000000000 5000000001 -7\n1 5000000001 5000000000 x\n");

        Dataset data = Evaluated.data("--format", "ordered", "--data", file);

        assertThat(data.items().names()).containsExactly("5000000000", "5000000001", "-7", "x");
        assertThat(data.cases()).hasSize(2);
    }
}
