package dev.aisle.recommender.catalog.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFilesTest {
    @TempDir
    Path folder;

    @Test
    void aFileAppearsWholeOrNotAtAll() throws IOException {
        FolderFiles files = new FolderFiles(folder.resolve("new"));

        assertThatThrownBy(() -> files.put("model-a", place -> {
                    Files.writeString(place, "half");
                    throw new IOException("The disk is full");
                }))
                .hasMessage("The disk is full");
        assertThat(folder.resolve("new")).isEmptyDirectory();
        files.put("model-a", place -> Files.writeString(place, "whole"));

        assertThat(files.names("model-")).containsExactly("model-a");
        String read = files.read("model-a", Checksum.UNKNOWN, Files::readString);
        assertThat(read).isEqualTo("whole");
    }

    @Test
    void anAlteredFileIsRefusedByNameAndWhatIsMissingIsMissing() throws IOException {
        FolderFiles files = new FolderFiles(folder);
        files.put("model-a", place -> Files.writeString(place, "registered"));
        Checksum checksum = Checksum.of(folder.resolve("model-a"));
        files.read("model-a", checksum, Files::readString);

        Files.writeString(folder.resolve("model-a"), "altered");

        assertThatThrownBy(() -> files.read("model-a", checksum, Files::readString))
                .isInstanceOf(AlteredFileException.class)
                .hasMessageStartingWith("model-a was altered: ");
        assertThatThrownBy(() -> files.read("model-b", checksum, Files::readString))
                .isInstanceOf(NoSuchFileException.class);
    }
}
