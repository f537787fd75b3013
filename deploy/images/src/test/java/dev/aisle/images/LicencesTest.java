package dev.aisle.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing ships whose licence isn't known and allowed. */
class LicencesTest {
    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everyLibraryOfAnImageHasAnAllowedLicence(Service service) throws IOException {
        Path bom = PROJECT.resolve(service.folder()).resolve("target/bom.json");
        Assumptions.assumeTrue(Files.exists(bom), bom + " isn't there: the build of " + service.folder() + " makes it");

        Licences.Found found = new Licences(PROJECT.resolve("deploy/images/licences.txt")).check(bom);

        Files.writeString(PROJECT.resolve("deploy/images/target/licences-" + service.folder() + ".md"), found.text());
        assertThat(found.refused()).isEmpty();
        assertThat(found.byLicence()).isNotEmpty();
        assertThat(found.byLicence().keySet()).noneMatch(licence -> licence.matches("A?GPL.*"));
    }

    @Test
    void anUnknownLicenceIsRefusedAndAChoiceIsTaken() throws IOException {
        Path rules = Files.writeString(
                folder.resolve("licences.txt"), "MIT\nApache-2.0\norg.x:named = MIT # its file says so\n");
        Path bom = Files.writeString(folder.resolve("bom.json"), """
                {"components": [
                  {"group": "org.x", "name": "good", "version": "1", "licenses": [{"license": {"id": "MIT"}}]},
                  {"group": "org.x", "name": "dual", "version": "1", "licenses": [{"license": {"id": "GPL-2.0-only"}}, {"license": {"id": "Apache-2.0"}}]},
                  {"group": "org.x", "name": "either", "version": "1", "licenses": [{"expression": "(GPL-3.0-only OR MIT)"}]},
                  {"group": "org.x", "name": "gpl", "version": "1", "licenses": [{"license": {"id": "GPL-3.0-only"}}]},
                  {"group": "org.x", "name": "odd", "version": "1", "licenses": [{"license": {"name": "My own"}}]},
                  {"group": "org.x", "name": "silent", "version": "1"},
                  {"group": "org.x", "name": "named", "version": "1"},
                  {"group": "dev.aisle", "name": "ours", "version": "1"}]}
                """);

        Licences.Found found = new Licences(rules).check(bom);

        assertThat(found.refused())
                .containsExactly(
                        "org.x:gpl says [GPL-3.0-only]", "org.x:odd says [My own]", "org.x:silent says nothing");
        assertThat(found.byLicence().get("MIT")).containsExactly("org.x:either 1", "org.x:good 1", "org.x:named 1");
    }
}
