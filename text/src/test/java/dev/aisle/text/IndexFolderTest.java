package dev.aisle.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFolderTest {
    @TempDir
    Path parent;

    /** A run: makes its folder, says so and goes on until it is killed. */
    static final class Run {
        public static void main(String[] arguments) throws IOException {
            IndexFolder.create(Path.of(arguments[0]));
            System.out.write('\n');
            System.out.flush();
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> inside = Files.list(parent)) {
            return inside.toList();
        }
    }

    @Test
    void theFolderOfAKilledRunIsDeletedAndThatOfALivingOneIsNot() throws IOException, InterruptedException {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Run.class.getName(),
                        parent.toString())
                .redirectError(Redirect.INHERIT)
                .start();
        try {
            assertThat(run.inputReader(UTF_8).readLine()).isEmpty();
            Path others = folders().getFirst();

            IndexFolder.create(parent).delete();
            assertThat(folders()).containsExactly(others);

            run.destroyForcibly().waitFor();
            IndexFolder own = IndexFolder.create(parent);
            assertThat(folders()).hasSize(1).doesNotContain(others);
            own.delete();
        } finally {
            run.destroyForcibly();
        }
    }

    @Test
    void severalOfOneProcessStandBesideEachOtherAndWhatIsForeignStays() throws IOException {
        Path foreign = Files.createDirectories(parent.resolve("notes"));

        IndexFolder one = IndexFolder.create(parent);
        IndexFolder other = IndexFolder.create(parent);

        assertThat(folders()).hasSize(3);
        one.delete();
        other.delete();
        assertThat(folders()).containsExactly(foreign);
    }
}
