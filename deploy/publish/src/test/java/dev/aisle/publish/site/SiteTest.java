package dev.aisle.publish.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.publish.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project's own documents. */
class SiteTest {
    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final Site SITE = Site.of(PROJECT);

    @TempDir
    Path folder;

    @Test
    void noLinkIsDeadNoPictureMissingAndNothingNamedInVain() {
        assertThat(SITE.faults()).isEmpty();
    }

    @Test
    void aPageHasItsFrameItsPlaceInTheNavigationAndOnlyLinksThatAreThere() throws IOException {
        SITE.write(folder, "1.2.3");

        String page = Files.readString(folder.resolve("operations/consent.html"));
        assertThat(page)
                .contains("<title>Consent: rules, notices, signals · Aisle</title>")
                .contains("href=\"../assets/site.css\"")
                .contains("aria-current=\"page\"")
                .contains("Aisle 1.2.3")
                .doesNotContain("<script>", "style=\"", "onclick");
        assertThat(Files.readString(folder.resolve("index.html"))).contains("<title>Aisle</title>");
        assertThat(folder.resolve("decisions/index.html")).exists();
        assertThat(folder.resolve("reference/contracts/aisle.recommender.v1.html"))
                .exists();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".md"))).isEmpty();
        }
    }

    @Test
    void coloursAreTheConsolesLightAndDark() throws IOException {
        SITE.write(folder, "");

        assertThat(Files.readString(folder.resolve("assets/site.css")))
                .startsWith(":root")
                .contains("--paper", "[data-theme=\"dark\"]", "prefers-color-scheme: dark");
    }

    @Test
    void theSearchHasEachSectionAsJson() throws IOException {
        SITE.write(folder, "");

        String script = Files.readString(folder.resolve("assets/search-index.js"));
        var rows = new ObjectMapper().readTree(script.substring(script.indexOf('['), script.lastIndexOf(']') + 1));
        assertThat(rows.size()).isGreaterThan(500);
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.get(0).asText()).isEqualTo("reference/configuration.html#aislemessages");
            assertThat(row.get(3).asText()).contains("aisle.messages.lease");
        });
    }

    @Test
    void twiceMadeItIsTheSame() throws IOException {
        SITE.write(folder.resolve("one"), "1");
        Site.of(PROJECT).write(folder.resolve("two"), "1");

        try (Stream<Path> files = Files.walk(folder.resolve("one"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path other = folder.resolve("two").resolve(folder.resolve("one").relativize(file));
                assertThat(Files.mismatch(file, other)).as(file.toString()).isEqualTo(-1);
            }
        }
    }

    @Test
    void aFolderMeansItsDocumentsAndWhatNobodyNamedStandsInTheLastGroup() {
        Navigation navigation = Navigation.read(List.of("# One", "docs/a.md", "", "# Two", "docs/b/*"))
                .with(List.of("docs/b/1.md", "docs/b/2.md", "docs/c.md"));

        assertThat(navigation.groups()).extracting(Navigation.Group::name).containsExactly("One", "Two", "Further");
        assertThat(navigation.files()).containsExactly("docs/a.md", "docs/b/1.md", "docs/b/2.md", "docs/c.md");
    }

    @Test
    void aFileBeforeTheFirstGroupIsRefused() {
        assertThatThrownBy(() -> Navigation.read(List.of("README.md")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("README.md");
    }
}
