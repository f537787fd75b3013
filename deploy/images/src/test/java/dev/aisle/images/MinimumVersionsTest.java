package dev.aisle.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No library that is known to be vulnerable comes back. */
class MinimumVersionsTest {
    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void nothingOlderThanItsRuleShipsOrRunsInTheLocalStack() throws IOException {
        List<Path> modules = Stream.concat(
                        Stream.of(Service.values()).map(Service::folder), Stream.of("federate", "deploy/local"))
                .map(PROJECT::resolve)
                .toList();
        var rules = new MinimumVersions(PROJECT.resolve("deploy/images/min-versions.txt"));

        var softly = new SoftAssertions();
        for (Path module : modules) {
            Path list = listOf(module);
            softly.assertThat(MinimumVersions.staleness(list, PROJECT.resolve("pom.xml"), module.resolve("pom.xml")))
                    .as("%s: build it without -Dcyclonedx.skip", list)
                    .isEmpty();
            if (Files.exists(list)) {
                softly.assertThat(rules.tooOld(list)).as(list.toString()).isEmpty();
            }
        }
        softly.assertThat(rules.unused()).as("rules of no library").isEmpty();
        softly.assertAll();
    }

    /** A service's list is part of a release, the others are for this test alone. */
    private static Path listOf(Path module) {
        boolean service = Stream.of(Service.values()).anyMatch(one -> module.endsWith(one.folder()));
        return module.resolve(service ? "target/bom.json" : "target/libraries.json");
    }

    @Test
    void aListThatIsMissingOrOlderThanWhatSaysWhatIsPackagedIsNoAnswer() throws IOException {
        Path pom = Files.writeString(folder.resolve("pom.xml"), "");
        Path list = folder.resolve("bom.json");
        assertThat(MinimumVersions.staleness(list, pom)).contains("is missing");
        Files.writeString(list, "");
        Files.setLastModifiedTime(list, FileTime.fromMillis(1_000));
        assertThat(MinimumVersions.staleness(list, pom)).contains("is older than " + pom);
        Files.setLastModifiedTime(pom, FileTime.fromMillis(1_000));

        assertThat(MinimumVersions.staleness(list, pom)).isEmpty();
    }

    @Test
    void aDowngradeIsNamedAndARuleOfALibraryBeatsThatOfItsGroup() throws IOException {
        var rules = new MinimumVersions(Files.writeString(
                folder.resolve("rules.txt"),
                "# why\nio.netty >= 4.1.139.Final\nio.netty:tc >= 2.0.84.Final\norg.x:gone >= 1\n"));
        Path bom = Files.writeString(folder.resolve("bom.json"), """
                {"components": [
                  {"group": "io.netty", "name": "netty-codec", "version": "4.1.139.Final"},
                  {"group": "io.netty", "name": "netty-common", "version": "4.1.99.Final"},
                  {"group": "io.netty", "name": "netty-new", "version": "4.2.1.Final"},
                  {"group": "io.netty", "name": "tc", "version": "2.0.84"},
                  {"group": "org.other", "name": "free", "version": "0.1"}]}
                """);

        assertThat(rules.tooOld(bom)).containsExactly("io.netty:netty-common 4.1.99.Final is older than 4.1.139.Final");
        assertThat(rules.unused()).containsExactly("org.x:gone");
    }
}
