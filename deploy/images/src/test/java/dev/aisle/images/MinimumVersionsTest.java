package dev.aisle.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No library that is known to be vulnerable comes back. */
class MinimumVersionsTest {
    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void nothingOlderThanItsRuleShipsOrRunsInTheLocalStack() throws IOException {
        List<Path> lists = Stream.concat(
                        Stream.of(Service.values()).map(service -> service.folder() + "/target/bom.json"),
                        Stream.of("federate/target/libraries.json", "deploy/local/target/libraries.json"))
                .map(PROJECT::resolve)
                .toList();
        List<Path> there = lists.stream().filter(Files::exists).toList();
        Assumptions.assumeFalse(there.isEmpty(), "no list is there: a whole build makes them");
        var rules = new MinimumVersions(PROJECT.resolve("deploy/images/min-versions.txt"));

        var softly = new SoftAssertions();
        for (Path list : there) {
            softly.assertThat(rules.tooOld(list)).as(list.toString()).isEmpty();
        }
        if (there.size() == lists.size()) {
            softly.assertThat(rules.unused()).as("rules of no library").isEmpty();
        }
        softly.assertAll();
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
