package dev.aisle.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApplicationTest {
    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatTheImageRunsIsOnItsClassPath(Service service) throws Exception {
        Path libraries = folder.resolve("lib");
        Path app = folder.resolve("app");
        new Application(service, PROJECT).into(libraries, app);

        String main = Files.readString(app.resolve("service.args")).strip();
        List<String> options = Files.readAllLines(app.resolve("jvm.args"));
        Stream<Path> classPath = Stream.of(options.getLast().split(File.pathSeparator, -1))
                .map(jar -> jar.startsWith(Places.APP + "/lib/")
                        ? libraries.resolve(jar.substring((Places.APP + "/lib/").length()))
                        : app.resolve(jar.substring((Places.APP + "/").length())));

        assertThat(classPath.filter(jar -> has(jar, main.replace('.', '/') + ".class")))
                .as("jars with %s", main)
                .hasSize(1);
    }

    private static boolean has(Path jar, String entry) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getEntry(entry) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(jar.toString(), e);
        }
    }
}
