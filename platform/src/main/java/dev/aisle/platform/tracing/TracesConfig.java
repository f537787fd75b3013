package dev.aisle.platform.tracing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where traces go. */
@ConfigMapping(prefix = "aisle.traces")
public interface TracesConfig {
    /** Base address of an OTLP collector over HTTP, such as {@code http://collector:4318}; without one nothing is traced. */
    Optional<URI> endpoint();

    /** Which share of the traces that begin here is kept, 0 to 1; of those that began elsewhere the caller decides. */
    @WithDefault("1")
    @DecimalMin("0")
    @DecimalMax("1")
    double share();

    /** Headers that the collector wants, such as {@code authorization}. */
    Map<String, String> headers();

    /** File with more of them, a {@code name: value} a line; read anew for each delivery. */
    Optional<Path> headersFile();
}
