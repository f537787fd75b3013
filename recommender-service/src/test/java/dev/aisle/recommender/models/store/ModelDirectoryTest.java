package dev.aisle.recommender.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.recommender.SmallShop;
import dev.aisle.recommender.catalog.shared.Checksum;
import dev.aisle.recommender.catalog.shared.FolderFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDirectoryTest {
    @TempDir
    Path directory;

    private ModelDirectory models;

    @BeforeEach
    void open() {
        models = new ModelDirectory(new FolderFiles(directory), _ -> Checksum.UNKNOWN, 2);
    }

    @Test
    void whatWasWrittenCanBeRead() throws UnreadableModelException {
        models.write(SmallShop.named("a"));

        assertThat(models.read("a").version()).isEqualTo("a");
    }

    @Test
    void aFileThatIsMissingCutOrForeignSaysWhy() throws IOException {
        models.write(SmallShop.named("a"));
        byte[] whole = Files.readAllBytes(file("a"));
        Files.write(file("cut"), Arrays.copyOf(whole, whole.length / 2));
        Files.write(file("foreign"), new byte[] {1, 2, 3});
        Files.write(file("b"), whole);

        assertThatThrownBy(() -> models.read("none"))
                .isInstanceOf(UnreadableModelException.class)
                .hasMessage("its file model-none.aisle isn't there");
        assertThatThrownBy(() -> models.read("cut"))
                .isInstanceOf(UnreadableModelException.class)
                .hasMessageStartingWith("model-cut.aisle: ");
        assertThatThrownBy(() -> models.read("foreign")).isInstanceOf(UnreadableModelException.class);
        assertThatThrownBy(() -> models.read("b")).hasMessage("its file holds the model a");
    }

    @Test
    void whatIsNeededStaysAndOfTheOthersTheNewestFew() throws IOException {
        Stream.of("1", "2", "3", "4", "5", "6").forEach(version -> models.write(SmallShop.named(version)));

        models.prune(Set.of("1"), "5"::equals);

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("model-1.aisle", "model-4.aisle", "model-6.aisle");
        }
    }

    @Test
    void theStampChangesWithTheFile() throws IOException {
        assertThat(models.stampOf("a")).isEmpty();
        models.write(SmallShop.named("a"));
        String before = models.stampOf("a");

        Files.write(file("a"), new byte[] {1, 2, 3});

        assertThat(models.stampOf("a")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void withoutAFolderThereIsNoModel() throws IOException {
        assertThat(new ModelDirectory(new FolderFiles(directory.resolve("none")), _ -> Checksum.UNKNOWN, 3)
                        .newestFirst())
                .isEmpty();
    }

    private Path file(String version) {
        return directory.resolve("model-" + version + ".aisle");
    }
}
