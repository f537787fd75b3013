package dev.aisle.recommender.models.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import dev.aisle.recommender.interactions.Circumstances;
import dev.aisle.recommender.models.trainer.DeedWriter.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The process that trains, without a service. */
class TrainerProcessIT {
    private static final String EMPTY_TASK = """
            {"recipe":{"halfLifeDays":30,"similarNeighbours":10,"similarShrinkage":1,"togetherNeighbours":10,"togetherShrinkage":1,
              "factors":{"rank":4,"iterations":1,"unobserved":8,"regularisation":0.1,"seed":1}},
             "evaluated":false,"gate":{"margin":0.05,"people":200,"byTheLog":false,"effectivePlaces":100},
             "ranker":{"learn":false,"leastLists":1,"leastReplayed":1,"mostReplayed":0,"mostLists":1,"history":"PT1H","trees":1,"depth":1,"threads":1}}
            """;

    @Test
    void whatDoesNotFitItsHeapEndsItAndTheReasonNamesTheSetting() throws IOException {
        try (TrainerProcess process = TrainerProcess.start(24, true)) {
            assertThatIOException().isThrownBy(() -> {
                begin(process);
                DeedWriter deeds = new DeedWriter(process.input());
                for (int row = 0; row < 20_000_000; row++) {
                    deeds.write(new Row("p" + row / 10, "i" + row % 100, null, 1, row, Circumstances.UNKNOWN));
                }
            });

            assertThat(process.reason())
                    .isEqualTo(
                            "The training needs more memory than it may take. Its heap was 24 MB (aisle.training.heap); allow more.");
        }
    }

    @Test
    void aKilledOneSaysWithWhatHeapItWasKilled() {
        try (TrainerProcess process = TrainerProcess.start(64, true)) {
            process.kill();

            assertThat(process.reason())
                    .isEqualTo(
                            "The process of the training was killed by signal 9. Its heap was 64 MB (aisle.training.heap);"
                                    + " where the machine or the container had no memory left, allow more there.");
        }
    }

    @Test
    void itEndsWithTheServiceThatStartedItAndTakesItsFolderAlong() throws IOException {
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StandIn.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String[] said;
        try (BufferedReader out = service.inputReader(StandardCharsets.UTF_8)) {
            said = out.readLine().split(" ", 2);
        }
        ProcessHandle trainer = ProcessHandle.of(Long.parseLong(said[0])).orElseThrow();
        Path folder = Path.of(said[1]);
        assertThat(folder).isDirectory();

        service.destroyForcibly();

        await().atMost(Duration.ofSeconds(60)).until(() -> !trainer.isAlive());
        assertThat(folder).doesNotExist();
    }

    @Test
    void itsFolderGoesWithIt() throws IOException {
        Path folder;
        try (TrainerProcess process = TrainerProcess.start(64, true)) {
            folder = process.file("");
            Files.writeString(process.file("serving.aisle"), "a model");
        }

        assertThat(folder).doesNotExist();
    }

    @Test
    void nothingOfTheServicesConfigurationStandsInItsCommandLineOrEnvironment() throws IOException {
        try (TrainerProcess process = TrainerProcess.start(64, true)) {
            Path proc = Path.of("/proc", Long.toString(process.pid()));

            await().until(() -> Files.readString(proc.resolve("cmdline")).contains(TrainerProcess.MAIN));
            assertThat(Files.readString(proc.resolve("environ"))).doesNotContain("=");
            assertThat(Files.readString(proc.resolve("cmdline"))).doesNotContain("-Dquarkus", "-Daisle", "password");
        }
    }

    private static void begin(TrainerProcess process) throws IOException {
        byte[] task = EMPTY_TASK.getBytes(StandardCharsets.UTF_8);
        process.input().writeInt(task.length);
        process.input().write(task);
    }
}
