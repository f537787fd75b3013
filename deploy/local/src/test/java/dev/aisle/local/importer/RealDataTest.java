package dev.aisle.local.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The public data sets as they are. They lie beside the clone and are too large to be copied into it. */
class RealDataTest {
    @Test
    void everyLineOfTheCompleteJourneyGoesIn() {
        var collected = new ImportSource(shared("completejourney"), "", false).read();

        assertThat(collected.lines()).isEqualTo(75_000);
        assertThat(collected.events()).hasSize(47_243);
        assertThat(collected.people()).hasSize(2_377);
        assertThat(collected.products()).hasSize(92_331);
        assertThat(collected.bad()).isEmpty();
    }

    @Test
    void onlineRetailLosesOnlyWhatHasNoCustomerOrIsNoProduct() {
        var collected = new ImportSource(shared("online_retail"), "", false).read();

        assertThat(collected.badByReason()).containsOnlyKeys("CustomerID is empty", "StockCode is no product");
        assertThat(collected.lines() + collected.bad().size()).isEqualTo(541_909);
        assertThat(collected.events())
                .allSatisfy(item -> assertThat(item.json().length()).isLessThan(32 * 1024));
    }

    @Test
    void everyFilmAndRatingOfMovieLensGoesInWithinTheLastYear() {
        var collected = new ImportSource(shared("ml-latest-small"), "", false).read();
        var yearAgo = Instant.now().minus(Duration.ofDays(365));

        assertThat(collected.bad()).isEmpty();
        assertThat(collected.events()).hasSize((int) collected.lines());
        assertThat(collected.events().getFirst().at()).isAfter(yearAgo);
        assertThat(collected.products())
                .allSatisfy(film -> assertThat(film.path("domain").asText()).isEqualTo("media"));
    }

    private static Path shared(String name) {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var data = folder.resolve("shared/data").resolve(name);
            if (Files.isDirectory(data)) {
                return data;
            }
        }
        return abort("There is no folder shared/data/" + name + " beside the clone.");
    }
}
