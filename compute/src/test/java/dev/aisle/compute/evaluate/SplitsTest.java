package dev.aisle.compute.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitsTest {
    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String events(int days) {
        StringBuilder text = new StringBuilder("user,item,time\n");
        for (int day = 1; day <= days; day++) {
            for (String user : List.of("u", "v", "w")) {
                text.append(user).append(",i").append(day).append(",2024-01-").append(String.format("%02d", day));
                text.append('\n');
            }
        }
        return text.toString();
    }

    @Test
    void leaveOneOutAsksForTheLastAndASearchForTheOneBefore() throws IOException {
        Dataset data = Evaluated.data("--format", "ordered", "--data", file("o.txt", "u a b c d\nv c a\nw b\n"));

        assertThat(data.split()).isEqualTo("leave-one-out");
        assertThat(Evaluated.sequence(data, 0)).containsExactly("a", "b", "c");
        assertThat(Evaluated.truth(data, 0)).containsExactly("d");
        assertThat(Evaluated.truth(data, 1)).containsExactly("a");
        // Whoever has one item keeps it.
        assertThat(data.cases()).hasSize(2);
        Dataset validation = data.validation().of(1, 1);
        assertThat(Evaluated.sequence(validation, 0)).containsExactly("a", "b");
        assertThat(Evaluated.truth(validation, 0)).containsExactly("c");
    }

    @Test
    void itemsHeldBackAreInNoTrainingAndASearchHoldsBackOthers() throws IOException {
        StringBuilder text = new StringBuilder("user,item,time\n");
        for (int item = 0; item < 60; item++) {
            text.append("u,i")
                    .append(item)
                    .append(",2024-01-01\nv,i")
                    .append(item)
                    .append(",2024-01-02\n");
        }
        Dataset data = Evaluated.data(
                "--format", "events", "--data", file("e.csv", text.toString()), "--split", "new-items:0.2");
        Dataset validation = data.validation().of(1, 1);

        List<String> sought = Evaluated.truth(data, 0);
        assertThat(data.split()).isEqualTo("new-items:0.2");
        assertThat(sought).hasSizeBetween(4, 24).isEqualTo(Evaluated.truth(data, 1));
        assertThat(Evaluated.sequence(data, 0)).hasSize(60 - sought.size()).doesNotContainAnyElementsOf(sought);
        assertThat(data.train().itemCount()).isEqualTo(60);
        assertThat(Evaluated.truth(validation, 0)).isNotEmpty().doesNotContainAnyElementsOf(sought);
    }

    @Test
    void aTemporalSplitIsTunedOnTheLatestOfTrainAndNewItemsAreCandidatesWhenAsked() throws IOException {
        String file = file("e.csv", events(20));
        Dataset data =
                Evaluated.data("--format", "events", "--data", file, "--split", "temporal:2024-01-11", "--new-items");

        assertThat(data.train().itemCount()).isEqualTo(20);
        assertThat(data.cases())
                .allSatisfy(one -> assertThat(one.truth().items()).hasSize(10));
        Dataset validation = data.validation().of(1, 1);
        assertThat(validation.split()).startsWith("validation: temporal:0.9 (2024-01-10");
        assertThat(Evaluated.truth(validation, 0)).containsExactly("i10");
    }

    @Test
    void whoComesFirstAfterTheSplitIsANewcomer() throws IOException {
        String file = file("e.csv", "user,item,time\nu,a,2024-01-01\nv,b,2024-01-01\nu,b,2024-02-01\nx,a,2024-02-01\n");
        Evaluated evaluated = Evaluated.of(
                folder,
                "--format",
                "events",
                "--data",
                file,
                "--split",
                "temporal:2024-01-15",
                "--algorithms",
                "popularity",
                "--k",
                "1");

        assertThat(evaluated.report().get("users").asInt()).isEqualTo(1);
        assertThat(Evaluated.data("--format", "events", "--data", file, "--split", "temporal:2024-01-15")
                        .cases())
                .filteredOn(Case::newcomer)
                .hasSize(1);
    }

    @Test
    void everyFoldIsTestOnceAndTheOthersAreTrain() throws IOException {
        Dataset data = Evaluated.data("--format", "events", "--data", file("e.csv", events(20)), "--split", "kfold:4");

        List<String> found = new ArrayList<>();
        for (Fold fold : data.folds()) {
            assertThat(fold.train().size()).isEqualTo(45);
            for (Case one : fold.cases()) {
                for (int item : one.truth().items()) {
                    found.add(one.user() + " " + item);
                }
            }
        }
        assertThat(found).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void sessionsAreNotTornApart() throws IOException {
        String sessions = """
                SessionId\tItemId\tTime
                s\ta\t100
                s\tb\t110
                t\ta\t120
                s\tc\t130
                u\tb\t90
                u\tc\t95
                """;
        Dataset data =
                Evaluated.data("--format", "sessions", "--data", file("s.tsv", sessions), "--split", "temporal:0.5");

        // By their ends: u at 95, t at 120, s at 130, whose three clicks come later than half of the clicks.
        assertThat(data.train().userCount()).isEqualTo(2);
        assertThat(data.cases()).hasSize(2);
        assertThat(Evaluated.sequence(data, 1)).containsExactly("a", "b");
        assertThat(Evaluated.truth(data, 1)).containsExactly("c");
    }

    @Test
    void aLargerShareOfTheValidationHoldsTheSmallerOnes() throws IOException {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, 300).forEach(n -> text.append("u").append(n).append(" a b c d\n"));
        Dataset data = Evaluated.data("--format", "ordered", "--data", file("o.txt", text.toString()));

        List<Integer> third = users(data.validation().of(1.0 / 3, 1));
        List<Integer> all = users(data.validation().of(1, 1));

        assertThat(all).hasSize(300).containsAll(third);
        assertThat(third)
                .hasSizeBetween(70, 130)
                .containsAll(users(data.validation().of(1.0 / 9, 1)));
    }

    private static List<Integer> users(Dataset data) {
        return data.cases().stream().map(Case::user).toList();
    }
}
