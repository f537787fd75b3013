package dev.aisle.local.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.local.importer.KnowledgeFiles.KnowledgeFile;
import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeFilesTest {
    @TempDir
    Path folder;

    private KnowledgeFile only(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return KnowledgeFiles.of(path).getFirst();
    }

    @Test
    void aFileWithoutFrontMatterHasItsIdFromItsNameAndItsLocaleFromItsFolder() throws IOException {
        KnowledgeFile file = only("en/How To Return.md", "# Returns\nThirty days.\n");

        assertThat(file.text()).isEqualTo("---\nid: how-to-return\nlocale: en\n---\n# Returns\nThirty days.\n");
        assertThat(file.inserted()).isEqualTo(4);
    }

    @Test
    void aFrontMatterGetsOnlyWhatItLacks() throws IOException {
        assertThat(only("returns.zh.md", "\uFEFF---\ntitle: 退货\n---\n三十天").text())
                .isEqualTo("---\nid: returns\nlocale: zh\ntitle: 退货\n---\n三十天\n");
        assertThat(only("x.md", "---\nlocale: en\nid: y\n---\nText").text())
                .isEqualTo("---\nlocale: en\nid: y\n---\nText\n");
    }

    @Test
    void aFolderGivesItsArticlesAndTablesByPathAndNothingElse() throws IOException {
        for (String name : List.of("b.md", "a.csv", "README.md", "c.png")) {
            Files.writeString(folder.resolve(name), "x");
        }

        assertThat(KnowledgeFiles.of(folder))
                .extracting(file -> file.path().getFileName().toString())
                .containsExactly("a.csv", "b.md");
    }

    @Test
    void whatIsNoTextIsRefusedByName() throws IOException {
        Path path = Files.write(folder.resolve("bad.md"), new byte[] {(byte) 0xff, (byte) 0xfe, 0x41});

        assertThatThrownBy(() -> KnowledgeFiles.of(path))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("bad.md isn't UTF-8");
        assertThatThrownBy(() -> KnowledgeFiles.of(folder.resolve("none"))).isInstanceOf(CommandFailure.class);
    }
}
