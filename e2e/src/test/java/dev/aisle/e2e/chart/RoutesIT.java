package dev.aisle.e2e.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.helm.RoutesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the chart serves outside follows from the OpenAPI documents of the services as they were just built. */
class RoutesIT {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void theChartsRoutesAreThoseOfTheOpenApiDocuments() throws IOException {
        assertThat(Files.readString(PROJECT.resolve(RoutesFile.PLACE)))
                .as("run ./aisle k8s render --routes and commit what it writes")
                .isEqualTo(RoutesFile.text(PROJECT));
    }
}
