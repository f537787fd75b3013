package dev.aisle.images;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The Containerfiles make what ./aisle images makes. */
class ContainerfilesTest {
    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    /** An engine makes a step anew when a word of it or of one before it differs. */
    @Test
    void allBeginWithTheSameStepsWhichAnEngineDoesOnce() {
        assertThat(Arrays.stream(Service.values())
                        .map(ContainerfilesTest::beginning)
                        .distinct())
                .singleElement(as(STRING))
                .contains("RUN jlink", "RUN mvn")
                .contains(Arrays.stream(Service.values()).map(Service::folder).toArray(String[]::new));
    }

    private static String beginning(Service service) {
        try {
            String text = Files.readString(PROJECT.resolve(service.folder()).resolve("Containerfile"));
            return text.substring(text.indexOf("\nFROM "), text.indexOf("\nRUN java "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aContainerfileHasTheSameLayout(Service service) throws IOException {
        String text = Files.readString(PROJECT.resolve(service.folder()).resolve("Containerfile"));
        List<String> last =
                text.substring(text.lastIndexOf("\nFROM ") + 1).lines().toList();

        assertThat(text).contains("--add-modules " + String.join(",", JavaRuntime.MODULES));
        assertThat(text).contains("LayOut.java " + service.folder() + "\n");
        assertThat(text).contains("-XX:AOTCacheOutput=" + Places.CACHE);
        // jlink makes no folder that is there, and the builder's own JDK lies in /opt/java.
        assertThat(text).contains("--output /opt/runtime").doesNotContain("--output " + Places.JAVA + "\n");
        assertThat(last)
                .contains(
                        "USER " + Places.USER + ":" + Places.USER,
                        "EXPOSE " + Places.PORT + " " + Places.TLS_PORT,
                        "COPY --from=build " + Places.JAVA + " " + Places.JAVA,
                        "COPY --from=build " + Places.APP + " " + Places.APP,
                        "ENTRYPOINT [\"" + Places.JAVA + "/bin/java\", \"@" + Places.OPTIONS + "\"]",
                        "CMD [\"@" + Places.SERVICE + "\"]")
                .noneMatch(line -> line.startsWith("RUN "));
        assertThat(text.lines().filter(line -> line.startsWith("FROM ")))
                .allMatch(line -> line.matches("FROM \\S+:[\\w.-]+( AS \\w+)?"))
                .noneMatch(line -> line.contains(":latest"));
    }
}
