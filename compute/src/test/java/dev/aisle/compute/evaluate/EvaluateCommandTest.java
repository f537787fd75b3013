package dev.aisle.compute.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.compute.Json;
import dev.aisle.compute.Shared;
import dev.aisle.compute.Shell;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    @TempDir
    private Path folder;

    private Path train;
    private Path test;
    private Path events;

    @BeforeEach
    void writeSmallShop() throws IOException {
        train = SmallShop.train(folder);
        test = SmallShop.test(folder);
        events = SmallShop.events(folder);
    }

    @Test
    void listsAreEvaluatedIntoATableAndReports() throws IOException {
        Path json = folder.resolve("report.json");
        Path html = folder.resolve("report.html");

        Shell shell = Shell.run(
                "",
                "evaluate",
                "--format",
                "lists",
                "--train",
                train.toString(),
                "--test",
                test.toString(),
                "--algorithms",
                "popularity,itemknn:k=2,shrinkage=1,ials:rank=4",
                "--k",
                "1,2",
                "--out",
                json.toString(),
                "--out",
                html.toString());

        assertThat(shell.err()).contains("4 users, 4 items, 10 pairs");
        assertThat(shell.code()).isZero();
        assertThat(shell.lines()).hasSize(4);
        JsonNode report = Json.STRICT.readTree(Files.readString(json));
        assertThat(report.get("users").asInt()).isEqualTo(3);
        assertThat(report.get("algorithms")).hasSize(3).allSatisfy(algorithm -> {
            assertThat(algorithm.at("/metrics/recall@2/value").isNumber()).isTrue();
            assertThat(algorithm.at("/metrics/recall@2/low").isNumber()).isTrue();
            assertThat(algorithm.get("peakBytes").asLong()).isPositive();
            assertThat(algorithm.at("/slices/history 1-5/users").asInt()).isEqualTo(3);
        });
        assertThat(report.at("/algorithms/1/parameters/k").asInt()).isEqualTo(2);
        assertThat(report.at("/algorithms/1/parameters/shrinkage").asInt()).isEqualTo(1);
        assertThat(Files.readString(html))
                .startsWith("<!doctype html>")
                .contains("itemknn:k=2")
                .doesNotContain("http");
    }

    @Test
    void popularityRanksWhatMostPeopleHaveAmongWhatAPersonHasNot() throws IOException {
        Path json = folder.resolve("report.json");

        Shell.run(
                "",
                "evaluate",
                "--format",
                "lists",
                "--train",
                train.toString(),
                "--test",
                test.toString(),
                "--algorithms",
                "popularity",
                "--k",
                "1",
                "--out",
                json.toString());

        // u1 lacks only d, u2 is shown c before d (both had by two, c came first), u4 b before c.
        JsonNode report = Json.STRICT.readTree(Files.readString(json));
        assertThat(report.at("/algorithms/0/metrics/recall@1/value").asDouble()).isEqualTo(1);
    }

    @Test
    void eventsAreSplitByTimeAndBadLinesReported() throws IOException {
        Path json = folder.resolve("report.json");

        Shell shell = Shell.run(
                "",
                "evaluate",
                "--format",
                "events",
                "--data",
                events.toString(),
                "--columns",
                "user=who,item=what,time=at,quantity=n",
                "--split",
                "temporal:2024-02-01",
                "--algorithms",
                "popularity",
                "--k",
                "1",
                "--out",
                json.toString());

        assertThat(shell.err())
                .contains("3 users, 3 items, 6 pairs", "line 9 is passed over: expected 4 cells, found 2");
        JsonNode report = Json.STRICT.readTree(Files.readString(json));
        assertThat(report.get("users").asInt()).isEqualTo(2);
        assertThat(report.at("/algorithms/0/metrics/recall@1/value").asDouble()).isEqualTo(1);
    }

    @Test
    void aGzippedFileAndAShareAreFine() throws IOException {
        Path gzipped = folder.resolve("online_retail.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzipped))) {
            String text = Files.readString(events).replace("who,what,at,n", "user,item,time,quantity");
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        Shell shell = Shell.run(
                "",
                "evaluate",
                "--format",
                "events",
                "--data",
                folder.toString(),
                "--split",
                "temporal:0.7",
                "--algorithms",
                "all",
                "--k",
                "1");

        assertThat(shell.err()).contains("online_retail.csv.gz");
        assertThat(shell.code()).isZero();
    }

    @Test
    void aSearchKeepsWhatWasGivenAndIsTheSameForASeed() throws IOException {
        Path json = folder.resolve("report.json");
        String[] command = {
            "evaluate",
            "--format",
            "lists",
            "--train",
            train.toString(),
            "--test",
            test.toString(),
            "--algorithms",
            "ials:rank=3,tune=5,itemknn:tune=5",
            "--k",
            "2",
            "--out",
            json.toString()
        };

        Shell.run("", command);
        JsonNode first = Json.STRICT.readTree(Files.readString(json));
        Shell.run("", command);
        JsonNode second = Json.STRICT.readTree(Files.readString(json));

        assertThat(first.at("/algorithms/0/parameters/rank").asInt()).isEqualTo(3);
        for (int n = 0; n < 2; n++) {
            assertThat(second.at("/algorithms/" + n + "/parameters"))
                    .isEqualTo(first.at("/algorithms/" + n + "/parameters"));
            assertThat(second.at("/algorithms/" + n + "/metrics")).isEqualTo(first.at("/algorithms/" + n + "/metrics"));
        }
    }

    @Test
    void theMovieFilesReachThePublishedNumbersOfPopularityAndItemNeighbours() throws IOException {
        Path trainFile = Shared.path("data/ids4nr/MovieLens_train.txt");
        Path testFile = Shared.path("data/ids4nr/MovieLens_test.txt");
        Path json = folder.resolve("report.json");

        Shell.run(
                "",
                "evaluate",
                "--format",
                "lists",
                "--train",
                trainFile.toString(),
                "--test",
                testFile.toString(),
                "--algorithms",
                "popularity,itemknn",
                "--k",
                "5,10",
                "--out",
                json.toString());

        JsonNode report = Json.STRICT.readTree(Files.readString(json));
        assertThat(report.at("/algorithms/0/metrics/recall@5/value").asDouble()).isBetween(0.0515, 0.0525);
        assertThat(report.at("/algorithms/0/metrics/recall@10/value").asDouble())
                .isBetween(0.0865, 0.0875);
        assertThat(report.at("/algorithms/1/metrics/recall@5/value").asDouble()).isGreaterThan(0.090);
        assertThat(report.at("/algorithms/1/metrics/recall@10/value").asDouble())
                .isGreaterThan(0.141);
    }
}
