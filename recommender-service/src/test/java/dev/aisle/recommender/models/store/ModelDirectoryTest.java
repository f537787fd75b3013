package dev.aisle.recommender.models.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.models.domain.TrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void afterARestartTheNewestModelIsInUse() {
        ModelDirectory before = new ModelDirectory(directory, 3);
        before.write(named("2026-a"));
        before.write(named("2026-b"));

        ModelInUse restarted = new ModelInUse(new ModelDirectory(directory, 3));
        restarted.refresh();

        assertThat(restarted.get()).extracting(TrainedModel::version).isEqualTo("2026-b");
    }

    @Test
    void aBrokenFileIsPassedOver() throws IOException {
        ModelDirectory models = new ModelDirectory(directory, 3);
        models.write(named("2026-a"));
        Files.write(directory.resolve("model-2026-z.aisle"), new byte[] {1, 2, 3});
        ModelInUse inUse = new ModelInUse(models);

        inUse.refresh();

        assertThat(inUse.get()).extracting(TrainedModel::version).isEqualTo("2026-a");
    }

    @Test
    void onlyTheNewestFewAreKept() throws IOException {
        ModelDirectory models = new ModelDirectory(directory, 3);

        Stream.of("1", "2", "3", "4", "5").forEach(version -> models.write(named(version)));

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("model-3.aisle", "model-4.aisle", "model-5.aisle");
        }
    }

    @Test
    void withoutAFolderThereIsNoModel() {
        ModelInUse inUse = new ModelInUse(new ModelDirectory(directory.resolve("none"), 3));

        inUse.refresh();

        assertThat(inUse.get()).isNull();
    }

    private static TrainedModel named(String version) {
        TrainedModel model = SmallShop.model(4);
        return new TrainedModel(
                version,
                model.trainedAt(),
                model.productIds(),
                model.popularity(),
                model.similar(),
                model.boughtTogether(),
                model.als());
    }
}
